import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { withdrawExtensionsOf } from "@/db/extensions";
import { changeStays, findPlacement, type PlacementRecord, sumUp } from "@/db/placements";
import { closeTasksOf } from "@/db/tasks";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { openForStep, type StepInput } from "./open";
import { recordReality } from "./record-reality";
import { releaseProtection } from "./release-protection";
import { keepLimits } from "./stay-limit";

export type CallOffInput = StepInput & { step: "no_show" | "cancellation"; reason: string };

/** The household does not come: called off before, or not arrived (from the arrival day on). The beds are free at once. */
export async function callOff(db: Db, input: CallOffInput, today: Day): Promise<Result<PlacementRecord, Refusals>> {
  const opened = await openForStep(db, input, input.step);
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  if (input.step === "no_show" && today < placement.arrival) return no([{ code: "date_in_future", date: placement.arrival, today }]);

  const status = input.step === "no_show" ? "no_show" : "cancelled";
  const given = placement.stays.filter((stay) => stay.status === "planned" || stay.status === "needs_bed");
  const stays = placement.stays.map((stay) => (given.includes(stay) ? { ...stay, status } as const : stay));
  const freed = await recordReality(db, opened.value, stays);
  if (!freed.ok) return freed;

  await changeStays(db, given.map(({ id }) => id), { status });
  await sumUp(db, placement.id, { closingReason: input.reason });
  await keepLimits(db, placement.householdId, today);
  await closeTasksOf(db, placement.id);
  await withdrawExtensionsOf(db, placement.id);
  await releaseProtection(db, placement.householdId);
  await recordAudit(db, { action: `placement.${input.step}`, municipality: placement.municipality, subjectId: placement.id, facts: { reason: input.reason } });
  return ok(await findPlacement(db, placement.id));
}
