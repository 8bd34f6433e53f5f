import "server-only";
import type { Database } from "@/db/client";
import { throttle, type Throttle } from "./throttle";

const QUARTER_HOUR = 15 * 60;

/** Guesses at passwords: signing in, and telling the present password to change it. A whole office may come from one address. */
export function signInThrottle(database: Database): Throttle {
  return throttle(database, "sign_in", { perAccountHere: 10, perAccount: 50, perAddress: 50, seconds: QUARTER_HOUR });
}

/** Asking for a new way in: every time somebody gets a message. */
export function resetThrottle(database: Database): Throttle {
  return throttle(database, "reset", { perAccountHere: 3, perAccount: 10, perAddress: 20, seconds: QUARTER_HOUR });
}

/** Redeeming a secret that came by e-mail, which nobody guesses; each try costs the hash of a password. */
export function redemptionThrottle(database: Database): Throttle {
  return throttle(database, "redemption", { perAccountHere: 10, perAccount: 10, perAddress: 30, seconds: QUARTER_HOUR });
}
