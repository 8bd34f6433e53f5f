import "server-only";
import { log } from "../log";
import { whenStopping } from "../stopping";
import { toldError } from "../told-error";

const underWay = new Set<Promise<void>>();
let isAwaited = false;

/** Does work that the caller does not wait for, so that no clock tells what there was to do. An orderly end waits for it. */
export function behindTheAnswer(work: () => Promise<void>): void {
  if (!isAwaited) whenStopping(settled);
  isAwaited = true;
  const done = work()
    .catch((error: unknown) => log.error({ error: toldError(error) }, "work behind an answer failed"))
    .finally(() => underWay.delete(done));
  underWay.add(done);
}

async function settled(): Promise<void> {
  await Promise.all(underWay);
}
