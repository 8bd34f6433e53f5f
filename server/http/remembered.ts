import "server-only";
import type { Database } from "@/db/client";
import { database } from "../database";
import type { Answer } from "./execute";

/** Answers kept for one state of the database. */
const MOST = 500;

type Answers = Map<string, Promise<Answer>>;
/** `asked`: what a first question wanted to be read. */
type Kept = { snapshot: string; answers: Answers; read: Answers; asked: Set<string> };

const ENCODER = new TextEncoder();

const kept = new WeakMap<Database, Kept>();

/**
 * The answer given before to the same question, as long as nothing at all was written since. Two equal snapshots of Postgres see the
 * same rows: every commit between them would have made them differ. `snapshot` must have been taken for this very request. What
 * expires by itself is asked again every second. Only for questions that write nothing.
 */
export function whileUnchanged(snapshot: string, question: unknown, answer: () => Promise<Answer>): Promise<Answer> {
  return remembered(keptFor(snapshot).answers, inThisSecond(JSON.stringify(question)), async () => {
    const answered = await answer();
    // As it is sent and no more: hundreds of bodies kept as objects are what the garbage collector would be busy with.
    return answered.status === 200 ? { status: 200, body: undefined, bytes: ENCODER.encode(JSON.stringify(answered.body)) } : answered;
  });
}

/**
 * What several questions can be answered from, kept as whileUnchanged keeps answers. Null to the first who asks for it: one question alone
 * needs less to be read.
 */
export function readWhileUnchanged(snapshot: string, what: unknown, read: () => Promise<Answer>): Promise<Answer> | null {
  const { asked, read: known } = keptFor(snapshot);
  const name = JSON.stringify(what);
  if (asked.has(name)) return remembered(known, inThisSecond(name), read);
  if (asked.size >= MOST) asked.clear();
  asked.add(name);
  return null;
}

function inThisSecond(name: string): string {
  return `${Math.floor(Date.now() / 1000)} ${name}`;
}

async function remembered(answers: Answers, name: string, answer: () => Promise<Answer>): Promise<Answer> {
  const known = answers.get(name);
  if (known) return known;

  const answering = answer();
  if (answers.size >= MOST) answers.clear();
  answers.set(name, answering);
  try {
    const answered = await answering;
    if (answered.status !== 200) answers.delete(name);
    return answered;
  } catch (error) {
    answers.delete(name);
    throw error;
  }
}

function keptFor(snapshot: string): Kept {
  const last = kept.get(database());
  if (last?.snapshot === snapshot) return last;
  const next: Kept = { snapshot, answers: new Map(), read: new Map(), asked: new Set() };
  kept.set(database(), next);
  return next;
}
