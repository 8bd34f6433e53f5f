import type { QueryClient } from "@tanstack/react-query";
import { type Day, earlierOf, type Period } from "@/domain/day";
import { liveOf } from "@/domain/placement";
import { nightsSought } from "@/domain/transfer";
import { availabilityQueries } from "../../availability/availability-queries";
import type { Placement, Vacancy } from "../../http/api-types";
import type { TransferStart } from "../../moves/use-transfer";
import { placementQueries } from "../../placements/placement-queries";
import type { KnownBoard } from "../board-data";
import type { HeldBar } from "./held";
import { firstTaken, type Intent, nearestDays } from "./landing";
import { latestExitThatWorks, moversWith, nearestBeds, type OtherBed, type Verdict, verdictOn, wantedBed } from "./verdict";

/** A bar that was let go, and what that asks for. */
export type Drop = { held: HeldBar; intent: Intent };

/** What the service and the board say of it. `others`, `exit`, `days`: what would work instead; `start`: who moves where. */
export type Answer = { placement: Placement; verdict: Verdict; item: Vacancy | null; others: OtherBed[]; exit: Day | null; days: Period | null; start: TransferStart | null };

const FINE: Verdict = { isFine: true, isTaken: false, failed: [] };

/** Whether a step would be allowed, asked before its dialog opens; the step itself asks everything again. */
export async function answerTo(queries: QueryClient, board: KnownBoard, { held, intent }: Drop): Promise<Answer> {
  const placement = await queries.fetchQuery(placementQueries.one(held.placement.id));
  if (intent.step === "move") return answerToMove(queries, board.today, placement, held, intent);
  if (intent.step === "days") return answerToDays(queries, board, placement, held, { from: intent.arrival, until: intent.exit });
  return answerToExit(queries, board, placement, held, intent.exit);
}

async function answerToMove(queries: QueryClient, today: Day, placement: Placement, { bar }: HeldBar, { to, alone }: Extract<Intent, { step: "move" }>): Promise<Answer> {
  const movers = moversWith(liveOf(placement.stays), bar.bedId, alone);
  const isInHouse = placement.status === "in_house";
  const first = movers.map(({ arrival }) => arrival).reduce(earlierOf, placement.exit);
  const personIds = movers.map(({ personId }) => personId);
  const nights = nightsSought(movers, isInHouse ? today : first, isInHouse, today);
  const { items } = await queries.fetchQuery(availabilityQueries.moving({ municipality: placement.municipality, placementId: placement.id, personIds, nights }));
  const item = items.find(({ unitId }) => unitId === to.unit.id) ?? null;
  const verdict = verdictOn(item, [to.bed.id]);
  const others = verdict.isFine ? [] : nearestBeds(items, movers, { unitId: to.unit.id, facilityId: to.facility.id, bedId: to.bed.id });
  return { placement, verdict, item, others, exit: null, days: null, start: { personIds, unitId: to.unit.id, bed: wantedBed(movers, bar.bedId, to.bed.id) } };
}

async function answerToDays(queries: QueryClient, board: KnownBoard, placement: Placement, { row }: HeldBar, nights: Period): Promise<Answer> {
  const here = liveOf(placement.stays).filter(({ unitId }) => unitId === row.unit.id);
  const personIds = here.map(({ personId }) => personId);
  const { items } = await queries.fetchQuery(availabilityQueries.moving({ municipality: placement.municipality, placementId: placement.id, personIds, nights, facilityId: row.facility.id }));
  const item = items.find(({ unitId }) => unitId === row.unit.id) ?? null;
  const bedIds = here.flatMap(({ bedId }) => bedId ?? []);
  const verdict = verdictOn(item, bedIds);
  const beds = row.unit.beds.filter(({ id }) => bedIds.includes(id));
  return { placement, verdict, item, others: [], exit: null, days: verdict.isTaken ? nearestDays(board, beds, nights, placement.id) : null, start: null };
}

async function answerToExit(queries: QueryClient, board: KnownBoard, placement: Placement, { row, bar }: HeldBar, exit: Day): Promise<Answer> {
  const answer: Answer = { placement, verdict: FINE, item: null, others: [], exit: null, days: null, start: null };
  // Nobody else is asked for nights that are given back.
  if (exit <= placement.exit) return answer;
  const stayers = liveOf(placement.stays).filter(({ unitId }) => unitId === row.unit.id);
  const from = placement.status === "in_house" ? board.today : stayers.map(({ arrival }) => arrival).reduce(earlierOf, bar.from);
  const personIds = stayers.map(({ personId }) => personId);
  const { items } = await queries.fetchQuery(availabilityQueries.moving({ municipality: placement.municipality, placementId: placement.id, personIds, nights: { from, until: exit }, facilityId: row.facility.id }));
  const item = items.find(({ unitId }) => unitId === row.unit.id) ?? null;
  const beds = stayers.flatMap(({ bedId }) => bedId ?? []);
  const verdict = verdictOn(item, beds);
  const taken = row.unit.beds.filter(({ id }) => beds.includes(id)).flatMap((bed) => firstTaken(board, bed, { from: placement.exit, until: exit }, placement.id) ?? []).sort();
  return { ...answer, verdict, item, exit: verdict.isFine ? null : latestExitThatWorks(placement.exit, taken[0] ?? null, verdict.failed) };
}
