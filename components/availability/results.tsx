"use client";

import { BedDouble } from "lucide-react";
import type { Availability, Vacancy } from "../http/api-types";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { classes } from "../ui/classes";
import { EmptyState } from "../ui/empty-state";
import { useWords } from "../words/words-provider";
import { nightsOf, type AvailabilitySearch } from "./availability-search";
import { ClockCard } from "./clock-card";
import { FacilityResults } from "./facility-results";
import { groupedByFacility } from "./order";
import { SummaryCard } from "./summary-card";
import type { SearchChange } from "./use-search";

type Props = {
  answer: Availability;
  search: AvailabilitySearch;
  people: number;
  found: string;
  /** Still the answer to the search before. */
  isBehind: boolean;
  onChange: (change: SearchChange) => void;
  onAssign: ((item: Vacancy) => void) | null;
};

export function Results({ answer, search, people, found, isBehind, onChange, onAssign }: Props) {
  const words = useWords().availability;
  const groups = groupedByFacility(answer.items);
  const firstFit = groups[0]?.units.find(({ fits }) => fits);

  return (
    <div className={classes("grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_316px]", isBehind && "opacity-70")} aria-busy={isBehind}>
      {/* Nobody is assigned to what was found for somebody else, or for other nights. */}
      <section aria-label={words.results} inert={isBehind} className="min-w-0 space-y-4">
        {firstFit && <p aria-hidden className="text-lg font-bold xl:hidden">{found}</p>}
        {groups.map(({ facilityId, units }) => (
          <FacilityResults key={facilityId} units={units} people={people} arrival={search.from} onAssign={onAssign} />
        ))}
        {answer.items.length === 0 && <Nothing search={search} onChange={onChange} />}
      </section>
      <div className={classes("min-w-0 space-y-4 xl:sticky xl:top-18", !firstFit && "max-xl:order-first")}>
        <SummaryCard answer={answer} search={search} found={found} onChange={onChange} />
        {firstFit && <ClockCard vacancy={firstFit} arrival={search.from} nights={nightsOf(search)} />}
      </div>
    </div>
  );
}

function Nothing({ search, onChange }: Pick<Props, "search" | "onChange">) {
  const words = useWords().availability;
  return (
    <Card>
      <EmptyState
        icon={BedDouble}
        title={words.nothingTitle}
        action={search.kind && <Button onPress={() => onChange({ kind: null })}>{words.nothingAction}</Button>}
      >
        {search.kind ? words.nothingText : words.nothingAtAll}
      </EmptyState>
    </Card>
  );
}
