"use client";

import { useQuery } from "@tanstack/react-query";
import { Building2, Plus } from "lucide-react";
import Link from "next/link";
import { ConfirmedBadge } from "../availability/confirmed-badge";
import { ProblemAlert } from "../http/problem-alert";
import { useMay, useMunicipality } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Cell, HeadCell, Row, TableFrame } from "../ui/table";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { facilityQueries } from "./facility-queries";
import { FreeTonight } from "./free-tonight";
import { useOrganisationName } from "./use-organisation-name";

export function FacilityList() {
  const { facilities: words, codes, shell } = useWords();
  const municipality = useMunicipality().code;
  const mayCreate = useMay("facility.write");
  const { data, error } = useQuery(facilityQueries.list(municipality));
  const organisationName = useOrganisationName();
  const { column } = words;
  const newFacility = <ButtonLink href="/strutture/nuova" tone="primary"><Plus aria-hidden className="size-4" />{words.newFacility}</ButtonLink>;

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle}>{mayCreate && newFacility}</PageHeading>
      {error && <ProblemAlert error={error} title={words.listFailed} />}
      {!data && !error && <TableSkeleton label={shell.loading} />}
      {data && data.items.length === 0 && (
        <Card><EmptyState icon={Building2} title={words.noneTitle} action={mayCreate && newFacility}>{words.noneText}</EmptyState></Card>
      )}
      {data && data.items.length > 0 && (
        <TableFrame
          label={words.title}
          head={<><HeadCell>{column.name}</HeadCell><HeadCell>{column.kind}</HeadCell><HeadCell>{column.tonight}</HeadCell><HeadCell>{column.confirmed}</HeadCell></>}
        >
          {data.items.map((facility) => (
            <Row key={facility.id}>
              <Cell isWide>
                <Link href={`/strutture/${facility.id}`} className="font-semibold text-brand after:absolute after:inset-0 hover:underline">{facility.name}</Link>
                <span className="block text-sm text-ink-faint">
                  {[organisationName(facility.organisationId), facility.address ?? (facility.addressProtected ? words.addressHidden : null)].filter(Boolean).join(" · ")}
                </span>
              </Cell>
              <Cell><Badge tone="brand">{codes.kind[facility.kind]}</Badge></Cell>
              <Cell><FreeTonight free={facility.freeTonight} all={facility.bedCount} /></Cell>
              <Cell><ConfirmedBadge confirmedAt={facility.confirmedAt} /></Cell>
            </Row>
          ))}
        </TableFrame>
      )}
    </>
  );
}
