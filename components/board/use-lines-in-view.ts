"use client";

import { useEffect, useRef, useState } from "react";
import { useIsPrinted } from "../ui/use-is-printed";
import { linesInView } from "./board-rows";
import { newRush } from "./rush";

/** Before anything could be measured: more than a screen holds, few enough to be written by the server. */
const AT_FIRST = 40;

/** Of the lines of a list, all as high as each other and as high as `body` together, those that have to be drawn while the page scrolls; on paper all. */
export function useLinesInView(count: number) {
  const body = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState({ first: 0, last: AT_FIRST });
  const [rush] = useState(newRush);

  useEffect(() => {
    let lastTop: number | null = null;
    const look = () => {
      const box = body.current?.getBoundingClientRect();
      if (!box || box.height === 0) return;
      const rowHeight = box.height / count;
      const next = linesInView({ top: -box.top, height: window.innerHeight, rowHeight, count });
      rush.note(lastTop === null ? 0 : Math.abs(box.top - lastTop) / rowHeight);
      lastTop = box.top;
      setLines((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    const frame = requestAnimationFrame(look);
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, [count, rush]);

  const { first, last } = useIsPrinted() ? { first: 0, last: count } : lines;
  return { body, rush, first: Math.min(first, count), last: Math.min(last, count) };
}
