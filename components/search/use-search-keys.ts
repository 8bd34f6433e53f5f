"use client";

import { useEffect, useEffectEvent } from "react";

/** `/` and Ctrl-K or Cmd-K open the search, unless somebody is writing or answering a dialog. */
export function useSearchKeys(onOpen: () => void): void {
  const open = useEffectEvent(onOpen);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isCtrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if ((!isSlash && !isCtrlK) || event.defaultPrevented || isBusy(event.target)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  const isWriting = target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select, [role=spinbutton], [role=textbox]") !== null);
  return isWriting || document.querySelector("[role=dialog], [role=alertdialog]") !== null;
}
