"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { UserPlus, Users } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { ProblemAlert } from "../http/problem-alert";
import { useMay, useMunicipality } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { SearchField } from "../ui/search-field";
import { TableSkeleton } from "../ui/table-skeleton";
import { useDebounced } from "../ui/use-debounced";
import { useWords } from "../words/words-provider";
import { householdQueries } from "./household-queries";
import { HouseholdTable } from "./household-table";

export function HouseholdList() {
  const { households: words, shell } = useWords();
  const municipality = useMunicipality().code;
  const mayWrite = useMay("household.write");
  const [text, setText] = useQueryState("q", parseAsString.withDefault("").withOptions({ history: "replace" }));
  const q = useDebounced(text.trim());
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(householdQueries.list({ municipality, q }));
  const lines = data?.pages.flatMap(({ items }) => items);
  const newHousehold = <ButtonLink href="/nuclei/nuovo" tone="primary"><UserPlus aria-hidden className="size-4" />{words.newHousehold}</ButtonLink>;

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle}>{mayWrite && newHousehold}</PageHeading>
      <div className="mb-4 max-w-md">
        <SearchField label={words.search} placeholder={words.searchPlaceholder} value={text} onChange={setText} />
      </div>
      {error && <ProblemAlert error={error} title={words.listFailed} />}
      {!lines && !error && <TableSkeleton label={shell.loading} />}
      {lines && lines.length > 0 && <HouseholdTable lines={lines} label={words.title} />}
      {lines && lines.length === 0 && (
        <Card>
          <EmptyState icon={Users} title={words.noneTitle} action={mayWrite && newHousehold}>
            {q ? words.noneSearch(q) : words.noneYet}
          </EmptyState>
        </Card>
      )}
      {lines && lines.length > 0 && (
        <div className="mt-3 flex items-center gap-4">
          <p role="status" className="text-ink-faint">{words.countShown(lines.length)}</p>
          {hasNextPage && <Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{shell.loadMore}</Button>}
        </div>
      )}
    </>
  );
}
