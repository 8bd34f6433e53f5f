"use client";

import { useQuery } from "@tanstack/react-query";
import { ProblemAlert } from "../http/problem-alert";
import { HeaderSteps } from "../placements/header-steps";
import { PlacementsCard } from "../placements/placements-card";
import { useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Breadcrumb } from "../ui/breadcrumb";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { CasesCard } from "./cases-card";
import { ContactsCard } from "./contacts-card";
import { DocumentsCard } from "./documents-card";
import { HistoryCard } from "./history-card";
import { householdQueries } from "./household-queries";
import { countByAge, currentPlacement, householdName, membersOn, situationOf } from "./household-words";
import { MembersCard } from "./members-card";
import { RecognitionNotices } from "./recognition-notices";
import { ReferralsCard } from "./referrals-card";
import { SituationBadge } from "./situation-badge";
import { StayClockCard } from "./stay-clock-card";

export function HouseholdFile({ id }: { id: string }) {
  const { households: words, householdFile, shell } = useWords();
  const today = useToday();
  const { data: household, error } = useQuery(householdQueries.file(id));
  if (!household) return error ? <ProblemAlert error={error} /> : <TableSkeleton label={shell.loading} />;

  const { adults, minors } = countByAge(membersOn(household, today), today);
  const current = currentPlacement(household);
  const searchHref = `/disponibilita?householdId=${household.id}`;

  return (
    <>
      <PageHeading
        above={<Breadcrumb label={householdFile.breadcrumb} crumbs={[{ text: words.backToList, href: "/nuclei" }]} />}
        title={householdName(household)}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <b className="font-semibold text-ink-soft">{household.code}</b>
            <span>{words.people(adults, minors)}</span>
            <SituationBadge situation={situationOf(household)} />
          </span>
        }
      >
        <HeaderSteps placement={current} searchHref={searchHref} />
      </PageHeading>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
        <div className="space-y-4">
          <RecognitionNotices household={household} />
          <StayClockCard household={household} />
          <PlacementsCard placements={household.placements} members={household.members} extensions={household.extensions} corrections={household.corrections} searchHref={searchHref} currentId={current?.id ?? null} />
          <MembersCard household={household} />
        </div>
        <div className="space-y-4">
          <DocumentsCard members={membersOn(household, today)} />
          <ContactsCard household={household} />
          <CasesCard household={household} />
          <ReferralsCard household={household} />
          <HistoryCard history={household.history} />
        </div>
      </div>
    </>
  );
}
