/** The answer of a rule: a value, or the reason for a no. Reasons are values with a code and the facts for the sentence. */
export type Result<T, F> = { ok: true; value: T } | { ok: false; failure: F };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function no<F>(failure: F): { ok: false; failure: F } {
  return { ok: false, failure };
}
