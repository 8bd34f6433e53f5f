import { and, asc, desc, eq, gt, lt, or, isNull, sql } from "drizzle-orm";
import type { Day } from "@/domain/day";
import { addDays } from "@/domain/day";
import type { StayRule } from "@/domain/stay-rules";
import type { Db } from "./client";
import { NotFound } from "./errors";
import { newId } from "./ids";
import { stayRule } from "./schema/placements";
import { fromTurnaround, toTurnaround } from "./units";

export type StayRuleRecord = StayRule & { offerHours: number | null; version: number };

/** Every version of every rule of the municipality, or (with `on`) those in force on that day; newest first. */
export async function findStayRules(db: Db, municipality: string, on?: Day): Promise<StayRuleRecord[]> {
  const inForce = on ? and(lt(stayRule.validFrom, addDays(on, 1)), or(isNull(stayRule.validUntil), gt(stayRule.validUntil, on))) : undefined;
  const rows = await db.drizzle
    .select()
    .from(stayRule)
    .where(and(eq(stayRule.municipalityId, municipality), inForce))
    .orderBy(desc(stayRule.validFrom), asc(stayRule.id));
  return rows.map(toStayRule);
}

export function toStayRule(row: typeof stayRule.$inferSelect): StayRuleRecord {
  return {
    id: row.id,
    municipality: row.municipalityId,
    kind: row.kind,
    facilityId: row.facilityId,
    programmeId: row.programmeId,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    maxStay: row.maxStay ?? null,
    counting: row.counting,
    clockScope: row.clockScope,
    clockGroup: row.clockGroup,
    resetAfterDays: row.resetAfterDays,
    maxExtensions: row.maxExtensions,
    extensionLength: row.extensionLength ?? null,
    turnaround: toTurnaround(row),
    noticeDays: row.noticeDays,
    offerHours: row.offerHours,
    conditions: row.conditions,
    version: row.version,
  };
}

export type NewStayRule = Omit<StayRuleRecord, "id" | "validUntil" | "version">;

/** Adds a version: the one before it ends where it begins, and it ends where a later one begins. One at a time per municipality. */
export async function addStayRule(db: Db, rule: NewStayRule): Promise<StayRuleRecord> {
  await db.drizzle.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`stay_rule ${rule.municipality}`}))`);
  const versions = (await findStayRules(db, rule.municipality)).filter(
    (other) => other.kind === rule.kind && other.facilityId === rule.facilityId && other.programmeId === rule.programmeId,
  );
  const next = versions.filter(({ validFrom }) => validFrom > rule.validFrom).at(-1);
  const before = versions.filter(({ validFrom, validUntil }) => validFrom <= rule.validFrom && (validUntil === null || validUntil > rule.validFrom));
  for (const { id } of before) {
    await db.drizzle.update(stayRule).set({ validUntil: rule.validFrom, version: sql`${stayRule.version} + 1` }).where(eq(stayRule.id, id));
  }
  const { turnaround, municipality, ...columns } = rule;
  const [row] = await db.drizzle
    .insert(stayRule)
    .values({ ...columns, ...fromTurnaround(turnaround), id: newId(), municipalityId: municipality, validUntil: next?.validFrom ?? null })
    .returning();
  if (!row) throw new Error("the stay rule was not returned");
  return toStayRule(row);
}

/** The rule, or NotFound. */
export async function findStayRule(db: Db, id: string): Promise<StayRuleRecord> {
  const [row] = await db.drizzle.select().from(stayRule).where(eq(stayRule.id, id));
  if (!row) throw new NotFound("stay rule");
  return toStayRule(row);
}
