import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { municipalityWith } from "@/app/access";
import { meOfRequest, wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { administersNetwork } from "@/components/audit/administers-network";
import { AuditLog } from "@/components/audit/audit-log";
import { auditQueries } from "@/components/audit/audit-queries";
import { auditSearchFrom, isInOrder, loadAuditSearch } from "@/components/audit/audit-search";
import type { AuditPage } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).audit.title };
}

type Props = { searchParams: Promise<SearchParams> };

export default async function AuditLogPage({ searchParams }: Props) {
  const municipality = await municipalityWith("audit.read");
  if (municipality === null) return <NotForYou />;

  const search = auditSearchFrom(await loadAuditSearch(searchParams), municipality, administersNetwork(await meOfRequest()));
  const page = isInOrder(search) ? await ask<AuditPage>(auditQueries.listPath(search, null)) : null;
  const state = seeded((queries) => {
    if (page) queries.setQueryData(auditQueries.list(search).queryKey, { pages: [page], pageParams: [null] });
  });
  return (
    <HydrationBoundary state={state}>
      <AuditLog />
    </HydrationBoundary>
  );
}
