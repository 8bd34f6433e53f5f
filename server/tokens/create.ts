import "server-only";
import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { addToken, type Token } from "@/db/tokens";
import { administersUser, findUser, type User } from "@/db/users";
import { type Result, no, ok } from "@/domain/failure";
import { hashOfToken } from "@/server/actor";
import { keptUser, recordForUser } from "@/server/users/reach";
import type { UserRefusal } from "@/server/users/user-refusal";

export type TokenInput = { name: string; userId?: string; expiresAt?: string | null };

/** A token for oneself, or by an administrator for a user of their municipality. It is told this once and kept nowhere. */
export async function createToken(db: Db, input: TokenInput): Promise<Result<Token & { token: string }, UserRefusal>> {
  const holder = await holderOf(db, input.userId ?? db.actor.id);
  if (!holder.ok) return holder;

  const expiresAt = input.expiresAt ?? null;
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) return no({ code: "already_expired", expiresAt });

  const token = `pl_${randomBytes(32).toString("base64url")}`;
  const kept = await addToken(db, { userId: holder.value.id, name: input.name.trim(), hash: hashOfToken(token), expiresAt });
  await recordForUser(db, "token.created", holder.value, { tokenId: kept.id });
  return ok({ ...kept, token });
}

async function holderOf(db: Db, userId: string): Promise<Result<User, UserRefusal>> {
  if (userId === db.actor.id) return ok(await findUser(db, userId));
  const kept = await keptUser(db, userId);
  if (!kept.ok || db.actor.kind === "system") return kept;
  return (await administersUser(db, userId)) ? kept : no({ code: "user_beyond_yours" });
}
