import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { attemptStore } from "@/db/attempts";
import type { Database } from "@/db/client";
import { keyedHash } from "@/db/secret-columns";
import { systemActor } from "@/server/actor";
import { networkOf } from "./address";

const KNOWN_FOR_SECONDS = 30 * 24 * 3600;

export type Limits = { perAccountHere: number; perAccount: number; perAddress: number; seconds: number };

/** Counts attempts in the database, for all processes together. */
export type Throttle = {
  /** Counts an attempt before it is made, so that parallel guesses do not slip through; answers the seconds to wait, or null. */
  attempt(account: string, address: string): Promise<number | null>;
  /** The attempt was none of a guesser. */
  forgive(account: string, address: string): Promise<void>;
};

/**
 * Counts by address, by account and address, and by account: the second stops a guesser, the third one with many addresses. The
 * third must lock nobody out of their own account: addresses where its owner signed in of late are free of it, and attempts that
 * the first two stopped do not count in it. Keys are hashes: no e-mail or address is kept.
 */
export function throttle(database: Database, name: string, limits: Limits): Throttle {
  const limiter = (kind: string, points: number, duration = limits.seconds) =>
    new RateLimiterPostgres({ ...attemptStore(database, systemActor("sign_in")), keyPrefix: `${name}.${kind}`, points, duration, clearExpiredByTimeout: false });
  const byAddress = limiter("address", limits.perAddress);
  const byAccountHere = limiter("account_here", limits.perAccountHere);
  const byAccount = limiter("account", limits.perAccount);
  const known = limiter("known", 1, KNOWN_FOR_SECONDS);

  const keysOf = (account: string, address: string) => {
    const network = networkOf(address);
    return { address: keyedHash(network), account: keyedHash(account), here: keyedHash(`${account} ${network}`) };
  };

  return {
    async attempt(account, address) {
      const keys = keysOf(account, address);
      const wait = (await secondsToWait(byAddress, keys.address)) ?? (await secondsToWait(byAccountHere, keys.here));
      if (wait !== null || (await known.get(keys.here)) !== null) return wait;
      return secondsToWait(byAccount, keys.account);
    },
    async forgive(account, address) {
      const keys = keysOf(account, address);
      const wasKnown = (await known.get(keys.here)) !== null;
      await Promise.all([byAddress.reward(keys.address), byAccountHere.delete(keys.here), wasKnown ? null : byAccount.reward(keys.account), known.set(keys.here, 1, KNOWN_FOR_SECONDS)]);
    },
  };
}

async function secondsToWait(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
