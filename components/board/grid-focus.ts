import { addDays, type Day, earlierOf, laterOf, type Period } from "@/domain/day";

/** Where the focus of the board is: a line, and the day it would be on if the line has days. */
export type GridFocus = { key: string; day: Day; /** Its day is about to be shown: until then it waits at the edge. */ isAhead?: true };

type Line = { key: string; kind: "facility" | "unit" | "bed" };
type Ground = { rows: readonly Line[]; window: Period; /** Lines that a page holds. */ page: number };
type Press = { key: string; ctrlKey: boolean };

const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "Enter", " ", "Escape"];

/** Whether a key is the grid's; the others are the page's and the browser's. */
export function isOfGrid(key: string): boolean {
  return KEYS.includes(key);
}

/** Where a key leads from here; null where it leads nowhere or is not for moving. */
export function movedBy({ key, ctrlKey }: Press, focus: GridFocus, { rows, window, page }: Ground): GridFocus | null {
  const at = rows.findIndex((row) => row.key === focus.key);
  const last = addDays(window.until, -1);
  const toLine = (index: number, day: Day = focus.day): GridFocus | null => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    return row ? moved(focus, { key: row.key, day }) : null;
  };
  const toDay = (day: Day) => (rows[at]?.kind === "bed" ? moved(focus, { key: focus.key, day: earlierOf(last, laterOf(window.from, day)) }) : null);
  switch (key) {
    case "ArrowUp": return toLine(at - 1);
    case "ArrowDown": return toLine(at + 1);
    case "ArrowLeft": return toDay(addDays(focus.day, -1));
    case "ArrowRight": return toDay(addDays(focus.day, 1));
    case "PageUp": return toLine(at - page);
    case "PageDown": return toLine(at + page);
    case "Home": return ctrlKey ? toLine(0, window.from) : toDay(window.from);
    case "End": return ctrlKey ? toLine(rows.length - 1, last) : toDay(last);
    default: return null;
  }
}

/** The day beside the edge of what is shown, where an arrow leads over it, and which way; null where it does not. */
export function beyondEdge({ key, ctrlKey, shiftKey }: Press & { shiftKey: boolean }, { day }: GridFocus, { from, until }: Period): { day: Day; direction: 1 | -1 } | null {
  if (ctrlKey || shiftKey) return null;
  if (key === "ArrowLeft" && day === from) return { day: addDays(day, -1), direction: -1 };
  return key === "ArrowRight" && addDays(day, 1) === until ? { day: until, direction: 1 } : null;
}

function moved(before: GridFocus, after: GridFocus): GridFocus | null {
  return before.key === after.key && before.day === after.day ? null : after;
}

/** The focus as it can be: on a line that is there and a day that is shown; at first on the first bed, on the day that matters. */
export function settledFocus(wanted: GridFocus | null, rows: readonly Line[], window: Period, day: Day): GridFocus | null {
  const line = rows.find(({ key }) => key === wanted?.key) ?? rows.find(({ kind }) => kind === "bed") ?? rows[0];
  if (!line) return null;
  const isShown = wanted !== null && wanted.day >= window.from && wanted.day < window.until;
  if (wanted?.isAhead && !isShown) return { key: line.key, day: wanted.day < window.from ? window.from : addDays(window.until, -1) };
  return { key: line.key, day: isShown ? wanted.day : day };
}
