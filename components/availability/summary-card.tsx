"use client";

import { ArrowRight, Lightbulb } from "lucide-react";
import type { Availability } from "../http/api-types";
import { useMunicipality } from "../session/me";
import { Card } from "../ui/card";
import { useWords } from "../words/words-provider";
import type { AvailabilitySearch } from "./availability-search";
import { smallChanges, type SmallChange } from "./small-changes";
import type { SearchChange } from "./use-search";

type Props = { answer: Availability; search: AvailabilitySearch; onChange: (change: SearchChange) => void };

export function SummaryCard({ answer, search, onChange }: Props) {
  const { availability: words, codes } = useWords();
  const municipality = useMunicipality();
  const fitting = answer.items.filter(({ fits }) => fits !== false).length;
  const excludedBy = answer.excludedBy.filter(({ units }) => units > 0).sort((a, b) => b.units - a.units);
  const changes = smallChanges(answer.items, search);

  return (
    <Card labelledBy="esito" className="px-4 py-4 sm:px-5">
      <h2 id="esito" className="text-lg" aria-live="polite">{words.fitCount(fitting)}</h2>
      <p className="mt-1 text-ink-faint">{words.examined(answer.examined, municipality.name)}</p>
      {excludedBy.length > 0 && (
        <>
          <h3 className="mt-3 mb-1.5 text-base">{words.excludedBy}</h3>
          <dl className="space-y-1.5">
            {excludedBy.map(({ code, units }) => (
              <div key={code} className="flex justify-between gap-4">
                <dt>{codes.check[code] ?? code}</dt>
                <dd className="font-bold">{units}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-xs text-ink-faint">{words.excludedNote}</p>
        </>
      )}
      {changes.length > 0 && (
        <div className="mt-3 border-t border-line pt-3">
          <h3 className="mb-1 text-base">{words.smallChange}</h3>
          <ul className="space-y-0.5">
            {changes.map((change, index) => <li key={index}><ChangeLine change={change} onChange={onChange} /></li>)}
          </ul>
        </div>
      )}
    </Card>
  );
}

function ChangeLine({ change, onChange }: { change: SmallChange; onChange: (change: SearchChange) => void }) {
  const { availability: words, codes } = useWords();
  const gain = <b className="font-bold whitespace-nowrap">{words.plusUnits(change.units)}</b>;
  if (change.kind === "remedy") {
    return (
      <p className="flex gap-2 py-1">
        <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
        <span>{change.text} {gain}</span>
      </p>
    );
  }

  const text = change.kind === "without"
    ? words.changeWithout(change.features.map((feature) => codes.feature[feature] ?? feature))
    : change.kind === "until" ? words.changeUntil(change.day) : words.changeFrom(change.day);
  return (
    <button
      type="button"
      onClick={() => onChange(change.change)}
      className="-mx-2 flex min-h-8 w-[calc(100%+16px)] items-center gap-2 rounded-md px-2 text-start text-brand hover:bg-brand-soft pointer-coarse:min-h-11"
    >
      <ArrowRight aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{text}</span>
      {gain}
    </button>
  );
}
