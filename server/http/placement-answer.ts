import "server-only";
import { z } from "@hono/zod-openapi";
import type { PlacementRecord } from "@/db/placements";
import type { Check } from "@/domain/checks";
import { lastParts, PLACEMENT_STATUSES } from "@/domain/placement";
import type { RefusalMessages } from "@/messages/refusal-words";
import { tellCheck } from "./problem";
import { daySchema, idSchema, noteSchema, spanSchema, turnaroundSchema, versionSchema } from "./schemas";

const status = z.enum(PLACEMENT_STATUSES);

/** Of nights after the limit: whether somebody had agreed to them, and why they were spent. */
export const overstaySchema = z.strictObject({ authorised: z.boolean(), note: noteSchema.min(1) });

const staySchema = z
  .object({
    id: idSchema, personId: idSchema, unitId: idSchema, unitName: z.string(), facilityName: z.string(), bedId: idSchema.nullable(), bedName: z.string().nullable(), status, arrival: daySchema, exit: daySchema, plannedExit: daySchema,
    departureReason: z.string().nullable(), destination: z.string().nullable(), overstayNights: z.int(), overstay: overstaySchema.nullable(),
  })
  .openapi("Stay");

const saidSchema = z.object({ arrival: daySchema.nullable(), transfer: daySchema.optional(), departure: daySchema.nullable(), reason: z.string().nullable(), destination: z.string().nullable() });

/** What was put right of a placement: before and after, person by person. */
export const correctionSchema = z
  .object({ id: idSchema, placementId: idSchema, changes: z.array(z.object({ personId: idSchema, before: saidSchema, after: saidSchema })), note: z.string(), madeByName: z.string().nullable(), madeAt: z.string() })
  .openapi("RecordedCorrection");

export const warningSchema = z.looseObject({ code: z.string(), detail: z.string() });

export const placementSchema = z
  .object({
    id: idSchema, version: versionSchema, municipality: z.string(), householdId: idSchema, householdCode: z.string(),
    unitId: idSchema, unitName: z.string(), facilityId: idSchema, facilityName: z.string(),
    status, arrival: daySchema, exit: daySchema, latestExit: daySchema.nullable(), extendedUntil: daySchema.nullable(), clockFrom: daySchema.nullable(), ruleId: idSchema.nullable(),
    rule: z.object({ maxStay: spanSchema.nullable(), maxExtensions: z.int(), extensionLength: spanSchema.nullable() }).nullable(),
    turnaround: turnaroundSchema.nullable(), split: z.object({ reason: z.string() }).nullable(),
    override: z.object({ reason: z.string(), approvedBy: z.string(), codes: z.array(z.string()) }).nullable(),
    closingReason: z.string().nullable(),
    beds: z.array(z.object({ bedId: idSchema, personId: idSchema })),
    stays: z.array(staySchema),
    displaced: z.array(z.union([z.object({ placementId: idSchema }), z.object({ offerId: idSchema })])).optional(),
    warnings: z.array(warningSchema).optional(),
  })
  .openapi("Placement");

/** A placement as the API tells it. */
export function placementAnswer(record: PlacementRecord): z.input<typeof placementSchema> {
  const { organisationId: _organisation, protectedFor: _protected, facilityKind: _kind, programmeId: _programme, rule, stays, ...told } = record;
  const beds = lastParts(stays).flatMap(({ bedId, personId }) => (bedId === null ? [] : [{ bedId, personId }]));
  return { ...told, ruleId: rule?.id ?? null, rule: rule && { maxStay: rule.maxStay, maxExtensions: rule.maxExtensions, extensionLength: rule.extensionLength }, beds, stays };
}

type Warning = { code: string; facts: Record<string, unknown> };

/** Warnings in words; a condition that only warns tells its checks as a refusal would. */
export function tellWarnings(warnings: readonly Warning[], words: RefusalMessages): z.input<typeof warningSchema>[] {
  return warnings.map(({ code, facts }) => ({ code, ...facts, ...toldChecks(facts, words), detail: sentence(code, facts, words) }));
}

function toldChecks(facts: Record<string, unknown>, words: RefusalMessages): Record<string, unknown> {
  return Array.isArray(facts.checks) ? { checks: (facts.checks as Check[]).map((check) => tellCheck(check, words)) } : {};
}

function sentence(code: string, facts: Record<string, unknown>, words: RefusalMessages): string {
  if (code === "exit_shortened") return words.warnings.exit_shortened(facts as { latestExit: string | null });
  if (code === "too_big_for_cot") return words.warnings.too_big_for_cot();
  if (code === "not_eligible") return words.refusals.not_eligible({ code, checks: facts.checks as Check[] });
  return words.refusals.max_stay_exceeded({ code: "max_stay_exceeded", latestExit: String(facts.latestExit), ruleId: "" });
}
