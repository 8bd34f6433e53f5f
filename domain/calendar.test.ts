import { expect, test } from "vitest";
import { calendarText, deadlinesOf } from "./calendar";

const TODAY = "2027-03-10";

test("deadlines are counted by kind and day; a request has the present exit's, and what has no day none", () => {
  const line = (kind: "ending" | "extension" | "unconfirmed", day: string | null, exit: string | null = null) => ({ kind, day, exit });
  expect(deadlinesOf([line("ending", "2027-04-02"), line("extension", "2027-06-01", "2027-04-01"), line("ending", "2027-04-02"), line("unconfirmed", null)])).toEqual([
    { kind: "extension", day: "2027-04-01", count: 1 }, { kind: "ending", day: "2027-04-02", count: 2 },
  ]);
});

test("an event is a whole day, ends on the next, and its text cannot become a line of its own", () => {
  const text = calendarText("Scadenze", [{ uid: "u", day: "2027-12-31", summary: "Uno, due; tre\nBEGIN:VEVENT", link: "https://posti.example/oggi" }], TODAY);
  expect(text).toContain("DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n");
  expect(text).toContain("SUMMARY:Uno\\, due\\; tre\\nBEGIN:VEVENT\r\n");
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  expect(text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

test("no line is longer than 75 octets, and folding takes nothing away", () => {
  const summary = "àèìòù🛏".repeat(30);
  const text = calendarText("Scadenze", [{ uid: "u", day: TODAY, summary, link: "https://posti.example/oggi" }], TODAY);
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${summary}\r\n`);
});
