import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { CANCELLATION_REASONS, DEPARTURE_REASONS, DESTINATIONS, PLACEMENT_STATUSES } from "@/domain/placement";
import { ok } from "@/domain/failure";
import { recordArrival } from "../placements/arrive";
import { callOff } from "../placements/call-off";
import { changePlacement } from "../placements/change";
import { correctPlacement } from "../placements/correct";
import { recordDeparture } from "../placements/depart";
import { listPlacements, readPlacement } from "../placements/find";
import { placeHousehold } from "../placements/place";
import { joinPlacement } from "../placements/join";
import { moveDays } from "../placements/move-days";
import { moveToRule, rulesFor } from "../placements/move-to-rule";
import { swap } from "../placements/swap";
import { transfer } from "../placements/transfer";
import { operation } from "./operation";
import { overstaySchema, placementAnswer, placementSchema, tellWarnings } from "./placement-answer";
import { ruleSchema } from "./stay-rules";
import { byId, daySchema, idSchema, municipalitySchema, noteSchema, pageOf, pageQuery, toPage, turnaroundSchema } from "./schemas";

const tag = "Placements";
const dated = <T extends { arrival: string; exit: string }>({ arrival, exit }: T) => exit >= arrival;

const bedsSchema = z.array(z.strictObject({ bedId: idSchema, personId: idSchema })).min(1).max(100)
  .refine((beds) => new Set(beds.map(({ bedId }) => bedId)).size === beds.length, { error: "bed_twice" })
  .refine((beds) => new Set(beds.map(({ personId }) => personId)).size === beds.length, { error: "person_twice" });
const overrideSchema = z.strictObject({ reason: noteSchema.min(1) }).nullish();
const splitSchema = z.strictObject({ reason: noteSchema.min(1) }).nullish();

const placeBody = z
  .strictObject({
    householdId: idSchema,
    unitId: idSchema,
    beds: bedsSchema.optional(),
    arrival: daySchema,
    exit: daySchema,
    turnaround: turnaroundSchema.nullish(),
    split: splitSchema,
    override: z.strictObject({ reason: noteSchema.min(1), approvedBy: idSchema.nullish() }).nullish(),
  })
  .refine(dated, { error: "exit_before_arrival", path: ["exit"] })
  .openapi("NewPlacement");

const changeBody = z.strictObject({ arrival: daySchema.optional(), exit: daySchema.optional(), turnaround: turnaroundSchema.optional() })
  .refine((change) => Object.keys(change).length > 0, { error: "nothing_to_change" })
  .refine(({ arrival, exit }) => !arrival || !exit || exit >= arrival, { error: "exit_before_arrival", path: ["exit"] });

/** POST /placements and the steps of a placement (domain.md 2-4). */
export function placementRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/placements", permission: "placement.write", tag, summary: "Place a household", status: 201,
    description: "Gives a household its nights, a bed for each member; beds left out are assigned. In a unit let whole every free bed is taken.",
    body: placeBody, answer: placementSchema,
    run: async ({ db, body, today, words }) => {
      const placed = await placeHousehold(db, {
        householdId: body.householdId, unitId: body.unitId, nights: { from: body.arrival, until: body.exit }, beds: body.beds ?? null,
        turnaround: body.turnaround ?? null, split: body.split ?? null, override: body.override ? { reason: body.override.reason, approvedBy: body.override.approvedBy ?? null } : null,
      }, today);
      return placed.ok ? ok({ ...placementAnswer(placed.value), warnings: tellWarnings(placed.value.warnings, words) }) : placed;
    },
  });
  operation(app, {
    method: "get", path: "/placements", permission: "placement.read", tag, summary: "Placements of a municipality",
    query: z.object({ municipality: municipalitySchema, status: z.enum(PLACEMENT_STATUSES).optional(), householdId: idSchema.optional(), from: daySchema.optional(), until: daySchema.optional(), ...pageQuery }),
    answer: pageOf(placementSchema),
    run: async ({ db, query }) => {
      const page = toPage(await listPlacements(db, query), query.limit);
      return ok({ ...page, items: page.items.map(placementAnswer) });
    },
  });
  operation(app, {
    method: "get", path: "/placements/{id}", permission: "placement.read", tag, summary: "One placement", params: byId, answer: placementSchema,
    run: async ({ db, params }) => ok(placementAnswer(await readPlacement(db, params.id))),
  });
  operation(app, {
    method: "patch", path: "/placements/{id}", permission: "placement.write", tag, summary: "Move the planned exit within the rule or a plan to other days, or set the turnaround",
    description: "`arrival`: of a plan only. It asks for the new days as a new placement would, in its own beds; the rule is the one in force on that arrival.",
    params: byId, answer: placementSchema, body: changeBody,
    run: async ({ db, params, body, today, expectedVersion, words }) => {
      const change = { placementId: params.id, expectedVersion, exit: body.exit ?? null, turnaround: body.turnaround ?? null };
      if (body.arrival !== undefined) {
        const moved = await moveDays(db, { ...change, arrival: body.arrival }, today);
        return moved.ok ? ok({ ...placementAnswer(moved.value), warnings: tellWarnings(moved.value.warnings, words) }) : moved;
      }
      const changed = await changePlacement(db, change, today);
      return changed.ok ? ok(placementAnswer(changed.value)) : changed;
    },
  });
  stepRoutes(app);
  amendingRoutes(app);
}

