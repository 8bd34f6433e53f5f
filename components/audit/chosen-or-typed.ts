"use client";

import { useState } from "react";

type Draft = { over: string | null; text: string };

/** The text of a field that searches: what was chosen, until somebody types over it. Emptied, nothing is chosen any more. */
export function useChosenOrTyped(chosen: string | null, name: string, forget: () => void): [string, string, (text: string) => void] {
  const [draft, setDraft] = useState<Draft | null>(null);
  const isTyping = draft !== null && draft.over === chosen;

  function type(text: string) {
    const isName = chosen !== null && text === name;
    setDraft(isName ? null : { over: chosen, text });
    if (text === "" && chosen !== null) forget();
  }
  return [isTyping ? draft.text : name, isTyping ? draft.text.trim().toLowerCase() : "", type];
}
