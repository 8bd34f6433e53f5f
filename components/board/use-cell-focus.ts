"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Day } from "@/domain/day";
import type { GridFocus } from "./grid-focus";

/** Where the focus of the grid is wanted, and its way to the cell once that is drawn. `from`: the first day that is shown. */
export function useCellFocus(grid: RefObject<HTMLElement | null>, from: Day) {
  const [wanted, setWanted] = useState<GridFocus | null>(null);
  const takesFocus = useRef(false);
  const waits = useRef(false);

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    focusCellOf(grid.current);
  }, [grid, wanted]);

  useLayoutEffect(() => {
    if (!waits.current) return;
    waits.current = false;
    focusCellOf(grid.current);
  }, [grid, from]);

  return {
    wanted,
    goTo: (next: GridFocus) => {
      takesFocus.current = true;
      setWanted({ ...next });
    },
    /** To a day that is shown soon. */
    waitFor: (next: GridFocus) => {
      waits.current = true;
      setWanted({ ...next, isAhead: true });
    },
    /** Back to where it was, as a button or a dialog goes. */
    comeBack: () => {
      // What gives the focus back after a dialog looks first; the button that opened it went with the card.
      requestAnimationFrame(() => requestAnimationFrame(() => isNowhere(document.activeElement) && focusCellOf(grid.current)));
    },
  };
}

/** No key does anything there: a press of the mouse on what takes no focus gives it to the whole content of the page. */
function isNowhere(element: Element | null): boolean {
  return !(element instanceof HTMLElement) || element === document.body || element.tabIndex < 0;
}

function focusCellOf(grid: HTMLElement | null): void {
  const cell = grid?.querySelector<HTMLElement>("[data-focus-cell]");
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: "nearest" });
}
