import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { nightsBetween } from "@/domain/day";
import { ok } from "@/domain/failure";
import { BED_KINDS, CLOSURE_REASONS, FACILITY_KINDS, GENDER_POLICIES, LETTINGS } from "@/domain/housing";
import { PLACEMENT_STATUSES } from "@/domain/placement";
import { readBoard } from "../board/board";
import { operation } from "./operation";
import { daySchema, idSchema, listOf, municipalitySchema, versionSchema, wordSchema } from "./schemas";

/** A year at the widest zoom, and the days at its edges. */
const LONGEST_BOARD = 400;

const bedsAtLeast = z.coerce.number().int().min(1).max(1000).openapi({ description: "Only the first facilities, as many as have this many beds together" });

const query = z
  .object({ municipality: municipalitySchema, from: daySchema, until: daySchema.openapi({ description: "Exclusive; at most 400 days after from" }), facilityId: idSchema.optional(), kind: z.enum(FACILITY_KINDS).optional(), features: listOf(wordSchema).default([]).openapi({ description: "Only units that have all of these" }), beds: bedsAtLeast.optional() })
  .refine(({ from, until }) => until > from, { error: "until_after_from", path: ["until"] })
  .refine(({ from, until }) => nightsBetween(from, until) <= LONGEST_BOARD, { error: "board_too_long", path: ["until"] });

const day = daySchema.nullable();
const bedSchema = z.object({
  id: idSchema, name: z.string(), kind: z.enum(BED_KINDS),
  opensOn: day.openapi({ description: "The bed's, its unit's and its facility's together; null: no bound" }), closesOn: day.openapi({ description: "The first day no longer open, of all three together" }),
});
const unitSchema = z.object({
  id: idSchema, name: z.string(), flat: z.string().nullable(), letting: z.enum(LETTINGS), genderPolicy: z.enum(GENDER_POLICIES).openapi({ description: "The one that binds: the unit's, else its flat's, else its facility's" }),
  organisationId: idSchema.nullable().openapi({ description: "Who runs it; null: the municipality itself" }), beds: z.array(bedSchema),
});
const facilitySchema = z.object({ id: idSchema, name: z.string(), kind: z.enum(FACILITY_KINDS), units: z.array(unitSchema) });

/** Records of which there are many thousands, field by field. */
function columns<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, z.array(schema as z.ZodType)])) as unknown as { [Name in keyof Shape]: z.ZodArray<Shape[Name]> });
}

const dayNumber = z.int().openapi({ description: "How many days after from; negative before it" });
const barColumns = columns({
  bed: z.int().openapi({ description: "Which of the beds, counted from 0 in the order of facilities, units and beds" }),
  kind: z.enum(["stay", "spare", "turnaround", "closure", "offer"]).openapi({ description: "spare: a bed nobody sleeps in, of a unit let whole" }),
  from: dayNumber, until: dayNumber.openapi({ description: "Exclusive. Days are the true ones, also outside of what was asked; of somebody overdue tomorrow" }),
  of: z.int().nullable().openapi({ description: "Which of closures, of offers, or, for all other kinds, of placements, counted from 0; null: a placement the caller may not find" }),
}).openapi("BoardBars");
const placementColumns = columns({
  id: idSchema, version: versionSchema, householdId: idSchema, householdCode: z.string(), status: z.enum(PLACEMENT_STATUSES),
  arrival: dayNumber, exit: dayNumber.openapi({ description: "As planned until they left" }), latestExit: dayNumber.nullable().openapi({ description: "Null: no limit" }),
  adults: z.int().openapi({ description: "On the arrival" }), minors: z.int().openapi({ description: "On the arrival" }), isOverdue: z.boolean().openapi({ description: "Somebody should have left and has not" }),
}).openapi("BoardPlacements");
const closureSchema = z.object({ id: idSchema, reason: z.enum(CLOSURE_REASONS), from: daySchema, until: daySchema }).openapi("BoardClosure");

const boardSchema = z
  .object({
    today: daySchema, from: daySchema, until: daySchema, facilities: z.array(facilitySchema),
    bars: barColumns.openapi({ description: "What lies on the beds: the first of each list together are the first bar. In the order of the beds, and of days on each" }),
    placements: placementColumns.openapi({ description: "Those the bars speak of, as far as the caller finds them: the first of each list together are the first" }),
    isWhole: z.boolean().openapi({ description: "False: there are more facilities than were asked for with beds" }),
    closures: z.array(closureSchema).openapi({ description: "Those the bars speak of" }), offers: z.array(idSchema).openapi({ description: "Those the bars speak of" }),
  })
  .openapi("Board");

/** GET /board: the beds and what lies on them, day by day. */
export function boardRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/board", permission: "inventory.read", tag: "Board", summary: "Facilities, units and beds with all that lies on them in a period",
    description: "What blocks beds, by the same rule as the search for a place: a bed without a bar is free. Bars of placements that the caller may not find only say that the bed is taken.",
    query, answer: boardSchema, run: async ({ db, query: asked, today }) => ok(await readBoard(db, asked, today)),
  });
}
