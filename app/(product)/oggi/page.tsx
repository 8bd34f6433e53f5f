import { HydrationBoundary, type QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { meOfRequest, municipalityOfRequest, wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import type { AuditPage, MunicipalityGrant, Page } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { TodayPage } from "@/components/today/today-page";
import { todayQueries } from "@/components/today/today-queries";
import type { DayTask, KeptToken, KeptUser, NetworkLine, OccupancyLine, TodayNumbers } from "@/components/today/today-types";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).today.title };
}

/** Where everybody's day begins; what is on it is the role's. */
export default async function Today() {
  const municipality = await municipalityOfRequest();
  if (municipality === null) return <NotForYou />;
  const fills = await Promise.all([...workOf(municipality), ...(await placesOf(municipality)), ...administrationOf(municipality)]);
  const state = seeded((queries) => fills.forEach((fill) => fill(queries)));
  return (
    <HydrationBoundary state={state}>
      <TodayPage />
    </HydrationBoundary>
  );
}

type Fill = (queries: QueryClient) => void;

function workOf({ code, permissions }: MunicipalityGrant): Promise<Fill>[] {
  if (!permissions.includes("task.read")) return [];
  return [
    ask<TodayNumbers>(todayQueries.numbersPath(code)).then((numbers) => (queries) => queries.setQueryData(todayQueries.numbers(code).queryKey, numbers)),
    ask<Page<DayTask>>(todayQueries.tasksPath(code)).then((tasks) => (queries) => queries.setQueryData(todayQueries.tasks(code).queryKey, tasks)),
  ];
}

/** The chart of whoever works here, the network of whoever only reports on it. */
async function placesOf({ code, permissions }: MunicipalityGrant): Promise<Promise<Fill>[]> {
  if (!permissions.includes("report.read")) return [];
  const { today } = await meOfRequest();
  if (permissions.includes("task.read")) {
    return [ask<{ items: OccupancyLine[] }>(todayQueries.occupancyPath(code, today)).then((lines) => (queries) => queries.setQueryData(todayQueries.occupancy(code, today).queryKey, lines))];
  }
  return [
    ask<{ items: NetworkLine[] }>(todayQueries.networkPath).then((lines) => (queries) => queries.setQueryData(todayQueries.network().queryKey, lines)),
    ask<{ items: OccupancyLine[] }>(todayQueries.networkOccupancyPath(today)).then((lines) => (queries) => queries.setQueryData(todayQueries.networkOccupancy(today).queryKey, lines)),
  ];
}

function administrationOf({ code, permissions }: MunicipalityGrant): Promise<Fill>[] {
  if (!permissions.includes("audit.read")) return [];
  return [
    ask<Page<KeptUser>>(todayQueries.usersPath(code)).then((users) => (queries) => queries.setQueryData(todayQueries.users(code).queryKey, users)),
    ask<Page<KeptToken>>(todayQueries.tokensPath).then((tokens) => (queries) => queries.setQueryData(todayQueries.tokens().queryKey, tokens)),
    ask<AuditPage>(todayQueries.auditPath(code)).then((audit) => (queries) => queries.setQueryData(todayQueries.audit(code).queryKey, audit)),
  ];
}
