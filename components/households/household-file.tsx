"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, Search } from "lucide-react";
import Link from "next/link";
import { ProblemAlert } from "../http/problem-alert";
import { PlacementsCard } from "../placements/placements-card";
import { StatusBadge } from "../placements/status-badge";
import { useMay, useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { ContactsCard } from "./contacts-card";
import { DocumentsCard } from "./documents-card";
import { HistoryCard } from "./history-card";
import { householdQueries } from "./household-queries";
import { countByAge, householdName, membersOn } from "./household-words";
import { MembersCard } from "./members-card";

export function HouseholdFile({ id }: { id: string }) {
  const { households: words, shell } = useWords();
  const today = useToday();
  const maySearch = useMay("availability.read");
  const { data: household, error } = useQuery(householdQueries.file(id));
  if (!household) return error ? <ProblemAlert error={error} /> : <TableSkeleton label={shell.loading} />;

  const { adults, minors } = countByAge(membersOn(household, today), today);
  const current = household.placements.find(({ status }) => status === "in_house" || status === "planned" || status === "needs_bed");
  const searchHref = `/disponibilita?householdId=${household.id}`;

  return (
    <>
      <PageHeading
        above={
          <Link href="/nuclei" className="mb-1 inline-flex min-h-6 items-center gap-1 text-sm font-semibold text-brand hover:underline">
            <ChevronLeft aria-hidden className="size-4" />
            {words.backToList}
          </Link>
        }
        title={householdName(household)}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <b className="font-semibold text-ink-soft">{household.code}</b>
            <span>{words.people(adults, minors)}</span>
            {current ? <StatusBadge status={current.status} /> : <Badge>{words.notPlaced}</Badge>}
          </span>
        }
      >
        {maySearch && (!current || current.status === "needs_bed") && (
          <ButtonLink href={searchHref} tone="primary"><Search aria-hidden className="size-4" />{words.findPlace}</ButtonLink>
        )}
      </PageHeading>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
        <div className="space-y-4">
          <PlacementsCard placements={household.placements} searchHref={searchHref} />
          <MembersCard members={household.members} />
        </div>
        <div className="space-y-4">
          <DocumentsCard members={membersOn(household, today)} />
          <ContactsCard household={household} />
          <HistoryCard history={household.history} />
        </div>
      </div>
    </>
  );
}
