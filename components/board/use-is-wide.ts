"use client";

import { useSyncExternalStore } from "react";

/** Where the style sheets' `md` begins (app/globals.css). */
const WIDE = "(min-width: 44rem)";

const listen = (onChange: () => void) => {
  const media = window.matchMedia(WIDE);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
};

/** Whether the screen has room for columns; null while the page is as the server wrote it, who cannot know. */
export function useIsWide(): boolean | null {
  return useSyncExternalStore<boolean | null>(listen, () => window.matchMedia(WIDE).matches, () => null);
}
