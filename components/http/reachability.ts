type Listener = () => void;

const listeners = new Set<Listener>();
let isLost = false;

function say(lost: boolean): void {
  if (isLost === lost) return;
  isLost = lost;
  for (const listener of listeners) listener();
}

/** Whether the service answered the last time it was asked: a device may think it has a network and reach nobody. */
export const reachability = {
  isLost: () => isLost,
  lost: () => say(true),
  found: () => say(false),
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Asks the service whether it is there. */
export async function isThere(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
