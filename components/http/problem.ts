import type { Check } from "./api-types";

/** What is in the way of a bed; `placementId` is null where there is none, or for those who may not see whose it is. */
export type InTheWay = { from: string; placementId?: string | null };

/** A reason for a no, with the sentence the server wrote for it and its facts. */
export type Refusal = { code: string; detail: string; latestExit?: string | null; checks?: Check[]; blockedBy?: InTheWay[] };

export type ProblemBody = {
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: { path: string; code: string; message: string }[];
  refusals?: Refusal[];
  checks?: Check[];
  latestExit?: string | null;
  blockedBy?: InTheWay[];
};

/** The service said no (RFC 9457), or did not answer at all (`code` unreachable). */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.detail);
    this.name = "Problem";
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }

  get isUnreachable(): boolean {
    return this.body.code === "unreachable";
  }
}

export function unreachable(): Problem {
  return new Problem({ title: "", status: 0, detail: "", code: "unreachable" });
}

/** Every no of an answer with its facts: those it lists, or else the one it is. */
export function refusalsIn(error: unknown): Pick<Refusal, "code" | "latestExit" | "blockedBy">[] {
  const body = asProblem(error)?.body;
  return body ? (body.refusals ?? [body]) : [];
}

/** The problem behind an error; null when it is a bug of ours. */
export function asProblem(error: unknown): Problem | null {
  return error instanceof Problem ? error : null;
}

/** `text` for every field the service does not accept, by its path such as `members.0.birthDate`. */
export function inputErrors(error: unknown, text: string): Record<string, string> {
  const errors = asProblem(error)?.body.errors ?? [];
  return Object.fromEntries(errors.map(({ path }) => [path, text]));
}
