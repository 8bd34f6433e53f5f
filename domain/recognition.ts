import type { Day } from "./day";
import { folded } from "./search-words";

export type Named = { givenName: string; familyName: string; birthDate: Day };

/** Letters that are no accented ones and are still written both ways, in documents and by hand. */
const WRITTEN_OUT: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/**
 * Names and birth date as a person is recognised by them (domain.md 3): without accents, case and punctuation, the words in whatever
 * order. An apostrophe is no letter and parts no word: Nicolo' is Nicolò, D'Angelo is Dangelo; any other sign parts words.
 */
export function recognisedBy({ givenName, familyName, birthDate }: Named): string {
  const letters = folded(`${givenName} ${familyName}`).replace(/[ßæœøłđðþı]/g, (letter) => WRITTEN_OUT[letter] ?? letter);
  const words = letters.replace(/['’‘ʼʹ`´]/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [...words.sort(), birthDate].join(" ");
}
