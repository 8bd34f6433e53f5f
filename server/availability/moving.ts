import "server-only";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findPeople } from "@/db/parties";
import { findPlacement, type PlacementRecord, type StayRow } from "@/db/placements";
import type { Actor } from "@/domain/actor";
import type { Fit, UnitState } from "@/domain/booking";
import { check } from "@/domain/checks";
import type { Unit } from "@/domain/housing";
import type { Party } from "@/domain/people";
import { liveOf } from "@/domain/placement";
import { roomFor } from "@/domain/transfer";
import { newPlacementNeeded } from "../placements/entry";

/** People who look for beds inside a placement that goes on, and those of it who keep theirs. */
export type Moving = { placement: PlacementRecord; party: Party; stayers: StayRow[]; staying: Party; movers: StayRow[] };

/** Those named of the placement's household, else everybody of it who is there or to come. */
export async function findMoving(db: Db, municipality: string, placementId: string, personIds?: readonly string[]): Promise<Moving> {
  const placement = await findPlacement(db, placementId);
  if (placement.municipality !== municipality) throw new NotFound("placement");
  const live = liveOf(placement.stays);
  const people = [...new Set(personIds ?? live.map(({ personId }) => personId))];
  const stayers = live.filter(({ personId }) => !people.includes(personId));
  const party = await findPeople(db, placement.householdId, people);
  if (party.members.length < people.length) throw new NotFound("person");
  const movers = live.filter(({ personId }) => people.includes(personId));
  return { placement, party, movers, stayers, staying: await findPeople(db, placement.householdId, stayers.map(({ personId }) => personId)) };
}

/** A unit as a transfer or somebody who joins would find it: booking asks the same (placements/book-again.ts). */
export function asFoundBy({ placement, stayers, staying }: Moving, state: UnitState): UnitState {
  const { unit, occupancy } = roomFor(state, [placement.id], stayers);
  const own = stayers.filter(({ unitId }) => unitId === unit.id).map(({ personId }) => personId);
  return {
    ...state, occupancy,
    unit: { ...unit, turnaround: placement.turnaround ?? unit.turnaround },
    rule: placement.rule && { ...placement.rule, maxStay: null, counting: "placement", clockGroup: null },
    company: staying.members.filter(({ personId }) => own.includes(personId)),
  };
}

/** The exit stays, so the limit is not asked again; it is the placement's. Whether that goes on there at all may be a manager's to decide. */
export function goingOn(actor: Actor, { placement, movers }: Moving, unit: Unit, fit: Fit): Fit {
  const anew = newPlacementNeeded({ actor }, placement, unit, movers).map(() => check("going_on", false, {}, "new_placement"));
  return { ...fit, latestExit: placement.latestExit, checks: [...fit.checks.filter(({ code }) => code !== "max_stay"), ...anew] };
}
