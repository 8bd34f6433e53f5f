import "server-only";

/** So long the next asking waits for the one under way: an answer that hangs holds up nobody who came after it. */
const PATIENCE = 50;

type Lane<T> = { running: Promise<T>; next: Promise<T> | null };

/**
 * Asks the database once for all who want to know the same at the same time. Nobody is given what was asked before they came: while one
 * asking is under way, those who come share the next.
 */
export function askedTogether<T>(ask: (what: string) => Promise<T>): (what: string) => Promise<T> {
  const lanes = new Map<string, Lane<T>>();

  function begin(what: string): Promise<T> {
    const lane: Lane<T> = { running: ask(what), next: null };
    lanes.set(what, lane);
    const end = () => {
      if (lane.next === null && lanes.get(what) === lane) lanes.delete(what);
    };
    lane.running.then(end, end);
    return lane.running;
  }

  return (what) => {
    const lane = lanes.get(what);
    if (!lane) return begin(what);
    lane.next ??= ended(lane.running).then(() => begin(what));
    return lane.next;
  };
}

/** Once it came to an end, whatever it was, or took too long. */
function ended(running: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    running.then(end, end);
  });
}
