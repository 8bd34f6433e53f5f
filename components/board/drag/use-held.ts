"use client";

import { useSyncExternalStore } from "react";
import type { Held, HeldStore } from "./held";

const nothing = () => null;

/** What is held, for those who draw it or say it. */
export function useHeld(store: HeldStore): Held | null {
  return useSyncExternalStore(store.listen, store.get, nothing);
}
