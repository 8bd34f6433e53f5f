import "server-only";
import type { Db } from "@/db/client";
import { newId } from "@/db/ids";
import { addStays, changeStays, type PlacementRecord, type StayRow } from "@/db/placements";
import type { Day } from "@/domain/day";

export type Rebedding = { stay: StayRow; unitId: string; bedId: string; arrival: Day };

/**
 * Gives people other beds of one placement. Nights that were spent stay where they were; who has spent none yet in the old bed simply
 * has another. All leave before anybody enters: the constraints look at each row as it is written.
 */
export async function rebed(db: Db, placement: PlacementRecord, moved: readonly Rebedding[]): Promise<void> {
  await leave(db, moved);
  await enter(db, placement, moved);
}

/** True when nights were spent in the bed that is left: they are a part of their own. */
function hasSlept({ stay, arrival }: Rebedding): boolean {
  return stay.status === "in_house" && arrival > stay.arrival;
}

export async function leave(db: Db, moved: readonly Rebedding[]): Promise<void> {
  for (const each of moved.filter(hasSlept)) await changeStays(db, [each.stay.id], { status: "ended", exit: each.arrival, plannedExit: each.arrival });
  await changeStays(db, moved.filter((each) => !hasSlept(each)).map(({ stay }) => stay.id), { status: "needs_bed", bedId: null });
}

export async function enter(db: Db, placement: PlacementRecord, moved: readonly Rebedding[]): Promise<void> {
  await addStays(db, placement, moved.filter(hasSlept).map(({ stay, unitId, bedId, arrival }) => (
    { id: newId(), personId: stay.personId, unitId, bedId, status: "in_house", arrival, exit: stay.exit, plannedExit: stay.plannedExit })));
  for (const { stay, unitId, bedId, arrival } of moved.filter((each) => !hasSlept(each))) {
    await changeStays(db, [stay.id], { unitId, bedId, arrival, status: stay.status === "in_house" ? "in_house" : "planned" });
  }
}
