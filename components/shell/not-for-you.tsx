"use client";

import { Lock } from "lucide-react";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { useWords } from "../words/words-provider";

/** The person's roles do not reach this page. */
export function NotForYou() {
  const words = useWords().shell;
  return (
    <Card as="div" className="mx-auto mt-8 max-w-xl">
      <h1 className="sr-only">{words.nothingAllowedTitle}</h1>
      <EmptyState icon={Lock} title={words.nothingAllowedTitle}>{words.nothingAllowedText}</EmptyState>
    </Card>
  );
}
