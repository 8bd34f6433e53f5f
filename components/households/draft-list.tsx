"use client";

import { ArrowUp, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "../ui/button";
import { useWords } from "../words/words-provider";

type Props<Draft> = {
  drafts: Draft[];
  onChange: (drafts: Draft[]) => void;
  nameOf: (position: number) => string;
  addLabel: string;
  empty: () => Draft;
  children: (draft: Draft, set: (change: Partial<Draft>) => void) => ReactNode;
};

/** Entries in an order that is theirs: added at the end, moved up, taken away. */
export function DraftList<Draft extends { key: string }>({ drafts, onChange, nameOf, addLabel, empty, children }: Props<Draft>) {
  const words = useWords().cases;
  const swapped = (index: number) => drafts.map((draft, at) => (at === index - 1 ? drafts[index] : at === index ? drafts[index - 1] : draft) ?? draft);
  return (
    <div className="space-y-3">
      {drafts.map((draft, index) => {
        const name = nameOf(index + 1);
        return (
          <fieldset key={draft.key} className="space-y-3 rounded-md border border-line px-3 pb-3">
            <legend className="px-1 text-sm font-semibold text-ink-soft">{name}</legend>
            {children(draft, (change) => onChange(drafts.with(index, { ...draft, ...change })))}
            <div className="flex justify-end gap-1">
              {index > 0 && <IconButton aria-label={words.moveUp(name)} onPress={() => onChange(swapped(index))}><ArrowUp aria-hidden className="size-4" /></IconButton>}
              <IconButton aria-label={words.remove(name)} onPress={() => onChange(drafts.toSpliced(index, 1))}><X aria-hidden className="size-4" /></IconButton>
            </div>
          </fieldset>
        );
      })}
      <Button size="small" tone="quiet" onPress={() => onChange([...drafts, empty()])}><Plus aria-hidden className="size-4" />{addLabel}</Button>
    </div>
  );
}
