import { arabic } from "./arabic";
import { english } from "./english";
import { french } from "./french";
import { italian } from "./italian";
import type { LetterLanguage, LetterWords } from "./letter-words";
import { plainItalian } from "./plain-italian";

/** `tag`: for browsers and screen readers; `name`: as whoever reads the letter calls the language. */
type Letters = { words: LetterWords; tag: string; direction: "ltr" | "rtl"; name: string };

export const letters: Record<LetterLanguage, Letters> = {
  it: { words: italian, tag: "it", direction: "ltr", name: "Italiano" },
  "it-plain": { words: plainItalian, tag: "it", direction: "ltr", name: "Italiano facile" },
  en: { words: english, tag: "en", direction: "ltr", name: "English" },
  fr: { words: french, tag: "fr", direction: "ltr", name: "Français" },
  ar: { words: arabic, tag: "ar", direction: "rtl", name: "العربية" },
};

/** The language to begin with for a household that speaks this one. */
export function letterLanguageFor(language: string | null): LetterLanguage {
  return language === "en" || language === "fr" || language === "ar" ? language : "it";
}