const peopleSchema = z.array(idSchema).min(1).max(100).optional();

const leftSchema = z.strictObject({ date: daySchema, reason: z.enum(DEPARTURE_REASONS), destination: z.enum(DESTINATIONS), overstay: overstaySchema.optional() });
const arrivalBody = z
  .strictObject({ date: daySchema, personIds: peopleSchema, departure: leftSchema.optional() })
  .refine(({ date, departure }) => !departure || departure.date >= date, { error: "exit_before_arrival", path: ["departure", "date"] })
  .openapi("Arrival");
const departureSchema = z.strictObject({ date: daySchema.optional(), reason: z.enum(DEPARTURE_REASONS).optional(), destination: z.enum(DESTINATIONS).optional(), overstay: overstaySchema.optional() })
  .refine((departure) => Object.keys(departure).length > 0, { error: "nothing_to_change" });
const correctionBody = z
  .strictObject({ note: noteSchema.min(1), personIds: peopleSchema, arrival: daySchema.nullable().optional(), transfer: z.strictObject({ date: daySchema }).optional(), departure: departureSchema.nullable().optional() })
  .refine(({ arrival, transfer, departure }) => arrival !== undefined || transfer !== undefined || departure !== undefined, { error: "nothing_to_change" })
  .refine(({ arrival, departure }) => arrival !== null || !departure, { error: "departure_without_arrival", path: ["departure"] })
  .refine(({ arrival, transfer }) => arrival !== null || !transfer, { error: "transfer_without_arrival", path: ["transfer"] })
  .refine(({ arrival, departure }) => !arrival || !departure?.date || departure.date >= arrival, { error: "exit_before_arrival", path: ["departure", "date"] })
  .openapi("Correction");

function stepRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/placements/{id}/arrival", permission: "placement.write", tag, summary: "Record an arrival", params: byId, answer: placementSchema,
    description: "With `departure`, that they have left since: what is told afterwards is told in one step, as nobody else can have spent the nights of whoever is still there. Without it, it is refused where others were in the bed since the planned exit.",
    body: arrivalBody,
    run: async ({ db, params, body, today, expectedVersion, words }) => {
      const left = body.departure ? { ...body.departure, overstay: body.departure.overstay ?? null } : null;
      const arrived = await recordArrival(db, { placementId: params.id, expectedVersion, date: body.date, personIds: body.personIds ?? null, left }, today);
      return arrived.ok ? ok({ ...placementAnswer(arrived.value), displaced: arrived.value.displaced, warnings: tellWarnings(arrived.value.warnings, words) }) : arrived;
    },
  });
  operation(app, {
    method: "post", path: "/placements/{id}/departure", permission: "placement.write", tag, summary: "Record a departure on its true date", params: byId, answer: placementSchema,
    description: "After the latest exit too: the nights over are counted, and `overstay` says whether somebody had agreed to them and why they were spent. Where there are none it is not kept.",
    body: leftSchema.extend({ personIds: peopleSchema }),
    run: async ({ db, params, body, today, expectedVersion }) => {
      const left = await recordDeparture(db, { placementId: params.id, expectedVersion, ...body, personIds: body.personIds ?? null, overstay: body.overstay ?? null }, today);
      return left.ok ? ok({ ...placementAnswer(left.value), displaced: left.value.displaced }) : left;
    },
  });
  operation(app, {
    method: "post", path: "/placements/{id}/transfer", permission: "placement.write", tag, summary: "Another bed or another unit from a day on", params: byId, answer: placementSchema,
    description: "For everybody of the placement, or for those named in `beds` (with `split` where others stay behind in another unit). The stay clock goes on. Whoever is in house has moved on the day or before it; a plan changes from its arrival on; who lost the bed is given one.",
    body: z.strictObject({ date: daySchema, unitId: idSchema, beds: bedsSchema.optional(), split: splitSchema, override: overrideSchema }),
    run: async ({ db, params, body, today, expectedVersion, words }) => {
      const moved = await transfer(db, { placementId: params.id, expectedVersion, date: body.date, unitId: body.unitId, beds: body.beds ?? null, split: body.split ?? null, override: body.override ?? null }, today);
      return moved.ok ? ok({ ...placementAnswer(moved.value), displaced: moved.value.displaced, warnings: tellWarnings(moved.value.warnings, words) }) : moved;
    },
  });
  operation(app, {
    method: "post", path: "/placements/{id}/swap", permission: "placement.write", tag, summary: "Two households exchange their units", params: byId, answer: placementSchema.extend({ swappedWith: placementSchema }).openapi("SwappedPlacement"),
    description: "From a day on, both or neither; each takes the beds of the other, and more where it needs more. If-Match is this placement's version, `withVersion` the other's.",
    body: z.strictObject({ date: daySchema, withPlacementId: idSchema, withVersion: z.int().min(1).max(1_000_000).optional(), override: overrideSchema }),
    run: async ({ db, params, body, today, expectedVersion, words }) => {
      const swapped = await swap(db, { placementId: params.id, expectedVersion, date: body.date, withPlacementId: body.withPlacementId, withVersion: body.withVersion ?? null, override: body.override ?? null }, today);
      if (!swapped.ok) return swapped;
      const { swappedWith, displaced, warnings, ...placement } = swapped.value;
      return ok({ ...placementAnswer(placement), swappedWith: placementAnswer(swappedWith), displaced, warnings: tellWarnings(warnings, words) });
    },
  });
  operation(app, {
    method: "post", path: "/placements/{id}/joining", permission: "placement.write", tag, summary: "A member of the household takes a bed with the others", params: byId, answer: placementSchema,
    description: "Somebody who was born or came later, in the unit of the placement; a bed left out is assigned, to the smallest children a cot. Who takes no bed needs no such step.",
    body: z.strictObject({ date: daySchema, personId: idSchema, bedId: idSchema.optional(), override: overrideSchema }),
    run: async ({ db, params, body, today, expectedVersion, words }) => {
      const joined = await joinPlacement(db, { placementId: params.id, expectedVersion, date: body.date, personId: body.personId, bedId: body.bedId ?? null, override: body.override ?? null }, today);
      return joined.ok ? ok({ ...placementAnswer(joined.value), warnings: tellWarnings(joined.value.warnings, words) }) : joined;
    },
  });
  for (const [step, path, summary] of [["no_show", "no-show", "The household did not arrive"], ["cancellation", "cancellation", "Call the placement off"]] as const) {
    operation(app, {
      method: "post", path: `/placements/{id}/${path}`, permission: "placement.write", tag, summary, params: byId, answer: placementSchema,
      body: z.strictObject({ reason: z.enum(CANCELLATION_REASONS) }),
      run: async ({ db, params, body, today, expectedVersion }) => {
        const ended = await callOff(db, { placementId: params.id, expectedVersion, step, reason: body.reason }, today);
        return ended.ok ? ok(placementAnswer(ended.value)) : ended;
      },
    });
  }
}

