"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useHouseholdBrief } from "../households/use-household-brief";
import { ProblemAlert } from "../http/problem-alert";
import { PageHeading } from "../shell/page-heading";
import { useDebounced } from "../ui/use-debounced";
import { useWords } from "../words/words-provider";
import { availabilityQueries } from "./availability-queries";
import { nightsOf, peopleIn } from "./availability-search";
import { freeLaterFrom, nightsFrom } from "./later";
import { Results } from "./results";
import { ResultsSkeleton } from "./results-skeleton";
import { SearchForm } from "./search-form";
import { useSearchedMunicipality } from "./searched-municipality";
import { useSearch } from "./use-search";
import { verdictOf } from "./verdict";
import type { Vacancy } from "../http/api-types";

const AssignDialog = dynamic(() => import("../placements/assign-dialog").then((module) => module.AssignDialog), { ssr: false });

export function AvailabilityScreen() {
  const words = useWords().availability;
  const [search, setSearch] = useSearch();
  const settled = useDebounced(search);
  const { data: answer, error, isPlaceholderData } = useQuery(availabilityQueries.search(settled));
  // From the first change on, what is shown answers another question.
  const isBehind = isPlaceholderData || JSON.stringify(search) !== JSON.stringify(settled);
  const [assigned, setAssigned] = useState<Vacancy | null>(null);
  const municipality = useSearchedMunicipality(search.municipality);
  const household = useHouseholdBrief(search.householdId);
  const people = household ? household.adults + household.minors : search.householdId ? 0 : peopleIn(search);
  const found = answer ? words.verdict(verdictOf(answer.items)) : "";
  const later = assigned && freeLaterFrom(assigned);

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle}>
        {answer && <p className="text-ink-faint">{words.updated(answer.asOf)}</p>}
      </PageHeading>
      <SearchForm search={search} onChange={setSearch} found={found} />
      <p aria-live="polite" className="sr-only">{isBehind ? "" : found}</p>
      {error && <div className="mb-4"><ProblemAlert error={error} title={words.failedSearch} /></div>}
      {!answer && !error && nightsOf(search) > 0 && <ResultsSkeleton label={words.stillLooking} />}
      {answer && (
        <Results
          answer={answer}
          search={settled}
          people={people}
          found={found}
          isBehind={isBehind}
          onChange={setSearch}
          onAssign={municipality.permissions.includes("placement.write") ? setAssigned : null}
        />
      )}
      {assigned && (
        <AssignDialog
          key={assigned.unitId}
          vacancy={assigned}
          municipality={search.municipality}
          householdId={search.householdId}
          nights={later ? nightsFrom(later, search) : { from: search.from, until: search.until }}
          onClose={() => setAssigned(null)}
        />
      )}
    </>
  );
}
