"use client";

import type { ReactNode } from "react";
import { usePublicWords } from "../words/words-provider";

/** The header where nobody is signed in, or it is not known who. */
export function PlainHeader({ children }: { children?: ReactNode }) {
  const words = usePublicWords().shell;
  return (
    <header className="flex h-14 items-center gap-4 border-b border-header-line bg-header px-4 text-white sm:px-6">
      <span className="text-xl font-bold tracking-wide">{words.product}</span>
      <div className="ms-auto">{children}</div>
    </header>
  );
}
