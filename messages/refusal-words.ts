import type { Check, CheckCode, CheckFacts, Remedy } from "@/domain/checks";
import type { Refusal } from "@/domain/refusals";

/** One sentence for every refusal: does not compile while a code lacks its own. */
export type RefusalWords = { [C in Refusal["code"]]: (facts: Extract<Refusal, { code: C }>) => string };

export type CheckWords = { [C in CheckCode]: (facts: CheckFacts[C], passed: boolean) => string };

export type RemedyWords = Record<Remedy, string>;

/** Problems that are not a rule's: the request, the role, the record. */
export type ProblemWords = Record<
  | "malformed" | "unauthenticated" | "forbidden" | "other_organisation" | "own_request" | "cross_site" | "not_found" | "stale" | "idempotency_conflict" | "too_large"
  | "unsupported_media_type" | "too_many_requests" | "unavailable" | "internal" | "method_not_allowed",
  string
>;

export type RefusalMessages = { refusals: RefusalWords; checks: CheckWords; remedies: RemedyWords; problems: ProblemWords; warnings: { too_big_for_cot: () => string; exit_shortened: (facts: { latestExit: string | null }) => string } };

/** Words one check in a sentence. */
export function checkSentence(words: CheckWords, check: Check): string {
  const sentence = words[check.code] as (facts: Check["facts"], passed: boolean) => string;
  return sentence(check.facts, check.passed);
}

export function refusalSentence(words: RefusalWords, refusal: Refusal): string {
  const sentence = words[refusal.code] as (facts: Refusal) => string;
  return sentence(refusal);
}
