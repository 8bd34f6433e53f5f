import type { ReactNode } from "react";
import { WordsProvider } from "@/components/words/words-provider";
import { localeOfRequest } from "./request";

/** Around pages of those who are signed in. Asked for here, each language travels in a file of its own, and a browser loads the one that is read. */
export async function WholeWords({ children }: { children: ReactNode }) {
  const locale = await localeOfRequest();
  const words = locale === "en" ? (await import("@/components/words/english")).english : (await import("@/components/words/italian")).italian;
  return <WordsProvider locale={locale} words={words}>{children}</WordsProvider>;
}
