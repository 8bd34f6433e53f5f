import "server-only";
import { blocksDuring, inHouseIn } from "@/db/occupancy";
import type { Db } from "@/db/client";
import { addDays, type Day, earlierOf } from "@/domain/day";
import type { Opening } from "@/domain/housing";
import { inTheWay, type Refusal } from "@/domain/refusals";

/** What stands outside the days a bed would be open: people who are in it, stays, offers. An exit on the closing day is fine, turnaround may run past it. */
export async function usesOutside(db: Db, beds: readonly { id: string; unitId: string }[], opening: Opening, today: Day): Promise<Refusal[]> {
  const bedIds = beds.map(({ id }) => id);
  // A bed closed from a day that is past may not have been slept in since.
  const from = earlierOf(today, opening.closesOn ?? today);
  const blocks = (await blocksDuring(db, bedIds, { from, until: null })).filter(({ kind }) => kind !== "closure" && kind !== "turnaround");
  const overdue = (await inHouseIn(db, beds.map(({ unitId }) => unitId))).filter((stay) => bedIds.includes(stay.bedId) && stay.exit < today);
  const still = overdue.map((stay) => ({ bedId: stay.bedId, kind: "stay" as const, recordId: stay.stayId, placementId: stay.placementId, from: stay.arrival, until: addDays(today, 1) }));

  const outside = [...blocks, ...still].filter(({ from, until }) => (opening.closesOn !== null && until > opening.closesOn) || (opening.opensOn !== null && from < opening.opensOn && until > today));
  if (outside.length === 0) return [];
  const last = outside.map(({ until }) => until).sort().at(-1) ?? today;
  return [{ code: "bed_in_use", blockedBy: inTheWay(outside), lastBlockedDay: addDays(last, -1) }];
}
