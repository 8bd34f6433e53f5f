export const LOCALES = ["it", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The cookie that remembers the language chosen. */
export const LANGUAGE_COOKIE = "postoletto-language";

export function localeFrom(text: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? "it";
}
