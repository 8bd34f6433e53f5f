import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "@/scripts/project.mjs";
import { al, dal, dalAtStart, del, il } from "./articles";

test.each([
  ["8 marzo 2027", "l’8 marzo 2027"],
  ["11 mar", "l’11 mar"],
  ["1 marzo", "il 1 marzo"],
  ["18 marzo", "il 18 marzo"],
  ["28 marzo", "il 28 marzo"],
])("%s with its article is %s", (day, said) => {
  expect(il(day)).toBe(said);
});

test("with every preposition", () => {
  expect([al, dal, del, dalAtStart].map((say) => say("8 maggio"))).toEqual(["all’8 maggio", "dall’8 maggio", "dell’8 maggio", "Dall’8 maggio"]);
});

test("no Italian sentence puts a fixed article before a day", () => {
  const files = ["messages/it", "messages/letters"].flatMap((folder) => readdirSync(join(projectRoot, folder)).map((name) => join(folder, name)));
  const fixed = /\b(il|al|dal|del|sul|nel) \$\{(day|shortDay|dayMonth|dayAndMonth|shortDayMonth|moment)\(/i;
  const wrong = files.flatMap((path) => readFileSync(join(projectRoot, path), "utf8").split("\n").filter((line) => fixed.test(line)).map((line) => `${path}: ${line.trim()}`));
  expect(wrong).toEqual([]);
});
