import type { Day } from "@/domain/day";
import { type Assignment, liveOf } from "@/domain/placement";
import type { Placement } from "../../http/api-types";

/** What is asked of a transfer. */
export type Back = { date: Day; unitId: string; beds: Assignment[] };

/** The transfer that leads back to where they were; null where they had no bed, or came from several units. */
export function wayBack(before: Placement, after: Placement): Back | null {
  const now = liveOf(after.stays);
  const moved = liveOf(before.stays).flatMap((stay) => {
    const there = now.find(({ personId }) => personId === stay.personId);
    return there && there.bedId !== stay.bedId ? [{ stay, arrival: there.arrival }] : [];
  });
  const beds = moved.flatMap(({ stay: { personId, bedId } }) => (bedId === null ? [] : [{ personId, bedId }]));
  const [unitId, ...others] = new Set(moved.map(({ stay }) => stay.unitId));
  const [date] = moved.map(({ arrival }) => arrival).sort();
  return unitId !== undefined && date !== undefined && others.length === 0 && beds.length === moved.length ? { date, unitId, beds } : null;
}

/** The exit they all had; null where each had one of their own. */
export function exitBefore({ stays, exit }: Placement): Day | null {
  return liveOf(stays).every((stay) => stay.exit === exit) ? exit : null;
}
