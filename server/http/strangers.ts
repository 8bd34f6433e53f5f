import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { addressOf, networkOf, UNKNOWN } from "../auth/address";
import { type Answer, asAnswer } from "./execute";
import { type Locale, problemOf } from "./problem";

/** Each costs the database a look; in memory, as the count must not cost more. */
const strangers = new RateLimiterMemory({ points: 600, duration: 60 });

/** For somebody without a live token or session: 401, or 429 when that many came from one address within a minute. */
export async function answerStranger(headers: Headers, locale: Locale): Promise<Answer> {
  const address = addressOf(headers);
  if (address === UNKNOWN) return asAnswer(problemOf("unauthenticated", locale));
  try {
    await strangers.consume(networkOf(address));
    return asAnswer(problemOf("unauthenticated", locale));
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return tooMany(Math.ceil(refusal.msBeforeNext / 1000), locale);
    throw refusal;
  }
}

/** 429; `retryAfterSeconds` goes into the header as well. */
export function tooMany(retryAfterSeconds: number, locale: Locale): Answer {
  return asAnswer(problemOf("too_many_requests", locale, { retryAfterSeconds }));
}
