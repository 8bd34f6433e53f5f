"use client";

import { type RefObject, useEffect } from "react";
import type { HeldStore } from "./held";

/** While a finger holds something the page does not scroll away under it, nor is a menu opened by the long press. */
export function useStillUnderFinger(body: RefObject<HTMLElement | null>, store: HeldStore): void {
  useEffect(() => {
    const element = body.current;
    const stay = (event: Event) => {
      if (store.get() !== null && event.cancelable) event.preventDefault();
    };
    // Asked before the first touch: a browser does not wait for who listens later.
    element?.addEventListener("touchmove", stay, { passive: false });
    element?.addEventListener("contextmenu", stay);
    return () => {
      element?.removeEventListener("touchmove", stay);
      element?.removeEventListener("contextmenu", stay);
    };
  }, [body, store]);
}
