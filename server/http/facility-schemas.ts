import "server-only";
import { z } from "@hono/zod-openapi";
import { BED_KINDS, CLOSURE_REASONS, FACILITY_KINDS, GENDER_POLICIES, LETTINGS } from "@/domain/housing";
import { daySchema, idSchema, municipalitySchema, nameSchema, noteSchema, turnaroundSchema, versionSchema, wordSchema } from "./schemas";

const features = z.array(wordSchema).max(50);
const opensBefore = ({ opensOn, closesOn }: { opensOn?: string | null; closesOn?: string | null }) => !opensOn || !closesOn || opensOn < closesOn;
const opening = { opensOn: daySchema.nullish(), closesOn: daySchema.nullish() };
const inOrder = { error: "closes_before_it_opens", path: ["closesOn"] };

const facilityFields = {
  name: nameSchema, kind: z.enum(FACILITY_KINDS), address: z.string().trim().max(300).nullish(), addressProtected: z.boolean().optional(),
  genderPolicy: z.enum(GENDER_POLICIES).nullish(), features: features.optional(), turnaround: turnaroundSchema.nullish(), opensOn: daySchema, closesOn: daySchema.nullish(),
  organisationId: idSchema.nullish(), programmeId: idSchema.nullish(),
};
export const facilityBody = z.strictObject({ municipality: municipalitySchema, ...facilityFields }).refine(opensBefore, inOrder).openapi("NewFacility");
export const facilityChange = z.strictObject(facilityFields).partial().refine(opensBefore, inOrder);

const bedFields = { name: nameSchema, kind: z.enum(BED_KINDS).optional(), ...opening };
export const bedBody = z.strictObject(bedFields).refine(opensBefore, inOrder).openapi("NewBed");
export const bedChange = z.strictObject(bedFields).partial().refine(opensBefore, inOrder);

const unitFields = { name: nameSchema, letting: z.enum(LETTINGS), features: features.optional(), genderPolicy: z.enum(GENDER_POLICIES).nullish(), ...opening };
export const unitBody = z
  .strictObject({
    ...unitFields, flat: nameSchema.nullish(),
    beds: z.array(bedBody).max(500).refine((beds) => new Set(beds.map(({ name }) => name)).size === beds.length, { error: "name_twice" }).optional(),
  })
  .refine(opensBefore, inOrder)
  .openapi("NewUnit");
export const unitChange = z.strictObject(unitFields).partial().refine(opensBefore, inOrder);

export const closureBody = z
  .strictObject({ bedId: idSchema.nullish(), unitId: idSchema.nullish(), facilityId: idSchema.nullish(), from: daySchema, until: daySchema, reason: z.enum(CLOSURE_REASONS), note: noteSchema.nullish() })
  .refine(({ bedId, unitId, facilityId }) => [bedId, unitId, facilityId].filter(Boolean).length === 1, { error: "one_of_bed_unit_facility", path: ["bedId"] })
  .refine(({ from, until }) => until > from, { error: "until_after_from", path: ["until"] })
  .openapi("NewClosure");

const day = daySchema.nullable();
export const bedSchema = z
  .object({
    id: idSchema, version: versionSchema, name: z.string(), kind: z.enum(BED_KINDS), opensOn: day, closesOn: day,
    tonight: z.enum(["free", "taken", "closed", "not_open", "awaits_departure", "overdue"]).optional(), until: day.optional(),
  })
  .openapi("Bed");
export const unitSchema = z
  .object({
    id: idSchema, version: versionSchema, municipality: z.string(), facilityId: idSchema, name: z.string(), flat: z.string().nullable(), letting: z.enum(LETTINGS),
    genderPolicy: z.enum(GENDER_POLICIES).nullable(), features, opensOn: day, closesOn: day, beds: z.array(bedSchema),
  })
  .openapi("Unit");
export const closureSchema = z
  .object({
    id: idSchema, version: versionSchema, municipality: z.string(), bedId: idSchema.nullable(), unitId: idSchema.nullable(), facilityId: idSchema.nullable(),
    from: daySchema, until: daySchema, reason: z.string(), note: z.string().nullable(), cancelledAt: z.string().nullable(),
  })
  .openapi("Closure");
export const facilitySchema = z
  .object({
    id: idSchema, version: versionSchema, municipality: z.string(), name: z.string(), kind: z.enum(FACILITY_KINDS), address: z.string().nullable(), addressProtected: z.boolean(),
    genderPolicy: z.enum(GENDER_POLICIES).nullable(), features, turnaround: turnaroundSchema.nullable(), opensOn: daySchema, closesOn: day,
    organisationId: idSchema.nullable(), programmeId: idSchema.nullable(), confirmedAt: z.string().nullable(), conditions: z.array(z.unknown()),
  })
  .openapi("Facility");
const counts = { bedCount: z.int(), freeTonight: z.int(), overdueCount: z.int() };
export const facilityLineSchema = facilitySchema.extend(counts).openapi("FacilityLine");
export const facilityPageSchema = facilitySchema.extend({ ...counts, units: z.array(unitSchema), closures: z.array(closureSchema) }).openapi("FacilityPage");
