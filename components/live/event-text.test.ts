import { expect, test } from "vitest";
import { eventCutter } from "./event-text";

test.each<[string, string[], [string, string][]]>([
  ["one event in one piece", ["event: change\ndata: {}\n\n"], [["change", "{}"]]],
  ["an event in three pieces", ["event: ch", "ange\nda", "ta: {\"a\":1}\n\n"], [["change", "{\"a\":1}"]]],
  ["two events and a half", ["data: 1\n\ndata: 2\n\ndata: 3"], [["message", "1"], ["message", "2"]]],
  ["comments and instructions", [": \n\nretry: 2000\nevent: hello\ndata: {}\n\n"], [["hello", "{}"]]],
  ["lines that end as on Windows, also when the pieces part them", ["event: change\r\ndata: 1\r\n\r\ndata: 2\r\n", "\r\n"], [["change", "1"], ["message", "2"]]],
  ["data in two lines", ["data: a\ndata: b\n\n"], [["message", "a\nb"]]],
])("%s", (_case, pieces, expected) => {
  const cut = eventCutter();
  expect(pieces.flatMap(cut).map(({ name, data }) => [name, data])).toEqual(expected);
});
