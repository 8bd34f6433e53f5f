import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { type Result, no, ok } from "@/domain/failure";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/domain/passwords";
import { isKnownPassword } from "./known-passwords";

/** What OWASP asks of argon2id; written down so that a new release of the library does not decide. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type PasswordRefusal =
  | { code: "password_too_short"; minimum: number }
  | { code: "password_too_long"; maximum: number }
  | { code: "password_is_email" }
  | { code: "password_known" };

/** Refuses a password that is too short, too long, the e-mail address itself, or easily thought of. */
export async function acceptable(password: string, { email, name }: { email: string; name: string }): Promise<Result<string, PasswordRefusal>> {
  if ([...password].length < SHORTEST_PASSWORD) return no({ code: "password_too_short", minimum: SHORTEST_PASSWORD });
  if (password.length > LONGEST_PASSWORD) return no({ code: "password_too_long", maximum: LONGEST_PASSWORD });
  if (password.toLowerCase() === email.toLowerCase()) return no({ code: "password_is_email" });
  if (await isKnownPassword(password, [email, name])) return no({ code: "password_known" });
  return ok(password);
}

/** The argon2id hash to be kept of a password. */
export function hashOfPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), STRENGTH);
}

let decoy: Promise<string> | undefined;

/** Takes the same time without a hash to compare with, so that nobody learns whether a user exists. */
export async function isPassword(password: string, kept: string | null, matching: typeof verify = verify): Promise<boolean> {
  decoy ??= hashOfPassword(randomBytes(32).toString("hex"));
  const nobody = await decoy;
  const matches = await matching(kept ?? nobody, password.normalize("NFKC"));
  return matches && kept !== null;
}
