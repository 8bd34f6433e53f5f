import "server-only";
import { type Result, no } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { Forbidden, Malformed } from "../guard";
import type { UserRefusal } from "../users/user-refusal";

/** Refusals about users as the API tells them. */
export function told<T>(result: Result<T, UserRefusal>): Result<T, Refusals> {
  if (result.ok) return result;
  const { failure } = result;
  switch (failure.code) {
    case "role_beyond_yours":
    case "user_beyond_yours":
    case "own_account":
      throw new Forbidden("user.write", "role");
    case "already_expired":
      throw new Malformed("expiresAt", failure.code);
    default:
      return no([failure]);
  }
}
