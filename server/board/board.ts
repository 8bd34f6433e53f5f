import "server-only";
import { recordAudit } from "@/db/audit";
import { type ClosureOnBoard, closuresOnBoard, type PlacementOnBoard, placementsOnBoard } from "@/db/board";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { findFacilities } from "@/db/facilities";
import { occupancyOf } from "@/db/occupancy";
import { findUnits } from "@/db/units";
import { may } from "@/domain/actor";
import { type Block, type BlockKind, isOverdue, type Occupancy } from "@/domain/blocks";
import { barsOf, peopleOnArrival } from "@/domain/board";
import type { Day, Period } from "@/domain/day";
import { type Bed, type FacilityKind, missingFeatures, type Unit } from "@/domain/housing";
import { requireIn } from "../guard";
import { type Columns, columnsOf, daysAfter, placesOf } from "./columns";

/** `beds`: only the first facilities, as many as have so many beds together. */
export type BoardQuery = Period & { municipality: string; facilityId?: string; kind?: FacilityKind; features?: readonly string[]; beds?: number };

export type BoardUnit = Pick<Unit, "id" | "name" | "letting" | "genderPolicy" | "organisationId"> & { flat: string | null; beds: Bed[] };
export type BoardFacility = { id: string; name: string; kind: FacilityKind; units: BoardUnit[] };
/** `bed`, `of`: where what is meant stands among the beds of the board, and among the placements, closures or offers told beside. */
export type BoardBar = { bed: number; kind: BlockKind; from: number; until: number; of: number | null };
export type BoardPlacement = Pick<PlacementOnBoard, "id" | "version" | "householdId" | "householdCode" | "status"> & {
  arrival: number; exit: number; latestExit: number | null; adults: number; minors: number; isOverdue: boolean;
};

/** Of bars and placements there are many thousands: as columns, and with days by their number, they are a sixth of what they would be as records. */
export type Board = Period & {
  today: Day; isWhole: boolean; facilities: BoardFacility[]; bars: Columns<BoardBar>; placements: Columns<BoardPlacement>; closures: ClosureOnBoard[]; offers: string[];
};

/** The beds of a municipality and what lies on them in a period; of placements as much as the reader finds. */
export async function readBoard(db: Db, { municipality, facilityId, kind, features = [], beds: enough, from, until }: BoardQuery, today: Day): Promise<Board> {
  requireIn(db, "inventory.read", municipality);
  const [found, units] = await Promise.all([
    findFacilities(db, { municipality, ids: facilityId === undefined ? undefined : [facilityId] }),
    findUnits(db, { municipality, facilityId, kind }),
  ]);
  if (facilityId !== undefined && found.length === 0) throw new NotFound("facility");
  const all = inOrder(found.filter((facility) => kind === undefined || facility.kind === kind), units.filter((unit) => missingFeatures(unit, features).length === 0));
  const facilities = enough === undefined ? all : firstOf(all, enough);
  const shown = facilities.flatMap((facility) => facility.units);

  const occupancy = await occupancyOf(db, shown, { from, until }, today, 0);
  const bars = barsOf(shown, occupancy, { from, until });
  const placements = await placementsTold(db, { municipality, subjectId: facilityId ?? municipality }, bars);
  const closures = await closuresOnBoard(db, recordsOf("closure", bars));
  const offers = recordsOf("offer", bars);
  const places = {
    beds: placesOf(shown.flatMap(({ beds }) => beds.map(({ id }) => id))),
    placements: placesOf(placements.keys()), closures: placesOf(closures.map(({ id }) => id)), offers: placesOf(offers),
  };
  const dayNumber = daysAfter(from);
  return {
    today, from, until, isWhole: facilities.length === all.length, facilities: facilities.map((facility) => ({ ...facility, units: facility.units.map(toRow) })),
    bars: columnsOf(barsTold(bars, places, dayNumber), ["bed", "kind", "from", "until", "of"]),
    placements: columnsOf(summedUp(placements, occupancy, dayNumber), ["id", "version", "householdId", "householdCode", "status", "arrival", "exit", "latestExit", "adults", "minors", "isOverdue"]),
    closures, offers,
  };
}

/** Facilities in order of making, as their list has them, each with its units in its own order. */
function inOrder(facilities: readonly Omit<BoardFacility, "units">[], units: readonly Unit[]): (Omit<BoardFacility, "units"> & { units: Unit[] })[] {
  const found = new Map(facilities.map(({ id, name, kind }) => [id, { id, name, kind, units: new Array<Unit>() }]));
  for (const unit of units) found.get(unit.facilityId)?.units.push(unit);
  return [...found.values()];
}

/** As many from the first on as have this many beds together; of each all its beds. */
function firstOf<T extends { units: readonly { beds: readonly unknown[] }[] }>(facilities: readonly T[], enough: number): T[] {
  let counted = 0;
  return facilities.filter(({ units }) => {
    const isWanted = counted < enough;
    counted += units.reduce((sum, { beds }) => sum + beds.length, 0);
    return isWanted;
  });
}

function toRow({ id, name, flatName, letting, genderPolicy, organisationId, beds }: Unit): BoardUnit {
  return { id, name, flat: flatName, letting, genderPolicy, organisationId, beds };
}

/** Only those the reader finds, and only to who reads placements at all. The reading is audited, since it tells where somebody is. */
async function placementsTold(db: Db, { municipality, subjectId }: { municipality: string; subjectId: string }, bars: readonly Block[]): Promise<Map<string, PlacementOnBoard>> {
  if (!may(db.actor, "placement.read", municipality)) return new Map();
  const told = await placementsOnBoard(db, [...new Set(bars.flatMap(({ placementId }) => placementId ?? []))]);
  if (told.size > 0) await recordAudit(db, { action: "placements.listed.read", municipality, subjectId, facts: { placements: told.size } });
  return told;
}

type Places = Record<"beds" | "placements" | "closures" | "offers", ReadonlyMap<string, number>>;

/** As in a refusal: that the bed is taken is told to everybody, whose it is to those who find the placement. */
function barsTold(bars: readonly Block[], { beds, placements, closures, offers }: Places, dayNumber: (day: Day) => number): BoardBar[] {
  return bars.flatMap(({ bedId, kind, recordId, placementId, from, until }) => {
    const bed = beds.get(bedId);
    const of = kind === "closure" ? closures.get(recordId) : kind === "offer" ? offers.get(recordId) : placements.get(placementId ?? "");
    return bed === undefined ? [] : [{ bed, kind, from: dayNumber(from), until: dayNumber(until), of: of ?? null }];
  });
}

function summedUp(placements: ReadonlyMap<string, PlacementOnBoard>, { inHouse, today }: Occupancy, dayNumber: (day: Day) => number): BoardPlacement[] {
  const overdue = new Set(inHouse.filter((stay) => isOverdue(stay, today)).map(({ placementId }) => placementId));
  return [...placements.values()].map(({ stays, arrival, exit, latestExit, ...placement }) => ({
    ...placement, ...peopleOnArrival(stays, arrival), arrival: dayNumber(arrival), exit: dayNumber(exit), latestExit: latestExit === null ? null : dayNumber(latestExit),
    isOverdue: overdue.has(placement.id),
  }));
}

function recordsOf(kind: BlockKind, bars: readonly Block[]): string[] {
  return [...new Set(bars.filter((bar) => bar.kind === kind).map(({ recordId }) => recordId))];
}
