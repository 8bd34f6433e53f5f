"use client";

import type { DecisionFacts, LetterFacts, LetterLanguage } from "@/messages/letters/letter-words";
import { letters } from "@/messages/letters/letters";

type Props = { language: LetterLanguage; facts: LetterFacts; decision: DecisionFacts | null; today: string };

/** A sheet of A4 in the language of whoever reads it. Light in every scheme, since paper is; grounds stay in the words of whoever decided. */
export function LetterSheet({ language, facts, decision, today }: Props) {
  const { words, tag, direction } = letters[language];
  const title = decision ? words.extension.title(decision) : words.exit.title;
  const text = decision ? words.extension.text(facts, decision) : words.exit.text(facts);
  return (
    <article data-letter data-scheme="light" lang={tag} dir={direction} className="mx-auto max-w-[210mm] rounded-md border border-line bg-surface px-[20mm] py-[18mm] text-ink shadow-overlay max-sm:px-6 max-sm:py-8 print:max-w-none print:rounded-none print:border-0 print:p-0 print:shadow-none">
      <p className="text-end">{words.place(facts.municipality, today)}</p>
      <p className="mt-8 font-semibold">{words.to(facts.head)}</p>
      <h2 className="mt-8 mb-6 text-2xl">{title}</h2>
      <div className="space-y-4 text-lg leading-relaxed">
        <p>{words.greeting(facts.head)}</p>
        {text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        {decision?.grounds && <p>{words.extension.grounds}: <q lang="it" dir="auto">{decision.grounds}</q></p>}
        <p>{words.closing}</p>
      </div>
      <div className="mt-12 grid grid-cols-2 gap-10 break-inside-avoid">
        <p className="border-t border-line pt-2">{words.signature(facts.municipality)}</p>
        <p className="border-t border-line pt-2">{words.receipt}</p>
      </div>
    </article>
  );
}
