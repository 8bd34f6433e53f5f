"use client";

import Link from "next/link";
import { usePublicWords } from "../words/words-provider";

/** What every page of a public service has at its end. */
export function Footer() {
  const words = usePublicWords();
  return (
    <footer className="mt-8 text-sm" data-no-print>
      <Link href="/accessibilita" prefetch={false} className="inline-flex min-h-6 items-center font-semibold text-brand underline pointer-coarse:min-h-11">{words.accessibility.title}</Link>
    </footer>
  );
}
