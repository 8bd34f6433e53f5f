import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

type RequestContext = { requestId: string };

const globals = globalThis as typeof globalThis & { postolettoRequest?: AsyncLocalStorage<RequestContext> };

/** Kept outside the modules: bundles load them more than once, and a request is one. */
function storage(): AsyncLocalStorage<RequestContext> {
  globals.postolettoRequest ??= new AsyncLocalStorage();
  return globals.postolettoRequest;
}

export function withinRequest<T>(context: RequestContext, work: () => T): T {
  return storage().run(context, work);
}

/** The id of the request this code runs for; undefined outside of one. */
export function requestId(): string | undefined {
  return storage().getStore()?.requestId;
}
