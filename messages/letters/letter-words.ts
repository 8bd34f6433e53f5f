import type { Day } from "@/domain/day";

/** What a letter tells; names are set apart from the text around them, whichever way it runs. */
export type LetterFacts = {
  head: string;
  municipality: string;
  facility: string;
  unit: string;
  arrival: Day;
  exit: Day;
  latestExit: Day | null;
  /** The latest exit is over too. */
  isLimitOver: boolean;
  isOver: boolean;
  /** Whether the rule still lets somebody ask for more time. */
  mayAsk: boolean;
};

/** What was asked and decided; `grounds` are given as they were written. */
export type DecisionFacts = { requested: Day; isGranted: boolean; grounds: string | null };

/** The letters in one language. */
export type LetterWords = {
  day: (day: Day) => string;
  place: (municipality: string, today: Day) => string;
  to: (head: string) => string;
  greeting: (head: string) => string;
  exit: { title: string; text: (facts: LetterFacts) => string[] };
  extension: { title: (decision: DecisionFacts) => string; text: (facts: LetterFacts, decision: DecisionFacts) => string[]; grounds: string };
  closing: string;
  signature: (municipality: string) => string;
  receipt: string;
};

export const LETTER_LANGUAGES = ["it", "it-plain", "en", "fr", "ar"] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** A paragraph that is not needed is left out. */
export function paragraphs(...texts: (string | false | null)[]): string[] {
  return texts.filter((text): text is string => typeof text === "string");
}

/** Days in words, as a region writes them; digits are those of documents and keys everywhere. */
export function daysIn(region: string): (day: Day) => string {
  const format = new Intl.DateTimeFormat(`${region}-u-ca-gregory-nu-latn`, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return (day) => format.format(Date.parse(`${day}T00:00:00Z`));
}
