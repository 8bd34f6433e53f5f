import { useSyncExternalStore } from "react";

type Listener = () => void;

const listeners = new Set<Listener>();
let isLive: boolean | null = null;

/** Whether changes of others are heard of at this moment; null before the first answer. */
export const liveState = {
  now: () => isLive,
  say: (next: boolean | null) => {
    if (isLive === next) return;
    isLive = next;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export function useIsLive(): boolean | null {
  return useSyncExternalStore(liveState.subscribe, liveState.now, () => null);
}
