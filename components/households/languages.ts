import { REGION } from "@/messages/formats";
import type { Locale } from "@/messages/locale";

/** ISO 639: the languages most spoken by people the services meet. */
const CODES = "it en fr es pt ar uk ru ro sq bn ur pa hi ta si zh fa ps ku tr am ti so wo ff bm ha ig yo sw ln ka pl bg sr mk hy ne my vi fil".split(" ");

/** Languages by their name in the language of the screen. */
export function languagesIn(locale: Locale): { id: string; text: string }[] {
  return CODES.map((id) => ({ id, text: languageName(id, locale) })).sort((a, b) => a.text.localeCompare(b.text, locale));
}

export function languageName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(REGION[locale], { type: "language" }).of(code) ?? code;
}
