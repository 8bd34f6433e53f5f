import { en } from "./en";
import { it, type Words } from "./it";
import type { Locale } from "./locale";

const WORDS: Record<Locale, Words> = { it, en };

export function wordsFor(locale: Locale): Words {
  return WORDS[locale];
}
