import "server-only";
import type { Db } from "@/db/client";
import { closeToken, findToken, type Token } from "@/db/tokens";
import { findUser } from "@/db/users";
import { recordForUser } from "@/server/users/reach";

/** Closes one's own token, or that of a user the actor administers; all others are not found. */
export async function revokeToken(db: Db, { tokenId }: { tokenId: string }): Promise<Token> {
  const token = await findToken(db, tokenId);
  await closeToken(db, tokenId);

  if (token.revokedAt === null) await recordForUser(db, "token.revoked", await findUser(db, token.userId), { tokenId });
  return findToken(db, tokenId);
}
