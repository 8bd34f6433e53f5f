"use client";

import { useQuery } from "@tanstack/react-query";
import { BedDouble } from "lucide-react";
import { useState } from "react";
import { useHouseholdBrief } from "../households/use-household-brief";
import type { Vacancy } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { AssignDialog } from "../placements/assign-dialog";
import { useMay } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { classes } from "../ui/classes";
import { EmptyState } from "../ui/empty-state";
import { useDebounced } from "../ui/use-debounced";
import { useWords } from "../words/words-provider";
import { availabilityQueries } from "./availability-queries";
import { nightsOf, peopleIn } from "./availability-search";
import { ClockCard } from "./clock-card";
import { FacilityResults } from "./facility-results";
import { groupedByFacility } from "./order";
import { ResultsSkeleton } from "./results-skeleton";
import { SearchForm } from "./search-form";
import { SummaryCard } from "./summary-card";
import { useSearch } from "./use-search";

export function AvailabilityScreen() {
  const words = useWords().availability;
  const [search, setSearch] = useSearch();
  const settled = useDebounced(search);
  const { data: answer, error, isPlaceholderData } = useQuery(availabilityQueries.search(settled));
  const [assigned, setAssigned] = useState<Vacancy | null>(null);
  const mayAssign = useMay("placement.write");
  const household = useHouseholdBrief(search.householdId);
  const people = household ? household.adults + household.minors : search.householdId ? 0 : peopleIn(search);
  const groups = groupedByFacility(answer?.items ?? []);
  const firstFit = groups[0]?.units.find(({ fits }) => fits);

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle}>
        {answer && <p className="text-ink-faint max-sm:hidden">{words.updated(answer.asOf)}</p>}
      </PageHeading>
      <SearchForm search={search} onChange={setSearch} />
      {error && <ProblemAlert error={error} title={words.failedSearch} />}
      {!answer && !error && nightsOf(search) > 0 && <ResultsSkeleton label={words.stillLooking} />}
      {answer && (
        <div className={classes("grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_316px]", isPlaceholderData && "opacity-70")} aria-busy={isPlaceholderData}>
          <section aria-label={words.results} className="space-y-4">
            <p className="text-lg font-bold xl:hidden">{words.fitCount(answer.items.filter(({ fits }) => fits).length)}</p>
            {groups.map(({ facilityId, units }) => (
              <FacilityResults key={facilityId} units={units} people={people} onAssign={mayAssign ? setAssigned : null} />
            ))}
            {answer.items.length === 0 && (
              <Card>
                <EmptyState
                  icon={BedDouble}
                  title={words.nothingTitle}
                  action={search.kind && <Button onPress={() => setSearch({ kind: null })}>{words.nothingAction}</Button>}
                >
                  {search.kind ? words.nothingText : words.nothingAtAll}
                </EmptyState>
              </Card>
            )}
          </section>
          <div className="space-y-4 xl:sticky xl:top-18">
            <SummaryCard answer={answer} search={search} onChange={setSearch} />
            {search.householdId && firstFit && (
              <ClockCard vacancy={firstFit} arrival={settled.from} nights={nightsOf(settled)} />
            )}
          </div>
        </div>
      )}
      {assigned && (
        <AssignDialog
          key={assigned.unitId}
          vacancy={assigned}
          householdId={search.householdId}
          nights={{ from: search.from, until: search.until }}
          onClose={() => setAssigned(null)}
        />
      )}
    </>
  );
}
