"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { formatsFor, REGION, type Formats } from "@/messages/formats";
import type { Words } from "@/messages/it";
import type { Locale } from "@/messages/locale";
import type { PublicWords } from "@/messages/public-it";

type Spoken = { locale: Locale; words: PublicWords };

const SpokenContext = createContext<Spoken | null>(null);
const WholeContext = createContext<Words | null>(null);

type Props<Said> = { locale: Locale; words: Said; children: ReactNode };

/** `words`: those of the locale. They are handed in, so that a browser need not load every language. */
export function WordsProvider({ locale, words, children }: Props<Words>) {
  return (
    <WholeContext value={words}>
      <PublicWordsProvider locale={locale} words={words}>{children}</PublicWordsProvider>
    </WholeContext>
  );
}

/** For pages that everybody may open: whoever signs in does not wait for the words of the whole product. */
export function PublicWordsProvider({ locale, words, children }: Props<PublicWords>) {
  const spoken = useMemo(() => ({ locale, words }), [locale, words]);
  return (
    <SpokenContext value={spoken}>
      <I18nProvider locale={REGION[locale]}>{children}</I18nProvider>
    </SpokenContext>
  );
}

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error("no WordsProvider around");
  return spoken;
}

export function useLocale(): Locale {
  return useSpoken().locale;
}

/** For what stands on public pages too. */
export function usePublicWords(): PublicWords {
  return useSpoken().words;
}

export function useWords(): Words {
  const words = useContext(WholeContext);
  if (words === null) throw new Error("on a page with public words only: usePublicWords");
  return words;
}

export function useFormats(): Formats {
  return formatsFor(useLocale());
}
