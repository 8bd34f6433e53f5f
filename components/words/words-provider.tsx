"use client";

import { createContext, useContext, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { formatsFor, REGION, type Formats } from "@/messages/formats";
import type { Words } from "@/messages/it";
import type { Locale } from "@/messages/locale";
import { wordsFor } from "@/messages/words-for";

const LocaleContext = createContext<Locale>("it");

export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={REGION[locale]}>{children}</I18nProvider>
    </LocaleContext>
  );
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export function useWords(): Words {
  return wordsFor(useLocale());
}

export function useFormats(): Formats {
  return formatsFor(useLocale());
}
