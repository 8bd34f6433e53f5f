"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { ConfirmedBadge } from "../availability/confirmed-badge";
import { ProblemAlert } from "../http/problem-alert";
import { PageHeading } from "../shell/page-heading";
import { Badge } from "../ui/badge";
import { Breadcrumb } from "../ui/breadcrumb";
import { Button } from "../ui/button";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { ClosuresCard } from "./closures-card";
import { ConfirmButton } from "./confirm-button";
import { DetailsCard } from "./details-card";
import { facilityQueries } from "./facility-queries";
import { FacilityPanel } from "./facility-panel";
import { OpeningBadge } from "./opening-badge";
import type { Panel } from "./panel";
import { RulesCard } from "./rules-card";
import { TonightCard } from "./tonight-card";
import { UnitsCard } from "./units-card";
import { useMayAct } from "./use-may-act";

export function FacilityPage({ id }: { id: string }) {
  const { facilities: words, facilityPage, codes, shell } = useWords();
  const [mayConfirm, mayEdit] = [useMayAct("unit.write"), useMayAct("facility.write")];
  const [panel, setPanel] = useState<Panel | null>(null);
  const { data: facility, error } = useQuery(facilityQueries.page(id));
  if (!facility) return error ? <ProblemAlert error={error} /> : <TableSkeleton label={shell.loading} />;

  return (
    <>
      <PageHeading
        above={<Breadcrumb label={words.title} crumbs={[{ text: words.backToList, href: "/strutture" }]} />}
        title={facility.name}
        subtitle={
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <Badge tone="brand" isSentence>{codes.kind[facility.kind]}</Badge>
            {facility.genderPolicy && <Badge>{codes.genderPolicy[facility.genderPolicy]}</Badge>}
            <OpeningBadge facility={facility} />
            <ConfirmedBadge confirmedAt={facility.confirmedAt} />
          </span>
        }
      >
        {mayEdit(facility) && <Button aria-haspopup="dialog" onPress={() => setPanel({ kind: "facility" })}><Pencil aria-hidden className="size-4" />{facilityPage.edit}</Button>}
        {mayConfirm(facility) && <ConfirmButton facilityId={facility.id} />}
      </PageHeading>
      <TonightCard facility={facility} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_310px]">
        <UnitsCard facility={facility} onOpen={setPanel} />
        <div className="space-y-4">
          <ClosuresCard facility={facility} onOpen={setPanel} />
          <RulesCard facility={facility} />
          <DetailsCard facility={facility} />
        </div>
      </div>
      {panel && <FacilityPanel facility={facility} panel={panel} onOpen={setPanel} onClose={() => setPanel(null)} />}
    </>
  );
}
