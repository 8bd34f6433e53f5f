"use client";

import { ArrowRight, Lightbulb } from "lucide-react";
import { useWords } from "../words/words-provider";
import type { Elsewhere } from "./availability-queries";
import type { SmallChange } from "./small-changes";
import type { SearchChange } from "./use-search";

type Apply = (change: SearchChange) => void;

/** A change that helps, and how much: one press makes it. */
export function ChangeLine({ change, onChange }: { change: SmallChange; onChange: Apply }) {
  const { availability: words } = useWords();
  const text = useChangeText(change);
  if (change.kind === "remedy") {
    return (
      <p className="flex gap-2 py-1">
        <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
        <span>{text} <b className="font-bold whitespace-nowrap">{words.plusUnits(change.units)}</b></span>
      </p>
    );
  }
  return <Applied text={text} units={change.units} onPress={() => onChange(change.change)} />;
}

export function ElsewhereLine({ elsewhere, onChange }: { elsewhere: Elsewhere; onChange: Apply }) {
  const words = useWords().availability;
  return <Applied text={words.alsoIn(elsewhere.name)} units={elsewhere.units} onPress={() => onChange({ municipality: elsewhere.code })} />;
}

function Applied({ text, units, onPress }: { text: string; units: number; onPress: () => void }) {
  const words = useWords().availability;
  return (
    <button
      type="button"
      onClick={onPress}
      className="-mx-2 flex min-h-8 w-[calc(100%+16px)] items-center gap-2 rounded-md px-2 text-start text-brand hover:bg-brand-soft pointer-coarse:min-h-11"
    >
      <ArrowRight aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{text}</span>
      <b className="font-bold whitespace-nowrap">{words.plusUnits(units)}</b>
    </button>
  );
}

function useChangeText(change: SmallChange): string {
  const { availability: words, codes } = useWords();
  switch (change.kind) {
    case "without": return words.changeWithout(change.features.map((feature) => codes.feature[feature] ?? feature));
    case "until": return words.changeUntil(change.day);
    case "from": return words.changeFrom(change.day);
    case "ofKind": return words.changeKind(codes.kind[change.facilityKind]);
    case "remedy": return change.text;
  }
}
