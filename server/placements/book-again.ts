import "server-only";
import type { Db } from "@/db/client";
import { findPeople } from "@/db/parties";
import { nightsElsewhere, type PlacementRecord } from "@/db/placements";
import { may } from "@/domain/actor";
import { book, type Booking } from "@/domain/booking";
import { type Day, overlaps, type Period } from "@/domain/day";
import type { Result } from "@/domain/failure";
import type { Assignment, StayRecord } from "@/domain/placement";
import type { Refusals } from "@/domain/refusals";
import { roomFor } from "@/domain/transfer";
import { unitStateFor } from "./unit-state";

export type Again = {
  placement: PlacementRecord;
  unitId: string;
  /** Those for whom beds are asked. */
  people: readonly string[];
  /** Those who keep their beds, of the placement and of one it exchanges with. */
  stayers: readonly StayRecord[];
  nights: Period;
  beds: Assignment[] | null;
  isSplit: boolean;
  isOverridden: boolean;
  /** Nights of theirs elsewhere are in the way, since these are new ones. */
  isNew?: boolean;
  /** The placement that leaves its beds to this one. */
  leaving?: { id: string; householdId: string; bedIds: readonly string[] };
  /** Beds of the unit that somebody else is given in the same step. */
  given?: readonly string[];
};

/** Beds for people of a placement that goes on: by the same rules as a new one. The limit is not asked again, since the exit stays what it was. */
export async function bookAgain(db: Db, { placement, leaving, ...again }: Again, today: Day): Promise<Result<Booking, Refusals>> {
  const { nights } = again;
  const state = await unitStateFor(db, again.unitId, nights, today, [placement.householdId, ...(leaving ? [leaving.householdId] : [])]);
  const room = roomFor(state, [placement.id, ...(leaving ? [leaving.id] : [])], again.stayers);
  const own = again.stayers.filter(({ unitId, id }) => unitId === again.unitId && placement.stays.some((stay) => stay.id === id)).map(({ personId }) => personId);
  const isLeft = ({ id }: { id: string }) => leaving?.bedIds.includes(id) ?? false;
  const beds = room.unit.beds.filter(({ id }) => !again.given?.includes(id));
  const elsewhere = again.isNew ? await nightsElsewhere(db, again.people, { touching: nights }) : [];
  const isOverridden = again.isOverridden && may(db.actor, "override", placement.municipality);
  return book({ nights, beds: again.beds, turnaround: placement.turnaround, isSplit: again.isSplit, override: isOverridden }, {
    ...state, occupancy: room.occupancy,
    // The beds that are left come first: who exchanges goes where the others were.
    unit: { ...room.unit, beds: [...beds.filter(isLeft), ...beds.filter((bed) => !isLeft(bed))] },
    rule: placement.rule && { ...placement.rule, maxStay: null, counting: "placement", clockGroup: null },
    party: await findPeople(db, placement.householdId, again.people),
    company: own.length > 0 ? (await findPeople(db, placement.householdId, own)).members : [],
    elsewhere: elsewhere.filter((other) => other.status === "in_house" || overlaps(other.nights, nights)),
  });
}
