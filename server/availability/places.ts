import "server-only";
import type { Db } from "@/db/client";
import { type Asked, type OccupantRow, stateOfUnits } from "@/db/occupancy";
import { findStayRules } from "@/db/stay-rules";
import { findUnits } from "@/db/units";
import { type Occupancy, occupancyOfEach } from "@/domain/blocks";
import type { Day } from "@/domain/day";
import type { Unit } from "@/domain/housing";
import type { StayRule } from "@/domain/stay-rules";
import { requireIn } from "../guard";

/** A unit, what lies on its beds, and who sleeps there or will. */
export type Place = { unit: Unit; occupancy: Occupancy; occupants: OccupantRow[] };

/** What a search knows before anybody is named who looks for a place. */
export type Places = { each: Place[]; rules: StayRule[] };

/** The units of a municipality, or of one kind or facility of it, as they are in these nights. */
export async function readPlaces(db: Db, where: { municipality: string; kind?: string; facilityId?: string }, asked: Asked, today: Day): Promise<Places> {
  const { municipality, kind, facilityId } = where;
  const [units, rules] = await Promise.all([findUnits(db, { municipality, kind, facilityId }), findStayRules(db, municipality)]);
  const { occupancy, occupants } = await stateOfUnits(db, units, asked, today);
  const each = occupancyOfEach(units, occupancy).map((place) => ({ ...place, occupants: new Array<OccupantRow>() }));
  const byUnit = new Map(each.map((place) => [place.unit.id, place]));
  for (const occupant of occupants) byUnit.get(occupant.unitId)?.occupants.push(occupant);
  return { each, rules };
}

const END_OF_TIME = "9999-12-31";

/** All that lies ahead in a municipality: it answers every search that arrives on `today` or later. */
export function readPlacesAhead(db: Db, municipality: string, today: Day): Promise<Places> {
  requireIn(db, "availability.read", municipality);
  return readPlaces(db, { municipality }, { window: { from: today, until: null }, nights: { from: today, until: END_OF_TIME } }, today);
}
