import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const WINDOW_SECONDS = 15 * 60;
const FAILURES_PER_ACCOUNT = 10;
/** Higher: a whole office may come from one address. */
const FAILURES_PER_ADDRESS = 50;

/** Counts failed sign-ins. In memory: every process of the product counts for itself. */
export type SignInThrottle = {
  /** Counts an attempt as failed before it is made, so that parallel guesses do not slip through; answers the seconds to wait, or null. */
  attempt(email: string, address: string): Promise<number | null>;
  /** The attempt was none of a guesser. */
  forgive(email: string, address: string): Promise<void>;
};

/** A throttle that knows of no failure yet. */
export function signInThrottle(): SignInThrottle {
  const accounts = new RateLimiterMemory({ points: FAILURES_PER_ACCOUNT, duration: WINDOW_SECONDS });
  const addresses = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW_SECONDS });

  return {
    async attempt(email, address) {
      const waits = await Promise.all([secondsToWait(accounts, email), secondsToWait(addresses, address)]);
      const longest = Math.max(...waits);
      return longest > 0 ? longest : null;
    },
    async forgive(email, address) {
      await Promise.all([accounts.delete(email), addresses.reward(address)]);
    },
  };
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

const globals = globalThis as typeof globalThis & { postolettoSignInThrottle?: SignInThrottle };

/** The throttle of this process: bundles load a module more than once, guesses must be counted once. */
export function processThrottle(): SignInThrottle {
  globals.postolettoSignInThrottle ??= signInThrottle();
  return globals.postolettoSignInThrottle;
}
