"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { formatsFor, REGION, type Formats } from "@/messages/formats";
import type { Words } from "@/messages/it";
import type { Locale } from "@/messages/locale";

type Spoken = { locale: Locale; words: Words };

const SpokenContext = createContext<Spoken | null>(null);

/** `words`: those of the locale. They are handed in, so that a browser need not load every language. */
export function WordsProvider({ locale, words, children }: Spoken & { children: ReactNode }) {
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

export function useWords(): Words {
  return useSpoken().words;
}

export function useFormats(): Formats {
  return formatsFor(useLocale());
}
