import "server-only";
import type { Db } from "@/db/client";
import { municipalHolidays } from "@/db/holidays";
import { findMunicipalities } from "@/db/municipalities";
import { inHouseIn } from "@/db/occupancy";
import { idleBlocks, staysSlept } from "@/db/reports";
import { findUnits } from "@/db/units";
import { may, municipalitiesWith } from "@/domain/actor";
import { blocksAsOf, isOverdue } from "@/domain/blocks";
import type { Day, Period } from "@/domain/day";
import type { FacilityKind, Unit } from "@/domain/housing";
import { type BedFacts, type Interval, type OccupancyLine, occupancyOf, slicesOf } from "@/domain/occupancy";
import { Malformed, requireIn } from "../guard";

export const GROUPINGS = ["total", "municipality", "kind", "facility", "unit", "bed"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type OccupancyQuery = {
  municipality?: string; facilityId?: string; kind?: FacilityKind; programmeId?: string;
  period: Period; groupBy: Grouping; interval: Interval;
};

/** How what has no name of its own is called, in the caller's language. */
export type GroupWords = { total: string; kind: Record<string, string> };

/** What is told of people only from this number on, to whoever may not see them (domain.md 7). */
const SMALLEST_COUNT = 5;
const MOST_LINES = 20_000;

export type ToldLine = Omit<OccupancyLine, "persons" | "arrivals" | "exits"> & { persons: number | null; arrivals: number | null; exits: number | null };

/** Occupancy of one municipality, or of all that the actor reports on. */
export async function reportOccupancy(db: Db, query: OccupancyQuery, words: GroupWords, today: Day): Promise<ToldLine[]> {
  if (query.municipality !== undefined) requireIn(db, "report.read", query.municipality);
  const places = query.municipality !== undefined ? [query.municipality] : municipalitiesWith(db.actor, "report.read");
  const units = (await Promise.all(places.map((municipality) => findUnits(db, { municipality, facilityId: query.facilityId, kind: query.kind }))))
    .flat().filter(({ programmeId }) => query.programmeId === undefined || programmeId === query.programmeId);
  const beds = countedBeds(units, query.groupBy, words, await municipalityNames(db, query.groupBy));
  if (new Set(beds.map(({ key }) => key)).size * slicesOf(query.period, query.interval).length > MOST_LINES) throw new Malformed("interval", "too_much_detail");

  const lines = occupancyOf(beds, await factsOf(db, units, query.period, today), { period: query.period, interval: query.interval, today });
  const seesPeople = places.every((municipality) => may(db.actor, "household.read", municipality));
  return seesPeople ? lines : lines.map(withoutFew);
}

async function municipalityNames(db: Db, groupBy: Grouping): Promise<Map<string, string>> {
  return groupBy === "municipality" ? new Map((await findMunicipalities(db)).map(({ code, name }) => [code, name])) : new Map();
}

function countedBeds(units: readonly Unit[], groupBy: Grouping, words: GroupWords, municipalities: ReadonlyMap<string, string>) {
  return units.flatMap((unit) => unit.beds.map((bed) => ({ ...bed, ...groupOf(unit, bed) })));

  function groupOf(unit: Unit, bed: Unit["beds"][number]): { key: string; name: string } {
    switch (groupBy) {
      case "total": return { key: "total", name: words.total };
      case "municipality": return { key: unit.municipality, name: municipalities.get(unit.municipality) ?? unit.municipality };
      case "kind": return { key: unit.kind, name: words.kind[unit.kind] ?? unit.kind };
      case "facility": return { key: unit.facilityId, name: unit.facilityName };
      case "unit": return { key: unit.id, name: `${unit.facilityName} · ${unit.name}` };
      case "bed": return { key: bed.id, name: `${unit.facilityName} · ${unit.name} · ${bed.name}` };
    }
  }
}

/** Municipality by municipality: holidays are their own, and people are told apart within an answer only. */
async function factsOf(db: Db, units: readonly Unit[], period: Period, today: Day): Promise<BedFacts> {
  const facts: { [K in keyof BedFacts]: BedFacts[K][number][] } = { stays: [], closures: [], turnarounds: [], held: [] };
  for (const municipality of new Set(units.map((unit) => unit.municipality))) {
    const own = units.filter((unit) => unit.municipality === municipality);
    const [unitIds, bedIds] = [own.map(({ id }) => id), own.flatMap(({ beds }) => beds.map(({ id }) => id))];
    const [stays, blocks, overdue] = await Promise.all([staysSlept(db, unitIds, period), idleBlocks(db, bedIds, period), overdueTails(db, municipality, unitIds, period, today)]);
    facts.stays.push(...stays.map((stay) => ({ ...stay, person: `${municipality} ${stay.person}` })));
    facts.closures.push(...blocks.filter(({ kind }) => kind === "closure"));
    facts.held.push(...blocks.filter(({ kind }) => kind === "offer"));
    // Whoever is overdue has not left: the turnaround as it was planned moves on with them.
    facts.turnarounds.push(...blocks.filter(({ kind, bedId, placementId }) => kind === "turnaround" && !overdue.isOf(bedId, placementId)), ...overdue.tails);
  }
  return facts;
}

async function overdueTails(db: Db, municipality: string, unitIds: string[], period: Period, today: Day) {
  const inHouse = (await inHouseIn(db, unitIds)).filter((stay) => isOverdue(stay, today));
  const tails = blocksAsOf({ blocks: [], inHouse, today, holidays: await municipalHolidays(db, municipality) });
  return {
    tails: tails.filter(({ kind, from, until }) => kind === "turnaround" && from < period.until && until > period.from),
    isOf: (bedId: string, placementId: string | null) => inHouse.some((stay) => stay.bedId === bedId && stay.placementId === placementId),
  };
}

function withoutFew(line: OccupancyLine): ToldLine {
  const told = (count: number) => (count > 0 && count < SMALLEST_COUNT ? null : count);
  return { ...line, persons: told(line.persons), arrivals: told(line.arrivals), exits: told(line.exits) };
}
