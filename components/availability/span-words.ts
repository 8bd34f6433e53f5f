import type { Span } from "@/domain/day";
import type { Words } from "@/messages/it";

/** "6 mesi" */
export function spanInWords(span: Span, words: Words["availability"]["span"]): string {
  if ("months" in span) return words.months(span.months);
  return "weeks" in span ? words.weeks(span.weeks) : words.days(span.days);
}
