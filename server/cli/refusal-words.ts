import "server-only";
import type { Result } from "@/domain/failure";
import type { UserRefusal } from "@/server/users/user-refusal";
import { Obstacle } from "./command";

/** What was asked for; a refusal ends the command with its sentence. */
export function valueOf<T>(result: Result<T, UserRefusal>): T {
  if (result.ok) return result.value;
  throw new Obstacle(wordsFor(result.failure));
}

function wordsFor(refusal: UserRefusal): string {
  switch (refusal.code) {
    case "role_beyond_yours":
      return `The role ${refusal.role} may not be given.`;
    case "user_beyond_yours":
      return "The user has a role that may not be changed from here.";
    case "own_account":
      return "Nobody disables themselves.";
    case "email_taken":
      return "A user with this e-mail exists.";
    case "last_administrator":
      return "The network would be left without an administrator.";
    case "already_expired":
      return `The token would have expired already (${refusal.expiresAt}).`;
    case "password_too_short":
      return `The password must have at least ${refusal.minimum} characters.`;
    case "password_too_long":
      return `The password must have at most ${refusal.maximum} characters.`;
    case "password_is_email":
      return "The password must not be the e-mail address.";
    case "password_known":
      return "The password is one that is known or easily guessed: take a longer phrase.";
  }
}
