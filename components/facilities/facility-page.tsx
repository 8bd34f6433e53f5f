"use client";

import { useQuery } from "@tanstack/react-query";
import { BedDouble, ChevronLeft } from "lucide-react";
import Link from "next/link";
import { ConfirmedBadge } from "../availability/confirmed-badge";
import { ProblemAlert } from "../http/problem-alert";
import { useMay } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Badge } from "../ui/badge";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { ClosuresCard } from "./closures-card";
import { ConfirmButton } from "./confirm-button";
import { DetailsCard } from "./details-card";
import { facilityQueries } from "./facility-queries";
import { UnitsCard } from "./units-card";

export function FacilityPage({ id }: { id: string }) {
  const { facilities: words, codes, shell } = useWords();
  const mayConfirm = useMay("unit.write");
  const { data: facility, error } = useQuery(facilityQueries.page(id));
  if (!facility) return error ? <ProblemAlert error={error} /> : <TableSkeleton label={shell.loading} />;

  return (
    <>
      <PageHeading
        above={
          <Link href="/strutture" className="mb-1 inline-flex min-h-6 items-center gap-1 text-sm font-semibold text-brand hover:underline">
            <ChevronLeft aria-hidden className="size-4" />
            {words.backToList}
          </Link>
        }
        title={facility.name}
        subtitle={
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <Badge tone="brand">{codes.kind[facility.kind]}</Badge>
            <ConfirmedBadge confirmedAt={facility.confirmedAt} />
            <Badge tone={facility.freeTonight > 0 ? "positive" : "neutral"} icon={BedDouble}>
              {words.freeTonightLong(facility.freeTonight, facility.bedCount)}
            </Badge>
          </span>
        }
      >
        {mayConfirm && <ConfirmButton facilityId={facility.id} />}
      </PageHeading>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
        <UnitsCard facility={facility} />
        <div className="space-y-4">
          <ClosuresCard facility={facility} />
          <DetailsCard facility={facility} />
        </div>
      </div>
    </>
  );
}
