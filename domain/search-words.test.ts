import { describe, expect, test } from "vitest";
import { hasWords, phoneDigits, piecesOf, wordsSearched } from "./search-words";

const marked = (text: string, q: string) => piecesOf(text, wordsSearched(q)).map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece)).join("");

test.each([
  ["Famiglia Okafor", "oka", "Famiglia [Oka]for"],
  ["Niccolò De Ferrari", "niccolo FERR", "[Niccolò] De [Ferr]ari"],
  ["Anna Hanna", "anna", "[Anna] H[anna]"],
  ["aaaa", "aa", "[aaaa]"],
  ["Rifugio Elce", "zz", "Rifugio Elce"],
  ["Straße 5", "strasse", "Straße 5"],
  ["👩‍👧 Casa", "casa", "👩‍👧 [Casa]"],
  ["", "a", ""],
  ["Casa", "", "Casa"],
])("in %s the search for %s marks %s", (text, q, expected) => {
  expect(marked(text, q)).toBe(expected);
});

test("every word has to stand somewhere, in any of the texts", () => {
  expect(hasWords(["Rifugio Elce", null, "U4"], ["elce", "u4"])).toBe(true);
  expect(hasWords(["Rifugio Elce", null, "U4"], ["elce", "u5"])).toBe(false);
});

describe("a telephone number", () => {
  test.each([
    ["075 5001234", "0755001234"],
    ["+39 333 123.45.67", "3331234567"],
    ["0039 3331234567", "3331234567"],
    ["(075) 500-12", "07550012"],
    ["39123", "39123"],
    ["0750", null],
    ["N-0142", null],
    ["via Elce 5", null],
    ["1234567890123456", null],
  ])("%s is looked for as %s", (q, digits) => {
    expect(phoneDigits(q)).toBe(digits);
  });
});
