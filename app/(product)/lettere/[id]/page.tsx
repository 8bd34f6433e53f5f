import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { mayAnywhere } from "@/app/access";
import { recordId } from "@/app/record-id";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { householdQueries } from "@/components/households/household-queries";
import type { Household } from "@/components/http/api-types";
import { LetterPage } from "@/components/letters/letter-page";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).letterPage.title };
}

type Props = { params: Promise<{ id: string }> };

/** A letter about a placement, to print. */
export default async function Letter({ params }: Props) {
  if (!(await mayAnywhere("placement.read"))) return <NotForYou />;
  const id = recordId((await params).id);
  const { householdId } = await ask<{ householdId: string }>(`/placements/${id}`);
  const household = await ask<Household>(householdQueries.filePath(householdId));
  const state = seeded((queries) => queries.setQueryData(householdQueries.file(householdId).queryKey, household));
  return (
    <HydrationBoundary state={state}>
      <LetterPage householdId={householdId} placementId={id} />
    </HydrationBoundary>
  );
}
