import "server-only";
import type { Db } from "@/db/client";
import { listTokens, type Token } from "@/db/tokens";
import { type Result, ok } from "@/domain/failure";

/** One's own tokens, and for administrators those of the users they administer. */
export async function findTokens(db: Db): Promise<Result<Token[], never>> {
  return ok(await listTokens(db));
}
