import "server-only";

type Ending = () => void | Promise<void>;
const globals = globalThis as typeof globalThis & { postolettoStopping?: Ending; postolettoStopped?: Ending };

/** Called by the web server (scripts/serve.mjs) once it takes no more requests: what would not end by itself, ends. */
export function whenStopping(ending: Ending): void {
  const before = globals.postolettoStopping;
  globals.postolettoStopping = async () => {
    await Promise.all([before?.(), ending()]);
  };
}

/** Called when the last request is answered. */
export function onceStopped(ending: Ending): void {
  globals.postolettoStopped = ending;
}
