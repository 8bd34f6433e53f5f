"use client";

import { BedDouble } from "lucide-react";
import type { ReactNode } from "react";
import { Footer } from "../shell/footer";
import { PlainHeader } from "../shell/plain-header";
import { Card } from "../ui/card";
import { usePublicWords } from "../words/words-provider";
import { LanguageSwitch } from "./language-switch";

type Props = { title: string; intro?: string; children: ReactNode; below?: ReactNode };

/** The page of somebody who is not signed in: one card with one thing to do. */
export function AccessFrame({ title, intro, children, below }: Props) {
  const { shell } = usePublicWords();
  return (
    <div className="flex min-h-dvh flex-col">
      <PlainHeader><LanguageSwitch /></PlainHeader>
      <main className="flex flex-1 flex-col items-center px-4 py-10 sm:py-16">
        <div className="w-full max-w-md">
          <div className="mb-6 flex items-center gap-4">
            <span aria-hidden className="grid size-12 shrink-0 place-items-center rounded-lg bg-fill text-on-fill"><BedDouble className="size-7" /></span>
            <p className="text-xl font-semibold text-balance">{shell.claim}</p>
          </div>
          <Card as="div" className="px-5 py-6 sm:px-8">
            <h1 className="text-3xl">{title}</h1>
            <div className="mt-1 mb-5 text-ink-faint">{intro}</div>
            {children}
          </Card>
          {below}
          <Footer />
        </div>
      </main>
    </div>
  );
}
