import "server-only";
import type { Db } from "@/db/client";
import { listTokens, type Token } from "@/db/tokens";

/** One's own tokens, and for administrators those of the users they administer; one more than asked when there are more. */
export function findTokens(db: Db, { cursor, limit }: { cursor?: string; limit: number }): Promise<Token[]> {
  return listTokens(db, { cursor: cursor ?? null, limit: limit + 1 });
}
