import type { Choice } from "./select";

/** The codes of a list with their words, as a select shows them. */
export function choicesOf<Code extends string>(words: Record<Code, string>): Choice<Code>[] {
  return (Object.keys(words) as Code[]).map((id) => ({ id, text: words[id] }));
}
