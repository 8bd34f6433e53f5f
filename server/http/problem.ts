import "server-only";
import type { Check } from "@/domain/checks";
import { isConflict, type Refusal, type Refusals } from "@/domain/refusals";
import { refusals as english } from "@/messages/en/refusals";
import { refusals as italian } from "@/messages/it/refusals";
import { checkSentence, type ProblemWords, type RefusalMessages, refusalSentence } from "@/messages/refusal-words";

/** RFC 9457, with our code and the facts of the refusal beside it. */
export type Problem = { type: string; title: string; status: number; detail: string; code: string; [fact: string]: unknown };

/** Anything the contract knows that is not a rule's refusal. */
export type ProblemCode = keyof ProblemWords;

const STATUS: Record<ProblemCode, number> = {
  malformed: 400, unauthenticated: 401, forbidden: 403, other_organisation: 403, own_request: 403, cross_site: 403, not_found: 404, method_not_allowed: 405, stale: 412,
  idempotency_conflict: 409, too_large: 413, unsupported_media_type: 415, too_many_requests: 429, internal: 500, unavailable: 503,
};

/** Every `code` an answer may have: what the contract knows, and what a rule may say. */
export const PROBLEM_CODES: readonly string[] = [...Object.keys(STATUS), ...Object.keys(italian.refusals)];

export type Locale = "it" | "en";

/** The first language of the header we speak; Italian otherwise. */
export function localeOf(acceptLanguage: string | undefined | null): Locale {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((tag): tag is Locale => tag === "it" || tag === "en") ?? "it";
}

export function wordsIn(locale: Locale): RefusalMessages {
  return locale === "en" ? english : italian;
}

export function problemOf(code: ProblemCode, locale: Locale, facts: Record<string, unknown> = {}): Problem {
  const detail = wordsIn(locale).problems[code];
  return { type: `/api/v1/docs#${code}`, title: code, status: STATUS[code], detail, code, ...facts };
}

/** The first refusal gives code, status and sentence; all that apply stand in `refusals`. */
export function refusedProblem(refusals: Refusals, locale: Locale): Problem {
  const words = wordsIn(locale);
  const told = refusals.map((refusal) => tell(refusal, words));
  const [first] = told;
  const { code } = refusals[0];
  return { ...first, type: `/api/v1/docs#${code}`, title: code, status: isConflict(code) ? 409 : 422, detail: refusalSentence(words.refusals, refusals[0]), code, refusals: told };
}

function tell(refusal: Refusal, words: RefusalMessages): { code: string; detail: string; [fact: string]: unknown } {
  const { status: presentStatus, ...facts } = { status: undefined, ...refusal } as Record<string, unknown> & { code: string };
  const checks = refusal.code === "not_eligible" ? { checks: refusal.checks.map((check) => tellCheck(check, words)) } : {};
  // The problem's own `status` is the HTTP one.
  const present = presentStatus === undefined ? {} : { presentStatus };
  return { ...facts, ...present, ...checks, code: refusal.code, detail: refusalSentence(words.refusals, refusal) };
}

export type ToldCheck = { code: string; passed: boolean; detail: string; facts: Record<string, unknown>; remedy?: string; remedyDetail?: string };

/** A check with its sentence and, when it failed, what would help. */
export function tellCheck(check: Check, words: RefusalMessages): ToldCheck {
  const remedy = check.remedy === null ? {} : { remedy: check.remedy, remedyDetail: words.remedies[check.remedy] };
  return { code: check.code, passed: check.passed, detail: checkSentence(words.checks, check), facts: check.facts, ...remedy };
}
