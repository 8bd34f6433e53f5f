import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { mayAnywhere } from "@/app/access";
import { recordId } from "@/app/record-id";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { HouseholdFile } from "@/components/households/household-file";
import { householdQueries } from "@/components/households/household-queries";
import type { StayClock } from "@/components/households/household-types";
import type { Household } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).households.file };
}

type Props = { params: Promise<{ id: string }> };

export default async function HouseholdPage({ params }: Props) {
  if (!(await mayAnywhere("household.read"))) return <NotForYou />;
  const id = recordId((await params).id);
  const household = await ask<Household>(householdQueries.filePath(id));
  const clock = await ask<StayClock>(householdQueries.stayClockPath(id));
  const state = seeded((queries) => {
    queries.setQueryData(householdQueries.file(id).queryKey, household);
    queries.setQueryData(householdQueries.stayClock(id).queryKey, clock);
  });
  return (
    <HydrationBoundary state={state}>
      <HouseholdFile id={id} />
    </HydrationBoundary>
  );
}
