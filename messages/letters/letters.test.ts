import { describe, expect, test } from "vitest";
import { LETTER_LANGUAGES, type DecisionFacts, type LetterFacts, type LetterLanguage } from "./letter-words";
import { letterLanguageFor, letters } from "./letters";

const facts: LetterFacts = { head: "Xhosa Quist", municipality: "Perugia", facility: "Rifugio Elce", unit: "U1", arrival: "2027-03-10", exit: "2027-09-01", latestExit: "2027-10-02", isLimitOver: false, isOver: false, mayAsk: true };
const decisions: DecisionFacts[] = [true, false].map((isGranted) => ({ requested: "2027-12-03", isGranted, grounds: null }));
const CASES: LetterFacts[] = [facts, { ...facts, latestExit: null, mayAsk: false }, { ...facts, isOver: true }, { ...facts, isOver: true, isLimitOver: true }];

const DAYS: Record<LetterLanguage, string[]> = {
  it: ["10 marzo 2027", "1 settembre 2027", "2 ottobre 2027", "3 dicembre 2027"],
  "it-plain": ["10 marzo 2027", "1 settembre 2027", "2 ottobre 2027", "3 dicembre 2027"],
  en: ["10 March 2027", "1 September 2027", "2 October 2027", "3 December 2027"],
  fr: ["10 mars 2027", "1er septembre 2027", "2 octobre 2027", "3 décembre 2027"],
  ar: ["10 مارس 2027", "1 سبتمبر 2027", "2 أكتوبر 2027", "3 ديسمبر 2027"],
};

function textsIn(language: LetterLanguage): string[] {
  const { words } = letters[language];
  const fixed = [words.place("Perugia", "2027-08-01"), words.to(facts.head), words.greeting(facts.head), words.exit.title, words.extension.grounds, words.closing, words.signature("Perugia"), words.receipt];
  return [...fixed, ...CASES.flatMap((each) => [...words.exit.text(each), ...decisions.flatMap((decision) => words.extension.text(each, decision))]), ...decisions.map(words.extension.title)];
}

describe.each(LETTER_LANGUAGES.map((language) => [language] as const))("letters in %s", (language) => {
  const { words } = letters[language];
  const [arrival = "", exit = "", latest = "", requested = ""] = DAYS[language];

  test("say as much as the Italian ones, paragraph by paragraph", () => {
    for (const each of CASES) {
      expect(words.exit.text(each)).toHaveLength(letters.it.words.exit.text(each).length);
      for (const decision of decisions) expect(words.extension.text(each, decision)).toHaveLength(letters.it.words.extension.text(each, decision).length);
    }
    for (const text of textsIn(language)) expect(text.trim()).not.toBe("");
  });

  test("tell an exit with its place and days in the words of the language", () => {
    const text = words.exit.text(facts).join("\n");
    for (const told of ["Rifugio Elce", "U1", arrival, exit, latest]) expect(text).toContain(told);
    expect(words.exit.text({ ...facts, latestExit: null, mayAsk: false }).join("\n")).not.toContain(latest);
    expect(words.exit.text({ ...facts, isOver: true })).not.toEqual(words.exit.text(facts));
    expect(words.exit.text({ ...facts, isOver: true, isLimitOver: true })).not.toEqual(words.exit.text({ ...facts, isOver: true }));
  });

  test("tell a decision so that a yes is no no", () => {
    const [granted, refused] = decisions.map((decision) => [words.extension.title(decision), ...words.extension.text(facts, decision)].join("\n"));
    for (const text of [granted, refused]) for (const told of ["Rifugio Elce", exit, requested]) expect(text).toContain(told);
    expect(granted).not.toBe(refused);
  });

  test("are written with care", () => {
    for (const text of textsIn(language)) {
      expect(text).not.toMatch(/\p{L}'\p{L}|"|\.\.\.| {2,}|undefined|null/u);
      if (language !== "fr") expect(text).not.toMatch(/\s[:;!?]/);
      if (language !== "ar") expect(text).not.toMatch(/\s[.,]/);
    }
  });
});

test("Arabic is Arabic but for what is nobody's word, and French sets its colons apart", () => {
  const names = /Xhosa Quist|Perugia|Rifugio Elce|U1/g;
  for (const text of textsIn("ar")) expect(text.replace(names, "")).not.toMatch(/[A-Za-z,;?]/);
  for (const text of textsIn("fr")) expect(text).not.toMatch(/[^\s\u00a0][:;!?]/);
});

test("the two kinds of Italian are not the same, and the plain one has short sentences", () => {
  const sentences = CASES.flatMap((each) => [...letters["it-plain"].words.exit.text(each), ...decisions.flatMap((decision) => letters["it-plain"].words.extension.text(each, decision))]).flatMap((text) => text.split(/[.?]\s/));
  for (const sentence of sentences) expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(17);
});

test.each([["ar", "ar"], ["fr", "fr"], ["en", "en"], ["it", "it"], ["ti", "it"], [null, "it"]] as const)("a household that speaks %s is first written to in %s", (language, first) => {
  expect(letterLanguageFor(language)).toBe(first);
});
