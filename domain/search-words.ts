/** Lower case and without accents: whoever searches on a phone types neither. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words that are searched for; more than five narrow nothing. */
export function wordsSearched(q: string): string[] {
  return q.trim().split(/\s+/).filter(Boolean).slice(0, 5);
}

export function hasWord(text: string, word: string): boolean {
  return folded(text).includes(folded(word));
}

/** True when every word stands in one of the texts. */
export function hasWords(texts: readonly (string | null)[], words: readonly string[]): boolean {
  return words.every((word) => texts.some((text) => text !== null && hasWord(text, word)));
}

/** The digits of what may be a telephone number; null when it is none. Italy's prefix is often left out of what is kept. */
export function phoneDigits(q: string): string | null {
  if (!/^\s*\+?[\d\s./()-]+$/.test(q)) return null;
  const digits = q.replace(/\D/g, "").replace(/^(?:00)?39(?=\d{8})/, "");
  return digits.length >= 5 && digits.length <= 15 ? digits : null;
}

export type Piece = { text: string; isHit: boolean };

/** The text cut where words that were searched for begin and end. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const { letters, starts } = letterByLetter(text);
  const hits = new Set<number>();
  for (const word of words.map(folded)) {
    for (let at = word === "" ? -1 : letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1)) {
      for (let position = at; position < at + word.length; position += 1) hits.add(starts[position] ?? 0);
    }
  }
  return [...text].reduce<Piece[]>((pieces, letter, index) => {
    const last = pieces.at(-1);
    const isHit = hits.has(index);
    return last?.isHit === isHit ? [...pieces.slice(0, -1), { text: last.text + letter, isHit }] : [...pieces, { text: letter, isHit }];
  }, []);
}

/** Folding may make a letter longer or take it away: each folded letter remembers which one it was. */
function letterByLetter(text: string): { letters: string; starts: number[] } {
  const each = [...text].map(folded);
  return { letters: each.join(""), starts: each.flatMap((letter, index) => Array.from({ length: letter.length }, () => index)) };
}
