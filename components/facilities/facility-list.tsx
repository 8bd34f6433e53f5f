"use client";

import { useQuery } from "@tanstack/react-query";
import { Building2, Download, Plus } from "lucide-react";
import { withParameters } from "../http/api";
import { ProblemAlert } from "../http/problem-alert";
import { useMay, useMunicipality, useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { TableSkeleton } from "../ui/table-skeleton";
import { useFormats, useWords } from "../words/words-provider";
import { FacilityFilterBar } from "./facility-filter-bar";
import { matches } from "./facility-filters";
import { facilityQueries } from "./facility-queries";
import { FacilityTable } from "./facility-table";
import { useFacilityFilters } from "./use-facility-filters";

export function FacilityList() {
  const { facilities: words, shell } = useWords();
  const municipality = useMunicipality().code;
  const [mayCreate, mayExport] = [useMay("facility.write"), useMay("data.export")];
  const { data, error } = useQuery(facilityQueries.list(municipality));
  const { data: organisations = [] } = useQuery(facilityQueries.organisations(municipality));
  const { filters, change, isFiltered, clear } = useFacilityFilters();
  const known = { today: useToday(), dayOf: useFormats().dayOf };
  const all = data?.items ?? [];
  const shown = all.filter((facility) => matches(facility, filters, known));
  const newFacility = <ButtonLink href="/strutture/nuova" tone="primary"><Plus aria-hidden className="size-4" />{words.newFacility}</ButtonLink>;

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle}>
        {mayExport && <ButtonLink href={withParameters("/api/v1/exports/facilities.csv", { municipality })} isFile><Download aria-hidden className="size-4" />{words.export}</ButtonLink>}
        {mayCreate && newFacility}
      </PageHeading>
      {error && <ProblemAlert error={error} title={words.listFailed} />}
      {!data && !error && <TableSkeleton label={shell.loading} />}
      {data && all.length === 0 && (
        <Card><EmptyState icon={Building2} title={words.noneTitle} action={mayCreate && newFacility}>{words.noneText}</EmptyState></Card>
      )}
      {all.length > 0 && (
        <>
          <FacilityFilterBar filters={filters} onChange={change} organisations={organisations} />
          {shown.length > 0
            ? <FacilityTable facilities={shown} />
            : <Card><EmptyState icon={Building2} title={words.noneFiltered} action={<Button onPress={clear}>{words.clearFilters}</Button>} /></Card>}
          <div className="mt-3 flex flex-wrap items-center gap-4">
            <p role="status" className="text-ink-faint">{words.countShown(shown.length, all.length)}</p>
            {isFiltered && shown.length > 0 && <Button size="small" tone="quiet" onPress={clear}>{words.clearFilters}</Button>}
          </div>
        </>
      )}
    </>
  );
}
