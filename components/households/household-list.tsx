"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, UserPlus, Users } from "lucide-react";
import { useQueryStates } from "nuqs";
import { ProblemAlert } from "../http/problem-alert";
import { useMay, useMunicipality } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { buttonLook } from "../ui/button-look";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { TableSkeleton } from "../ui/table-skeleton";
import { useDebounced } from "../ui/use-debounced";
import { useWords } from "../words/words-provider";
import { householdQueries } from "./household-queries";
import { HouseholdTable } from "./household-table";
import { ListFilters } from "./list-filters";
import { LIST_SEARCH } from "./list-search";

export function HouseholdList() {
  const { households: words, householdList, shell } = useWords();
  const municipality = useMunicipality().code;
  const mayWrite = useMay("household.write");
  const mayExport = useMay("data.export");
  const [search, setSearch] = useQueryStates(LIST_SEARCH, { history: "replace" });
  const q = useDebounced(search.q.trim());
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(householdQueries.list({ ...search, municipality, q }));
  const lines = data?.pages.flatMap(({ items }) => items);
  const total = data?.pages[0]?.total ?? lines?.length ?? 0;
  const isNarrowed = search.status !== null || search.composition !== null || search.mine;
  const newHousehold = <ButtonLink href="/nuclei/nuovo" tone="primary"><UserPlus aria-hidden className="size-4" />{words.newHousehold}</ButtonLink>;

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle}>
        {mayExport && (
          <a href={`/api/v1/exports/households.csv?municipality=${municipality}`} download className={buttonLook()}>
            <Download aria-hidden className="size-4" />{householdList.exportCsv}
          </a>
        )}
        {mayWrite && newHousehold}
      </PageHeading>
      <ListFilters search={search} onChange={(change) => void setSearch(change)} />
      {error && <ProblemAlert error={error} title={words.listFailed} />}
      {!lines && !error && <TableSkeleton label={shell.loading} />}
      {lines && lines.length > 0 && (
        <>
          <HouseholdTable lines={lines} label={words.title} sort={search.sort} desc={search.desc} onSort={(sort, desc) => void setSearch({ sort, desc })} />
          <div className="mt-3 flex items-center gap-4">
            <p role="status" className="text-ink-faint">{hasNextPage ? householdList.firstShown(lines.length, total) : words.countShown(lines.length)}</p>
            {hasNextPage && <Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{shell.loadMore}</Button>}
          </div>
        </>
      )}
      {lines && lines.length === 0 && (
        <Card>
          <EmptyState
            icon={Users}
            title={words.noneTitle}
            action={isNarrowed ? <Button onPress={() => void setSearch({ status: null, composition: null, mine: null })}>{householdList.clear}</Button> : mayWrite && newHousehold}
          >
            {isNarrowed ? householdList.noneNarrowed : q ? words.noneSearch(q) : words.noneYet}
          </EmptyState>
        </Card>
      )}
    </>
  );
}
