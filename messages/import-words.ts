import type { ImportKind, ImportRefusal } from "@/domain/imports";

export type ImportWords = {
  /** What each column of a file holds, for templates and documentation. */
  kinds: Record<ImportKind, string>;
  refusals: { [C in ImportRefusal["code"]]: (facts: Extract<ImportRefusal, { code: C }>) => string };
};

/** The sentence for one refusal: the code decides which words, its own facts fill them. */
export function importSentence(words: ImportWords, refusal: ImportRefusal): string {
  const say = words.refusals[refusal.code] as (facts: ImportRefusal) => string;
  return say(refusal);
}
