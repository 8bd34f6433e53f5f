"use client";

import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { householdName } from "../households/household-words";
import type { Household, Placement } from "../http/api-types";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";

type Side = { household: Household; placement: Placement; to: Placement };
type Props = { sides: Side[]; onChange: () => void };

/** Both households, each with where it is now and where it will be. */
export function SwapSides({ sides, onChange }: Props) {
  const { moves: words, placements } = useWords();
  return (
    <section aria-label={words.swapSides} className="space-y-3 rounded-md bg-brand-soft px-4 py-3">
      {sides.map(({ household, placement, to }) => (
        <div key={placement.id}>
          <p className="font-semibold">{householdName(household)} <span className="font-normal text-ink-soft">{household.code}</span></p>
          <dl className="grid grid-cols-2 gap-x-3">
            <Place term={words.before} placement={placement} />
            <Place term={words.after} placement={to} icon={<ArrowRight aria-hidden className="mt-1 size-4 shrink-0 text-brand" />} />
          </dl>
          <p className="text-sm text-ink-soft first-letter:uppercase">{words.mayStayUntil(placement.exit, placement.latestExit)}</p>
        </div>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm">{words.clocksGoOn}</p>
        <Button size="small" tone="quiet" onPress={onChange}>{placements.changeHousehold}</Button>
      </div>
    </section>
  );
}

function Place({ term, placement, icon }: { term: string; placement: Placement; icon?: ReactNode }) {
  const words = useWords().moves;
  return (
    <div>
      <dt className="text-xs font-semibold text-ink-soft">{term}</dt>
      <dd className="flex gap-2">{icon}<span>{words.unit(placement.unitName, placement.facilityName)}</span></dd>
    </div>
  );
}
