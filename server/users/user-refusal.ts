import type { PasswordRefusal } from "@/server/auth/passwords";

/** Every reason for a no about users and tokens, with the facts its sentence needs. */
export type UserRefusal =
  | { code: "role_beyond_yours"; role: string }
  | { code: "user_beyond_yours" }
  | { code: "own_account" }
  | { code: "email_taken" }
  | { code: "last_administrator" }
  | { code: "already_expired"; expiresAt: string }
  | PasswordRefusal;