/** What stands already, looked at again: the rule it is under, and what was recorded wrongly. */
function amendingRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/placements/{id}/rules", permission: "stay_rule.write", tag, summary: "The rules a placement could be moved to", params: byId,
    answer: z.object({ items: z.array(z.object({ rule: ruleSchema, isPresent: z.boolean(), latestExit: daySchema.nullable(), isBeyond: z.boolean() })) }),
    description: "Every version of every rule about its place, the most specific first, with the latest exit it would have under each; `isBeyond`: the planned exit lies after that.",
    run: async ({ db, params, today }) => ok({ items: await rulesFor(db, params.id, today) }),
  });
  operation(app, {
    method: "post", path: "/placements/{id}/rule", permission: "stay_rule.write", tag, summary: "Move a placement to another version of its rule", params: byId, answer: placementSchema,
    description: "For planned ones and people in house: a new version leaves them with theirs unless a manager decides so. The latest exit counts from the arrival, extensions that were granted stay; `exit` moves the planned exit in the same step. An exit beyond the new limit needs `override`.",
    body: z.strictObject({ ruleId: idSchema, exit: daySchema.optional(), override: overrideSchema }),
    run: async ({ db, params, body, today, expectedVersion }) => {
      const moved = await moveToRule(db, { placementId: params.id, expectedVersion, ruleId: body.ruleId, exit: body.exit ?? null, override: body.override ?? null }, today);
      return moved.ok ? ok(placementAnswer(moved.value)) : moved;
    },
  });
  operation(app, {
    method: "post", path: "/placements/{id}/correction", permission: "placement.write", tag, summary: "Put a recorded arrival, transfer or departure right", params: byId, answer: placementSchema,
    description: "For people who came or left, all of them or those named. What is left out stays; `transfer` is the day of the last bed change of their stay; `arrival: null` says they never came (they are expected again), `departure: null` that they have not left. It is refused where somebody else really spent the nights; plans yield. What was recorded before is kept with the reason.",
    body: correctionBody,
    run: async ({ db, params, body, today, expectedVersion, words }) => {
      const { note, personIds, ...correction } = body;
      const done = await correctPlacement(db, { placementId: params.id, expectedVersion, correction, personIds: personIds ?? null, note }, today);
      return done.ok ? ok({ ...placementAnswer(done.value), displaced: done.value.displaced, warnings: tellWarnings(done.value.warnings, words) }) : done;
    },
  });
}
