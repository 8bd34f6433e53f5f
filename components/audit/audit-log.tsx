"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { ProblemAlert } from "../http/problem-alert";
import { PageHeading } from "../shell/page-heading";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { TableSkeleton } from "../ui/table-skeleton";
import { useFormats, useWords } from "../words/words-provider";
import { AuditFilters } from "./audit-filters";
import { auditQueries } from "./audit-queries";
import { isFiltered, isInOrder } from "./audit-search";
import { AuditTable } from "./audit-table";
import { useAuditSearch } from "./use-audit-search";

/** Who did what, for administrators. */
export function AuditLog() {
  const { audit: words, shell } = useWords();
  const { dayOf } = useFormats();
  const { search } = useAuditSearch();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({ ...auditQueries.list(search), enabled: isInOrder(search) });
  const entries = data?.pages.flatMap(({ items }) => items);
  const sealed = data?.pages[0]?.sealed;

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle} />
      <AuditFilters entries={entries ?? []} />
      {error && <ProblemAlert error={error} title={words.failed} />}
      {!entries && !error && <TableSkeleton label={shell.loading} />}
      {entries && <p className="mb-3 text-ink-faint">{sealed ? words.sealedUpTo(sealed.position, dayOf(sealed.at), sealed.at) : words.nothingSealed}</p>}
      {entries && entries.length > 0 && <AuditTable entries={entries} />}
      {entries && entries.length === 0 && (
        <Card><EmptyState icon={ScrollText} title={words.noneTitle}>{isFiltered(search) ? words.noneFiltered : words.noneYet}</EmptyState></Card>
      )}
      {entries && entries.length > 0 && (
        <div className="mt-3 flex items-center gap-4">
          <p role="status" className="text-ink-faint">{words.countShown(entries.length)}</p>
          {hasNextPage && <Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{words.loadMore}</Button>}
        </div>
      )}
    </>
  );
}
