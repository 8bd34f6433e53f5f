"use client";

import { type FocusEvent, useEffect, useRef } from "react";

const LINES = "[role=row], [role=listitem], li";

/**
 * For a list whose lines go when their work is done: the focus, which would be lost with its line, goes to the line that took its
 * place, or to the list where none is left. `lines`: changes with the lines; `isAway`: a dialog of the list has the focus meanwhile.
 */
export function useKeptFocus<E extends HTMLElement>(lines: string, isAway: boolean) {
  const list = useRef<E>(null);
  const worked = useRef<number | null>(null);

  useEffect(() => {
    if (isAway) return;
    // What gives the focus back after a dialog looks first.
    const frame = requestAnimationFrame(() => {
      if (worked.current === null || document.activeElement !== document.body || !list.current) return;
      const left = linesOf(list.current);
      const line = left[Math.min(worked.current, left.length - 1)];
      (line?.querySelector<HTMLElement>("button") ?? list.current.querySelector<HTMLElement>("[role=tabpanel] button") ?? list.current).focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [lines, isAway]);

  const onFocusCapture = ({ target, currentTarget }: FocusEvent<E>) => {
    const line = target.closest<HTMLElement>(LINES);
    worked.current = line && currentTarget.contains(line) ? linesOf(currentTarget).indexOf(line) : null;
  };
  return { ref: list, onFocusCapture, tabIndex: -1 };
}

/** A table's head is no line. */
function linesOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(LINES)].filter((line) => line.querySelector("[role=columnheader], [role=tab]") === null && line.closest("[role=tablist]") === null);
}
