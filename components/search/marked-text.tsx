import { piecesOf } from "@/domain/search-words";

/** The text with what was searched for standing out. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  return piecesOf(text, words).map(({ text: piece, isHit }, index) =>
    isHit ? <mark key={index} className="rounded-sm bg-brand-soft text-inherit underline decoration-brand decoration-2 underline-offset-2">{piece}</mark> : piece,
  );
}
