import { queryOptions } from "@tanstack/react-query";
import { addDays, type Day } from "@/domain/day";
import { askApi, withParameters } from "../http/api";
import type { AuditPage, Page } from "../http/api-types";
import type { DayTask, KeptToken, KeptUser, NetworkLine, OccupancyLine, TodayNumbers } from "./today-types";

/** What stays on a screen all day is asked again every minute, and whenever somebody comes back to it. */
const live = { refetchInterval: 60_000, refetchOnWindowFocus: "always" } as const;
const ALL_ON_ONE_PAGE = 200;
export const OCCUPANCY_DAYS = 90;

const lastDays = (today: Day) => ({ from: addDays(today, -OCCUPANCY_DAYS), until: today });

const RECENT_ENTRIES = 10;

export const todayQueries = {
  all: () => ["today"] as const,

  numbersPath: (municipality: string) => withParameters("/today", { municipality }),
  numbers: (municipality: string) =>
    queryOptions({
      queryKey: [...todayQueries.all(), "numbers", municipality] as const,
      queryFn: ({ signal }) => askApi<TodayNumbers>(todayQueries.numbersPath(municipality), signal),
      ...live,
    }),

  /** For the navigation, which stands beside every page: a question of its own, since it is asked before the page's data are there. */
  waiting: (municipality: string) =>
    queryOptions({
      queryKey: [...todayQueries.all(), "waiting", municipality] as const,
      queryFn: ({ signal }) => askApi<TodayNumbers>(todayQueries.numbersPath(municipality), signal),
      ...live,
    }),

  tasksPath: (municipality: string) => withParameters("/tasks", { municipality, limit: ALL_ON_ONE_PAGE }),
  tasks: (municipality: string) =>
    queryOptions({
      queryKey: [...todayQueries.all(), "tasks", municipality] as const,
      queryFn: ({ signal }) => askApi<Page<DayTask>>(todayQueries.tasksPath(municipality), signal),
      ...live,
    }),

  /** Night by night up to yesterday: it changes once a day. */
  occupancyPath: (municipality: string, today: Day) => withParameters("/reports/occupancy", { municipality, ...lastDays(today), interval: "day" }),
  occupancy: (municipality: string, today: Day) =>
    queryOptions({
      queryKey: [...todayQueries.all(), "occupancy", municipality, today] as const,
      queryFn: ({ signal }) => askApi<{ items: OccupancyLine[] }>(todayQueries.occupancyPath(municipality, today), signal),
      staleTime: 300_000,
    }),

  networkPath: "/today/network",
  network: () =>
    queryOptions({
      queryKey: [...todayQueries.all(), "network"] as const,
      queryFn: ({ signal }) => askApi<{ items: NetworkLine[] }>(todayQueries.networkPath, signal),
      ...live,
    }),

  networkOccupancyPath: (today: Day) => withParameters("/reports/occupancy", { ...lastDays(today), groupBy: "municipality" }),
  networkOccupancy: (today: Day) =>
    queryOptions({
      queryKey: [...todayQueries.all(), "network occupancy", today] as const,
      queryFn: ({ signal }) => askApi<{ items: OccupancyLine[] }>(todayQueries.networkOccupancyPath(today), signal),
      staleTime: 300_000,
    }),

  usersPath: (municipality: string) => withParameters("/users", { municipality, limit: ALL_ON_ONE_PAGE }),
  users: (municipality: string) =>
    queryOptions({
      queryKey: [...todayQueries.all(), "users", municipality] as const,
      queryFn: ({ signal }) => askApi<Page<KeptUser>>(todayQueries.usersPath(municipality), signal),
      ...live,
    }),

  tokensPath: withParameters("/tokens", { limit: ALL_ON_ONE_PAGE }),
  tokens: () =>
    queryOptions({
      queryKey: [...todayQueries.all(), "tokens"] as const,
      queryFn: ({ signal }) => askApi<Page<KeptToken>>(todayQueries.tokensPath, signal),
      ...live,
    }),

  auditPath: (municipality: string) => withParameters("/audit", { municipality, limit: RECENT_ENTRIES }),
  audit: (municipality: string) =>
    queryOptions({
      queryKey: [...todayQueries.all(), "audit", municipality] as const,
      queryFn: ({ signal }) => askApi<AuditPage>(todayQueries.auditPath(municipality), signal),
      ...live,
    }),
};
