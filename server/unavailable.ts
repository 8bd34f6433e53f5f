import "server-only";

const globals = globalThis as typeof globalThis & { postolettoUnavailable?: Set<string> };

/** A page of this request could not be made because the database is away: the web server (scripts/serve.mjs) answers 503 instead of 500. */
export function noteUnavailable(requestId: string): void {
  globals.postolettoUnavailable ??= new Set();
  globals.postolettoUnavailable.add(requestId);
}
