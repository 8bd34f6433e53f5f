import { and, asc, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { Day, Period } from "@/domain/day";
import type { FacilityKind } from "@/domain/housing";
import { nightsOf, type Overstay, type PlacementStatus, statusOf, type StayRecord, unitOf } from "@/domain/placement";
import type { Turnaround } from "@/domain/turnaround";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { bed, facility, unit } from "./schema/facilities";
import { household } from "./schema/households";
import { placement, stay, stayRule } from "./schema/placements";
import { type StayRuleRecord, toStayRule } from "./stay-rules";
import { fromTurnaround, toTurnaround } from "./units";

export type StayRow = StayRecord & { unitName: string; facilityName: string; bedName: string | null; plannedExit: Day; departureReason: string | null; destination: string | null; overstayNights: number; overstay: Overstay | null };

export type PlacementRecord = {
  id: string;
  version: number;
  municipality: string;
  householdId: string;
  householdCode: string;
  unitId: string;
  unitName: string;
  facilityId: string;
  facilityName: string;
  facilityKind: FacilityKind;
  programmeId: string | null;
  organisationId: string | null;
  /** The organisation that hides the placement, for the protection of rows. */
  protectedFor: string | null;
  rule: StayRuleRecord | null;
  status: PlacementStatus;
  arrival: Day;
  exit: Day;
  latestExit: Day | null;
  extendedUntil: Day | null;
  /** The day the clock began, where it is another placement's that goes on. */
  clockFrom: Day | null;
  turnaround: Turnaround | null;
  split: { reason: string } | null;
  override: { reason: string; approvedBy: string; codes: string[] } | null;
  closingReason: string | null;
  stays: StayRow[];
};

export type PlacementFilter = { ids?: string[]; municipality?: string; householdId?: string; householdIds?: string[]; status?: PlacementStatus; touching?: Partial<Period>; after?: string; limit?: number };

/** `N-0142`. */
export function householdCode(number: number): string {
  return `N-${String(number).padStart(4, "0")}`;
}

/** Placements with their stays, in order of id (which is order of making). */
export async function findPlacements(db: Db, filter: PlacementFilter): Promise<PlacementRecord[]> {
  const rows = await db.drizzle
    .select({ placement, unit, facility, rule: stayRule, number: household.number })
    .from(placement)
    .innerJoin(unit, eq(unit.id, placement.unitId))
    .innerJoin(facility, eq(facility.id, unit.facilityId))
    .innerJoin(household, eq(household.id, placement.householdId))
    .leftJoin(stayRule, eq(stayRule.id, placement.ruleId))
    .where(
      and(
        filter.ids ? inArray(placement.id, filter.ids) : undefined,
        filter.municipality ? eq(placement.municipalityId, filter.municipality) : undefined,
        filter.householdId ? eq(placement.householdId, filter.householdId) : undefined,
        filter.householdIds ? inArray(placement.householdId, filter.householdIds) : undefined,
        filter.status ? eq(placement.status, filter.status) : undefined,
        filter.touching?.from ? gt(placement.exit, filter.touching.from) : undefined,
        filter.touching?.until ? lt(placement.arrival, filter.touching.until) : undefined,
        filter.after ? gt(placement.id, filter.after) : undefined,
      ),
    )
    .orderBy(asc(placement.id))
    .limit(filter.limit ?? 10_000);
  const stays = await staysOf(db, rows.map((row) => row.placement.id));
  return rows.map((row) => toPlacement(row, stays.get(row.placement.id) ?? []));
}

/** Those of these placements that the actor finds. */
export async function visiblePlacements(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.drizzle.select({ id: placement.id }).from(placement).where(inArray(placement.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** The placement, or NotFound. */
export async function findPlacement(db: Db, id: string): Promise<PlacementRecord> {
  const [found] = await findPlacements(db, { ids: [id] });
  if (!found) throw new NotFound("placement");
  return found;
}

/** The placement's household, or NotFound: read without locking anything. */
export async function householdOf(db: Db, id: string): Promise<string> {
  const [row] = await db.drizzle.select({ householdId: placement.householdId }).from(placement).where(eq(placement.id, id));
  if (!row) throw new NotFound("placement");
  return row.householdId;
}

async function staysOf(db: Db, placementIds: string[]): Promise<Map<string, StayRow[]>> {
  if (placementIds.length === 0) return new Map();
  const rows = await db.drizzle
    .select({ stay, unitName: unit.name, facilityName: facility.name, bedName: bed.name })
    .from(stay)
    .innerJoin(unit, eq(unit.id, stay.unitId))
    .innerJoin(facility, eq(facility.id, unit.facilityId))
    .leftJoin(bed, eq(bed.id, stay.bedId))
    .where(inArray(stay.placementId, placementIds))
    .orderBy(asc(stay.id));
  const byPlacement = new Map<string, StayRow[]>();
  for (const row of rows) {
    const { id, personId, unitId, bedId, status, arrival, exit, plannedExit, departureReason, destination, overstayNights, overstayAuthorised, overstayNote, placementId } = row.stay;
    const overstay = overstayAuthorised === null || overstayNote === null ? null : { authorised: overstayAuthorised, note: overstayNote };
    const record = { id, personId, unitId, bedId, status, arrival, exit, plannedExit, departureReason, destination, overstayNights, overstay, unitName: row.unitName, facilityName: row.facilityName, bedName: row.bedName };
    byPlacement.set(placementId, [...(byPlacement.get(placementId) ?? []), record]);
  }
  return byPlacement;
}

type Row = {
  placement: typeof placement.$inferSelect;
  unit: typeof unit.$inferSelect;
  facility: typeof facility.$inferSelect;
  rule: typeof stayRule.$inferSelect | null;
  number: number;
};

function toPlacement(row: Row, stays: StayRow[]): PlacementRecord {
  return {
    id: row.placement.id,
    version: row.placement.version,
    municipality: row.placement.municipalityId,
    householdId: row.placement.householdId,
    householdCode: householdCode(row.number),
    unitId: row.unit.id,
    unitName: row.unit.name,
    facilityId: row.facility.id,
    facilityName: row.facility.name,
    facilityKind: row.facility.kind,
    programmeId: row.facility.programmeId,
    organisationId: row.facility.organisationId,
    protectedFor: row.placement.protectedFor,
    rule: row.rule && toStayRule(row.rule),
    status: row.placement.status,
    arrival: row.placement.arrival,
    exit: row.placement.exit,
    latestExit: row.placement.latestExit,
    extendedUntil: row.placement.extendedUntil,
    clockFrom: row.placement.clockFrom,
    turnaround: toTurnaround(row.placement),
    split: row.placement.splitReason === null ? null : { reason: row.placement.splitReason },
    override: row.placement.override ?? null,
    closingReason: row.placement.closingReason,
    stays,
  };
}

export type NewPlacement = {
  municipality: string;
  householdId: string;
  unitId: string;
  ruleId: string | null;
  nights: Period;
  latestExit: Day | null;
  turnaround: Turnaround | null;
  split: { reason: string } | null;
  override: PlacementRecord["override"];
  protectedFor: string | null;
  assignments: { personId: string; bedId: string }[];
};

/** Adds a planned placement and its stays; its blocks are the caller's to write. */
export async function addPlacement(db: Db, plan: NewPlacement): Promise<{ id: string; stays: { stayId: string; bedId: string; arrival: Day; exit: Day }[] }> {
  const id = newId();
  await db.drizzle.insert(placement).values({
    id, municipalityId: plan.municipality, householdId: plan.householdId, unitId: plan.unitId, ruleId: plan.ruleId, status: "planned",
    arrival: plan.nights.from, exit: plan.nights.until, latestExit: plan.latestExit, ...fromTurnaround(plan.turnaround),
    splitReason: plan.split?.reason ?? null, override: plan.override, protectedFor: plan.protectedFor, createdBy: db.actor.id,
  });
  const stays = plan.assignments.map((assignment) => ({ ...assignment, stayId: newId(), arrival: plan.nights.from, exit: plan.nights.until }));
  await db.drizzle.insert(stay).values(stays.map(({ stayId, personId, bedId, arrival, exit }) => ({
    id: stayId, municipalityId: plan.municipality, placementId: id, personId, unitId: plan.unitId, bedId, status: "planned" as const,
    arrival, exit, plannedExit: exit, protectedFor: plan.protectedFor,
  })));
  return { id, stays };
}

export type NewStay = { id: string; personId: string; unitId: string; bedId: string; status: "planned" | "in_house"; arrival: Day; exit: Day; plannedExit: Day };

/** Adds parts to a placement that is there; they are hidden as it is. */
export async function addStays(db: Db, to: Pick<PlacementRecord, "id" | "municipality" | "protectedFor">, stays: readonly NewStay[]): Promise<void> {
  if (stays.length === 0) return;
  await db.drizzle.insert(stay).values(stays.map((part) => ({ ...part, municipalityId: to.municipality, placementId: to.id, protectedFor: to.protectedFor })));
}

/** Hides a placement and all its parts from everybody but this organisation and the manager. */
export async function hidePlacement(db: Db, id: string, protectedFor: string): Promise<void> {
  await db.drizzle.update(placement).set({ protectedFor }).where(eq(placement.id, id));
  await db.drizzle.update(stay).set({ protectedFor }).where(eq(stay.placementId, id));
}

/** A placement of another household that goes on with this one's rule, limit and clock; its parts are the caller's to give it. */
export async function continuePlacement(db: Db, before: PlacementRecord, householdId: string, on: Day): Promise<string> {
  const id = newId();
  await db.drizzle.insert(placement).values({
    id, municipalityId: before.municipality, householdId, unitId: before.unitId, ruleId: before.rule?.id ?? null, status: before.status,
    arrival: on, exit: on > before.exit ? on : before.exit, latestExit: before.latestExit, extendedUntil: before.extendedUntil, clockFrom: before.clockFrom ?? before.arrival,
    ...fromTurnaround(before.turnaround), override: before.override, protectedFor: before.protectedFor, createdBy: db.actor.id,
  });
  return id;
}

/** Gives parts of one placement to another, as they are. */
export async function giveToPlacement(db: Db, stayIds: readonly string[], placementId: string): Promise<void> {
  if (stayIds.length > 0) await db.drizzle.update(stay).set({ placementId }).where(inArray(stay.id, [...stayIds]));
}

/** The placement is another household's from now on. */
export async function giveToHousehold(db: Db, id: string, householdId: string): Promise<void> {
  await db.drizzle.update(placement).set({ householdId, version: sql`${placement.version} + 1` }).where(eq(placement.id, id));
}

export type StayChange = Partial<Omit<typeof stay.$inferInsert, "id" | "placementId" | "personId">>;

export async function changeStays(db: Db, stayIds: readonly string[], change: StayChange): Promise<void> {
  if (stayIds.length > 0) await db.drizzle.update(stay).set(change).where(inArray(stay.id, [...stayIds]));
}

/** Sums the placement up from its stays again and counts its version on. */
export async function sumUp(db: Db, placementId: string, change: Partial<Pick<typeof placement.$inferInsert, "ruleId" | "latestExit" | "extendedUntil" | "closingReason" | "override" | "splitReason" | "turnaroundDays" | "turnaroundWorking">> = {}): Promise<void> {
  const stays = (await staysOf(db, [placementId])).get(placementId) ?? [];
  const nights = nightsOf(stays);
  const [row] = await db.drizzle.select({ unitId: placement.unitId }).from(placement).where(eq(placement.id, placementId));
  if (!row) throw new NotFound("placement");
  await db.drizzle
    .update(placement)
    .set({ ...change, status: statusOf(stays), unitId: unitOf(stays, row.unitId), arrival: nights.from, exit: nights.until, version: sql`${placement.version} + 1` })
    .where(eq(placement.id, placementId));
}

/** The household's planned and running placements that are counted together with others. */
export async function countedTogether(db: Db, householdId: string): Promise<PlacementRecord[]> {
  const rows = await db.drizzle
    .select({ id: placement.id })
    .from(placement)
    .innerJoin(stayRule, eq(stayRule.id, placement.ruleId))
    .where(and(eq(placement.householdId, householdId), inArray(placement.status, ["planned", "in_house"]), eq(stayRule.counting, "cumulative")));
  return rows.length === 0 ? [] : findPlacements(db, { ids: rows.map(({ id }) => id) });
}

/** Keeps what the latest exit has become since other placements, or what is known of the people, changed; the placement itself has not. Also for those who change no placement. */
export async function keepLatestExit(db: Db, id: string, latestExit: Day | null): Promise<void> {
  await db.drizzle.execute(sql`SELECT keep_latest_exit(${id}::uuid, ${latestExit}::date)`);
}

export type NightsElsewhere = { personId: string; placementId: string; stayId: string; unitId: string; status: PlacementStatus; nights: Period };

/** Of which placements: all but one, of some status, touching some nights. A stay in house touches all from its arrival on, since its end is not known. */
export type Elsewhere = { except?: string; status?: "planned" | "in_house"; touching?: Period };

/** Nights these people have, or have had, in other placements. */
export async function nightsElsewhere(db: Db, personIds: readonly string[], { except, status, touching }: Elsewhere): Promise<NightsElsewhere[]> {
  if (personIds.length === 0) return [];
  const happening = status ? eq(stay.status, status) : inArray(stay.status, ["planned", "in_house", "ended"]);
  const rows = await db.drizzle
    .select()
    .from(stay)
    .where(
      and(
        inArray(stay.personId, [...personIds]),
        happening,
        except ? ne(stay.placementId, except) : undefined,
        // A person's history may be long, and only its end is asked for.
        touching ? or(eq(stay.status, "in_house"), and(gt(stay.exit, touching.from), lt(stay.arrival, touching.until))) : undefined,
      ),
    );
  return rows.map((row) => ({ personId: row.personId, placementId: row.placementId, stayId: row.id, unitId: row.unitId, status: row.status, nights: { from: row.arrival, until: row.exit } }));
}
