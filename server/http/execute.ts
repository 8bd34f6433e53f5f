import "server-only";
import { asActor, type Db, inSavepoint } from "@/db/client";
import { isConnectionLost, isWorthRetrying, NotFound } from "@/db/errors";
import { claimKey, storeAnswer } from "@/db/idempotency";
import { keyedHash } from "@/db/secret-columns";
import type { Actor } from "@/domain/actor";
import type { Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { database } from "../database";
import { Forbidden, Malformed, OwnRequest, Stale } from "../guard";
import { log } from "../log";
import { toldError } from "../told-error";
import { withoutHidden } from "./hidden-blocks";
import { inputError, malformed } from "./input-errors";
import { type Locale, type Problem, problemOf, refusedProblem } from "./problem";

/** `bytes`: the body as it is sent, when it was written out before. */
export type Answer = { status: number; body: unknown; bytes?: Uint8Array<ArrayBuffer> };

/** A refusal on its way out of the transaction, which undoes what the verb had written. */
class Refused extends Error {
  constructor(readonly refusals: Refusals) {
    super(refusals[0].code);
  }
}

export type Work = {
  actor: Actor;
  locale: Locale;
  status: 200 | 201 | 204;
  /** Of the `Idempotency-Key` header; null without one. */
  key: { value: string; request: string } | null;
  run: (db: Db) => Promise<Result<unknown, Refusals>>;
};

const TRIES = 4;

/** Runs a verb in one transaction and answers it, or the problem; a lost race with a constraint is decided anew. */
export async function execute(work: Work): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await asActor(database(), work.actor, (db) => (work.key === null ? inOneGo(db, work) : once(db, work, work.key)));
    } catch (error) {
      if (isWorthRetrying(error) && attempt < TRIES) continue;
      return problemFor(error, work.locale);
    }
  }
}

async function inOneGo(db: Db, work: Work): Promise<Answer> {
  const result = await work.run(db);
  if (!result.ok) throw new Refused(await withoutHidden(db, result.failure));
  return { status: work.status, body: result.value };
}

/** The same key and body again give the first answer, also when that was a refusal. */
async function once(db: Db, work: Work, key: NonNullable<Work["key"]>): Promise<Answer> {
  // Keyed: the request may hold a password.
  const requestHash = keyedHash(key.request);
  const first = await claimKey(db, key.value, requestHash);
  if (first !== null) {
    if (first.requestHash !== requestHash) return asAnswer(problemOf("idempotency_conflict", work.locale));
    return { status: first.status, body: first.body };
  }
  const answer = await inSavepoint(db, (savepoint) => inOneGo(savepoint, work)).catch((error: unknown) => {
    if (ANSWERS.some((kind) => error instanceof kind)) return problemFor(error, work.locale);
    throw error;
  });
  await storeAnswer(db, key.value, answer);
  return answer;
}

/** Errors that are an answer, and no bug or lost database. */
const ANSWERS = [Refused, NotFound, Forbidden, OwnRequest, Malformed, Stale] as const;

function problemFor(error: unknown, locale: Locale): Answer {
  if (error instanceof Refused) return asAnswer(refusedProblem(error.refusals, locale));
  if (error instanceof NotFound) return asAnswer(problemOf("not_found", locale, { what: error.what }));
  if (error instanceof Forbidden) return asAnswer(problemOf(error.reason === "role" ? "forbidden" : "other_organisation", locale, { permission: error.permission }));
  if (error instanceof OwnRequest) return asAnswer(problemOf("own_request", locale));
  if (error instanceof Malformed) return asAnswer(malformed(locale, inputError(error.path, error.code, locale)));
  if (error instanceof Stale) return asAnswer(problemOf("stale", locale, { version: error.currentVersion }));
  if (isConnectionLost(error)) return asAnswer(problemOf("unavailable", locale));
  log.error({ error: toldError(error) }, "unexpected");
  return asAnswer(problemOf("internal", locale));
}

export function asAnswer(problem: Problem): Answer {
  return { status: problem.status, body: problem };
}
