import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { findPlacement, type PlacementRecord } from "@/db/placements";
import { type Day, laterOf } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { exceeded, type StayLimit } from "@/domain/stay-limit";
import { strictness } from "@/domain/stay-rules";
import { type Move, type Sought, thinkThrough, writeMove } from "./move-exit";
import { openForStep, type StepInput } from "./open";
import { keepLimits, limitNow } from "./stay-limit";

/** Moves the planned exit, earlier or later within the rule, or sets the turnaround. */
export async function changePlacement(db: Db, input: StepInput & Sought, today: Day): Promise<Result<PlacementRecord, Refusals>> {
  const opened = await openForStep(db, input, "change");
  if (!opened.ok) return opened;
  const { placement } = opened.value;

  const move = await thinkThrough(db, opened.value, input, today);
  const refusals = inOrder([...dateRefusals(move, today), ...limitRefusals(move, await limitNow(db, placement, today, { hold: true }), today), ...move.refusals]);
  if (refusals) return no(refusals);

  const written = await writeMove(db, move);
  if (!written.ok) return written;
  await keepLimits(db, placement.householdId, today);
  const fields = [input.exit === null ? [] : ["exit"], input.turnaround === null ? [] : ["turnaround"]].flat();
  await recordAudit(db, { action: "placement.changed", municipality: placement.municipality, subjectId: placement.id, facts: { fields } });
  return ok(await findPlacement(db, placement.id));
}

/** An exit before the arrival, or before today of people who are in house. */
export function dateRefusals({ open: { placement }, sought: { exit }, live }: Move, today: Day): Refusal[] {
  if (exit === null) return [];
  const refusals: Refusal[] = [];
  const last = live.map(({ arrival }) => arrival).reduce(laterOf, placement.arrival);
  if (exit < last) refusals.push({ code: "exit_before_arrival", arrival: last, exit });
  if (placement.status === "in_house" && live.some((stay) => stay.exit !== exit) && exit < today) refusals.push({ code: "exit_before_today", exit, today });
  return refusals;
}

function limitRefusals({ open: { placement }, sought: { exit }, isLater }: Move, limit: StayLimit, today: Day): Refusal[] {
  return exit !== null && isLater ? beyondLimit(placement, exit, limit, today) : [];
}

/** An exit beyond the limit of the placement's rule, where that binds. */
export function beyondLimit({ rule, arrival, override }: PlacementRecord, exit: Day, limit: StayLimit, today: Day): Refusal[] {
  const refusal = rule && exceeded(rule.id, limit);
  if (!refusal || exit <= refusal.latestExit) return [];
  const isSetAside = override?.codes.includes("max_stay_exceeded") ?? false;
  return !isSetAside && strictness(arrival, exit, today).maxStay === "refuse" ? [refusal] : [];
}
