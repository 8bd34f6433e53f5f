"use client";

import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useEffect } from "react";
import { LOCALES } from "@/messages/locale";
import { MeProvider } from "../session/me";
import { choicesOf } from "../ui/choices";
import { RadioGroup } from "../ui/radio-group";
import { ToastProvider } from "../ui/toast";
import { wordsFor } from "@/messages/words-for";
import { useLocale, WordsProvider } from "../words/words-provider";
import { Actions } from "./actions";
import { Choices } from "./choices";
import { Containers } from "./containers";
import { Days } from "./days";
import { Fields } from "./fields";
import { Notices } from "./notices";
import { Numbers } from "./numbers";
import { Overlays } from "./overlays";
import { Places } from "./places";
import { Tables } from "./tables";
import { TODAY } from "./today";
import { useDesignWords } from "./use-design-words";

const SCHEMES = ["light", "dark"] as const;

/** Every part in every state; how it is looked at stands in the URL. */
export function DesignPage() {
  return (
    <NuqsAdapter>
      <Look />
    </NuqsAdapter>
  );
}

function Look() {
  const asked = useLocale();
  const [{ scheme, lang }, setLook] = useQueryStates({ scheme: parseAsStringLiteral(SCHEMES), lang: parseAsStringLiteral(LOCALES).withDefault(asked) });

  // On the root, since dialogs and lists hang there.
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (scheme) dataset.scheme = scheme;
    return () => void delete dataset.scheme;
  }, [scheme]);

  return (
    <WordsProvider locale={lang} words={wordsFor(lang)}>
      <div lang={lang}>
        <Parts scheme={scheme} onLook={(look) => void setLook(look)} />
      </div>
    </WordsProvider>
  );
}

type Scheme = (typeof SCHEMES)[number];
type PartsProps = { scheme: Scheme | null; onLook: (look: { scheme?: Scheme; lang?: (typeof LOCALES)[number] }) => void };

function Parts({ scheme, onLook }: PartsProps) {
  const words = useDesignWords();
  const locale = useLocale();
  const me = { id: "1", version: 1, name: words.person, email: "", language: locale, grants: [], municipalities: [], today: TODAY };
  return (
    <MeProvider me={me} municipality={{ code: "", name: "", permissions: [] }}>
      <ToastProvider>
        <main className="mx-auto max-w-[1280px] space-y-8 px-4 py-8 sm:px-7">
          <header className="space-y-3">
            <h1 className="text-3xl">{words.title}</h1>
            <p className="max-w-prose text-ink-soft">{words.intro}</p>
            <div className="flex flex-wrap gap-10">
              <RadioGroup label={words.scheme} choices={choicesOf(words.schemes)} value={scheme} onChange={(next) => onLook({ scheme: next })} />
              <RadioGroup label={words.language} choices={choicesOf(words.languages)} value={locale} onChange={(next) => onLook({ lang: next })} />
            </div>
          </header>
          <Actions />
          <Fields />
          <Choices />
          <Days />
          <Notices />
          <Numbers />
          <Containers />
          <Tables />
          <Overlays />
          <Places />
        </main>
      </ToastProvider>
    </MeProvider>
  );
}
