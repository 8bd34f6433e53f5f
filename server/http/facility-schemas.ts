import "server-only";
import { z } from "@hono/zod-openapi";
import { MOST_BEDS, MOST_UNITS } from "@/domain/bulk-units";
import { BED_KINDS, CLOSURE_REASONS, FACILITY_KINDS, GENDER_POLICIES, LETTINGS } from "@/domain/housing";
import { blockedBySchema, daySchema, idSchema, municipalitySchema, nameSchema, noteSchema, turnaroundSchema, versionSchema, wordSchema } from "./schemas";

const features = z.array(wordSchema).max(50);
const opensBefore = ({ opensOn, closesOn }: { opensOn?: string | null; closesOn?: string | null }) => !opensOn || !closesOn || opensOn < closesOn;
const opening = { opensOn: daySchema.nullish(), closesOn: daySchema.nullish() };
const inOrder = { error: "closes_before_it_opens", path: ["closesOn"] };

const facilityFields = {
  name: nameSchema, kind: z.enum(FACILITY_KINDS), address: z.string().trim().max(300).nullish(), addressProtected: z.boolean().optional(),
  genderPolicy: z.enum(GENDER_POLICIES).nullish(), features: features.optional(), turnaround: turnaroundSchema.nullish(), opensOn: daySchema, closesOn: daySchema.nullish(),
  organisationId: idSchema.nullish(), programmeId: idSchema.nullish(),
};
export const facilityChange = z.strictObject(facilityFields).partial().refine(opensBefore, inOrder);

const MOST_BEDS_AT_ONCE = 60;
const haveOwnNames = (beds: readonly { name: string }[]) => new Set(beds.map(({ name }) => name)).size === beds.length;

const bedFields = { name: nameSchema, kind: z.enum(BED_KINDS).optional(), ...opening };
export const bedBody = z.strictObject(bedFields).refine(opensBefore, inOrder).openapi("NewBed");
export const bedChange = z.strictObject(bedFields).partial().refine(opensBefore, inOrder);

const unitFields = { name: nameSchema, letting: z.enum(LETTINGS), features: features.optional(), genderPolicy: z.enum(GENDER_POLICIES).nullish(), ...opening };
export const unitBody = z
  .strictObject({
    ...unitFields, flat: nameSchema.nullish(),
    beds: z.array(bedBody).max(500).refine(haveOwnNames, { error: "name_twice" }).optional(),
  })
  .refine(opensBefore, inOrder)
  .openapi("NewUnit");
export const bedsBody = z.strictObject({ beds: z.array(bedBody).min(1).max(MOST_BEDS_AT_ONCE).refine(haveOwnNames, { error: "name_twice" }) }).openapi("NewBeds");
export const facilityBody = z
  .strictObject({ municipality: municipalitySchema, ...facilityFields, units: z.array(unitBody).max(MOST_UNITS).optional() })
  .refine(opensBefore, inOrder)
  .refine(({ units = [] }) => units.reduce((all, { beds = [] }) => all + beds.length, 0) <= MOST_BEDS, { error: "too_many_beds", path: ["units"] })
  .openapi("NewFacility");
export const unitChange = z.strictObject({ ...unitFields, flat: nameSchema.nullish() }).partial().refine(opensBefore, inOrder);

export const closureBody = z
  .strictObject({ bedId: idSchema.nullish(), unitId: idSchema.nullish(), facilityId: idSchema.nullish(), from: daySchema, until: daySchema, reason: z.enum(CLOSURE_REASONS), note: noteSchema.nullish() })
  .refine(({ bedId, unitId, facilityId }) => [bedId, unitId, facilityId].filter(Boolean).length === 1, { error: "one_of_bed_unit_facility", path: ["bedId"] })
  .refine(({ from, until }) => until > from, { error: "until_after_from", path: ["until"] })
  .openapi("NewClosure");

const day = daySchema.nullable();
const householdSchema = z.object({ id: idSchema, code: z.string() });
export const bedSchema = z
  .object({
    id: idSchema, version: versionSchema, name: z.string(), kind: z.enum(BED_KINDS), opensOn: day, closesOn: day,
    tonight: z.enum(["free", "taken", "closed", "not_open", "awaits_departure", "overdue"]).optional(), until: day.optional(),
    household: householdSchema.extend({ placementId: idSchema, from: daySchema, until: daySchema }).nullish().openapi({ description: "Who is in it, or is to sleep in it tonight; null to those who may not find them" }),
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
export const createdFacilitySchema = facilitySchema.extend({ units: z.array(unitSchema) }).openapi("CreatedFacility");
const whole = z.int().min(0);
const counts = {
  bedCount: whole, freeTonight: whole, overdueCount: whole,
  tonight: z.object({ open: whole, available: whole, free: whole, occupied: whole, offline: whole, held: whole, overdue: whole }),
  today: z.object({ arrivals: whole, departures: whole }).openapi({ description: "People expected and not yet in, and people whose exit is today or past" }),
};
export const facilityLineSchema = facilitySchema.extend(counts).openapi("FacilityLine");
export const facilityPageSchema = facilitySchema
  .extend({ ...counts, confirmedByName: z.string().nullable(), units: z.array(unitSchema), closures: z.array(closureSchema) })
  .openapi("FacilityPage");
export const inTheWaySchema = blockedBySchema.extend({ bedName: z.string(), unitName: z.string(), household: householdSchema.nullable() }).openapi("FacilityInTheWay");
export const inTheWayQuery = z
  .object({ unitId: idSchema.optional(), bedId: idSchema.optional(), from: daySchema, until: daySchema.optional().openapi({ description: "Left out: all that is ahead" }) })
  .refine(({ from, until }) => until === undefined || until > from, { error: "until_after_from", path: ["until"] });
