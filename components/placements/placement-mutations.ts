import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { Assignment } from "@/domain/placement";
import { availabilityQueries } from "../availability/availability-queries";
import { boardQueries } from "../board/board-queries";
import { facilityQueries } from "../facilities/facility-queries";
import { householdQueries } from "../households/household-queries";
import { tellApi } from "../http/api";
import type { Placement } from "../http/api-types";
import { todayQueries } from "../today/today-queries";

/** Without `beds` the service assigns them. */
export type NewPlacement = { householdId: string; unitId: string; arrival: string; exit: string; beds?: Assignment[] };

/** Why a household lies in several units, and why a condition was set aside. */
type Split = { split?: { reason: string } };
type Override = { override?: { reason: string } };

type Overstay = { authorised: boolean; note: string };
export type DepartureBody = { date: string; reason: string; destination: string; overstay?: Overstay };

/** Null: never came, has not left. */
export type CorrectionBody = { note: string; personIds?: string[]; arrival?: string | null; transfer?: { date: string }; departure?: { date?: string; reason?: string; destination?: string; overstay?: Overstay } | null };

/** A step of a placement, and the version it was decided on. */
type Step<Body> = { id: string; version: number; body: Body };

/** Whatever the answer, what was on the screen is asked again. */
export function forgettingBeds(queries: QueryClient) {
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: availabilityQueries.all() }),
      queries.invalidateQueries({ queryKey: boardQueries.all() }),
      queries.invalidateQueries({ queryKey: householdQueries.all() }),
      queries.invalidateQueries({ queryKey: facilityQueries.all() }),
      queries.invalidateQueries({ queryKey: todayQueries.all() }),
    ]);
}

function step<Body>(queries: QueryClient, path: string) {
  return mutationOptions({
    mutationFn: ({ id, version, body }: Step<Body>) => tellApi<Placement>("POST", `/placements/${id}${path}`, { body, version }),
    onSettled: forgettingBeds(queries),
  });
}

function change<Body>(queries: QueryClient) {
  return mutationOptions({
    mutationFn: ({ id, version, body }: Step<Body>) => tellApi<Placement>("PATCH", `/placements/${id}`, { body, version }),
    onSettled: forgettingBeds(queries),
  });
}

export const placementMutations = {
  place: (queries: QueryClient) =>
    mutationOptions({
      mutationFn: (body: NewPlacement) => tellApi<Placement>("POST", "/placements", { body }),
      onSettled: forgettingBeds(queries),
    }),

  arrive: (queries: QueryClient) => step<{ date: string; departure?: DepartureBody }>(queries, "/arrival"),
  depart: (queries: QueryClient) => step<DepartureBody & { personIds?: string[] }>(queries, "/departure"),
  transfer: (queries: QueryClient) => step<{ date: string; unitId: string; beds: Assignment[] } & Split & Override>(queries, "/transfer"),
  swap: (queries: QueryClient) => step<{ date: string; withPlacementId: string; withVersion: number } & Override>(queries, "/swap"),
  join: (queries: QueryClient) => step<{ date: string; personId: string; bedId?: string } & Override>(queries, "/joining"),
  correct: (queries: QueryClient) => step<CorrectionBody>(queries, "/correction"),
  moveRule: (queries: QueryClient) => step<{ ruleId: string; exit?: string } & Override>(queries, "/rule"),
  cancel: (queries: QueryClient) => step<{ reason: string }>(queries, "/cancellation"),
  noShow: (queries: QueryClient) => step<{ reason: string }>(queries, "/no-show"),

  changeExit: (queries: QueryClient) => change<{ exit: string }>(queries),
  changeDays: (queries: QueryClient) => change<{ arrival: string; exit: string }>(queries),
};
