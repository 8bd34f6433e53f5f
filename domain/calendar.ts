import { addDays, type Day } from "./day";
import type { WorkKind } from "./day-work";

/** How many things of one kind have one day: nothing in it tells whose they are. */
export type Deadline = { kind: WorkKind; day: Day; count: number };

type Line = { kind: WorkKind; day: Day | null; exit: Day | null };

/** The deadlines among these lines, by day. A request is to be decided before the present exit; what has no day has no deadline. */
export function deadlinesOf(lines: readonly Line[]): Deadline[] {
  const counted = new Map<string, Deadline>();
  for (const { kind, day, exit } of lines) {
    const on = kind === "extension" ? exit : day;
    if (on === null) continue;
    const key = `${on} ${kind}`;
    counted.set(key, { kind, day: on, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, deadline]) => deadline);
}

export type CalendarEvent = { uid: string; day: Day; summary: string; link: string };

/** A calendar of whole days (RFC 5545). `today` stands for the moment it was made, so that the same day gives the same text. */
export function calendarText(name: string, events: readonly CalendarEvent[], today: Day): string {
  const compact = (day: Day) => day.replaceAll("-", "");
  const lines = events.flatMap(({ uid, day, summary, link }) => [
    "BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${compact(today)}T000000Z`, `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`, `URL:${link}`, "TRANSP:TRANSPARENT", "END:VEVENT",
  ]);
  const all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Postoletto//EN", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escaped(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT1H", ...lines, "END:VCALENDAR"];
  return all.map((line) => `${folded(line)}\r\n`).join("");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

const LONGEST = 75;

/** No line is longer than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let length = 0;
  return [...line].map((character) => {
    const size = encoder.encode(character).length;
    const isFull = length + size > LONGEST;
    length = isFull ? 1 + size : length + size;
    return isFull ? `\r\n ${character}` : character;
  }).join("");
}
