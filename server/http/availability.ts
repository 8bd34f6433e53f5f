import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { AGE_BANDS } from "@/domain/eligibility";
import { ok } from "@/domain/failure";
import { BED_KINDS, FACILITY_KINDS, GENDER_POLICIES, LETTINGS } from "@/domain/housing";
import { GENDERS } from "@/domain/people";
import type { RefusalMessages } from "@/messages/refusal-words";
import { describedParty, nightsAsked } from "../availability/description";
import { readPlacesAhead } from "../availability/places";
import { type Found, type Search, searchAvailability, searchPlaces, type Vacant } from "../availability/search";
import { people, period, periodIsShort, periodIsTold } from "./availability-query";
import { operation } from "./operation";
import { tellCheck } from "./problem";
import { checkSchema, daySchema, idSchema, listOf, municipalitySchema, wordSchema } from "./schemas";

const flag = z.enum(["true", "false"]).default("false").transform((text) => text === "true");
const query = z
  .object({
    municipality: municipalitySchema, ...period, ...people,
    persons: z.coerce.number().int().min(1).max(100).optional(), householdId: idSchema.optional(),
    placementId: idSchema.optional().openapi({ description: "Instead of a household: who of this placement looks for other beds; what they leave is free for them, and the stay clock goes on" }),
    personIds: listOf(idSchema).optional().openapi({ description: "With placementId: those of the household who move or join; without it all who are there or to come" }),
    kind: z.enum(FACILITY_KINDS).optional(), letting: z.enum(LETTINGS).optional(), genderPolicy: z.enum(GENDER_POLICIES).optional(), facilityId: idSchema.optional(),
    features: listOf(wordSchema).default([]), withoutFeatures: listOf(wordSchema).default([]), forward: flag, includeUnfit: flag,
  })
  .refine(...periodIsTold)
  .refine(...periodIsShort);

const itemSchema = z
  .object({
    facilityId: idSchema, facilityName: z.string(), kind: z.enum(FACILITY_KINDS), unitId: idSchema, unitName: z.string(), flat: z.string().nullable(), letting: z.enum(LETTINGS),
    genderPolicy: z.enum(GENDER_POLICIES), features: z.array(z.string()),
    freeBeds: z.array(z.object({ id: idSchema, name: z.string(), kind: z.enum(BED_KINDS), restsOnExit: z.boolean().optional(), awaitsDeparture: z.boolean().optional() })),
    freeBedCount: z.int(), bedCount: z.int(), beds: z.array(z.object({ id: idSchema, name: z.string(), isFree: z.boolean() })), latestExit: daySchema.nullable(),
    restsOnExit: z.boolean().optional(), awaitsDeparture: z.boolean().optional(),
    sharedWith: z.array(z.object({ ageBand: z.enum(AGE_BANDS), gender: z.enum(GENDERS), nights: z.int() })), confirmedAt: z.string().nullable(),
    freeFrom: daySchema.optional(), fits: z.boolean().optional(), checks: z.array(checkSchema).optional(),
  })
  .openapi("Vacancy");

const answerSchema = z.object({ items: z.array(itemSchema), excludedBy: z.array(z.object({ code: z.string(), units: z.int() })), examined: z.int(), asOf: z.string() });

/** GET /availability: is there a place, for whom, until when (domain.md 2-4). */
export function availabilityRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/availability", permission: "availability.read", tag: "Availability", summary: "Beds free for a period, and whom they fit",
    description: "Whatever is offered here can be booked for that window. With a household, or people described, every item says whether it fits and why not.",
    query,
    // The fit of a household is written down as a reading.
    isRepeatable: ({ householdId, placementId }) => householdId === undefined && placementId === undefined,
    answer: answerSchema,
    // Nothing behind today is read for it.
    shared: ({ municipality, from }, today) => (from < today ? null : {
      of: municipality,
      read: async (db) => {
        const places = await readPlacesAhead(db, municipality, today);
        return (asked, words) => answerOf(searchPlaces(db.actor, places, searchOf(asked)), words);
      },
    }),
    run: async ({ db, query: asked, today, words }) => ok(answerOf(await searchAvailability(db, searchOf(asked), today), words)),
  });
}

function searchOf({ from, until, nights, adults, minorAges = [], adultGenders = [], ...filter }: z.output<typeof query>): Search {
  const isDescribed = adults !== undefined || minorAges.length > 0;
  const described = isDescribed ? describedParty(adults ?? 0, minorAges.map(Number), adultGenders, from) : undefined;
  return { ...filter, nights: nightsAsked(from, until, nights) ?? { from, until: from }, described };
}

function answerOf({ items, excludedBy, examined }: Found, words: RefusalMessages): z.input<typeof answerSchema> {
  return { items: items.map((vacant) => itemAnswer(vacant, words)), excludedBy, examined, asOf: new Date().toISOString() };
}

function itemAnswer({ unit, free, ...vacant }: Vacant, words: RefusalMessages): z.input<typeof itemSchema> {
  const awaits = free.some(({ awaitsDeparture }) => awaitsDeparture);
  const told = vacant.checks === null ? {} : { fits: vacant.fits, checks: vacant.checks.map((check) => tellCheck(check, words)) };
  return {
    facilityId: unit.facilityId, facilityName: unit.facilityName, kind: unit.kind, unitId: unit.id, unitName: unit.name, flat: unit.flatName, letting: unit.letting,
    genderPolicy: unit.genderPolicy, features: unit.features,
    freeBeds: free.map((bed) => ({ id: bed.id, name: bed.name, kind: bed.kind, ...(bed.restsOnExit ? { restsOnExit: true } : {}), ...(bed.awaitsDeparture ? { awaitsDeparture: true } : {}) })),
    freeBedCount: free.length, bedCount: unit.beds.length, latestExit: vacant.latestExit,
    beds: unit.beds.map(({ id, name }) => ({ id, name, isFree: free.some((bed) => bed.id === id) })),
    ...(vacant.restsOnExit ? { restsOnExit: true } : {}), ...(awaits ? { awaitsDeparture: true } : {}),
    sharedWith: vacant.sharedWith, confirmedAt: unit.confirmedAt, ...(vacant.freeFrom === null ? {} : { freeFrom: vacant.freeFrom }), ...told,
  };
}
