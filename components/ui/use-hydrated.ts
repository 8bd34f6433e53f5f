"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False while the page is as the server wrote it: what only the browser can know may be shown after. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
