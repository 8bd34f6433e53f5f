import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { readStayClock } from "../households/stay-clock";
import { operation } from "./operation";
import { byId, daySchema, idSchema } from "./schemas";
import { ruleSchema } from "./stay-rules";

const nights = z.int();

const clockSchema = z
  .object({
    rule: ruleSchema.nullable().openapi({ description: "Null: no limit" }),
    used: z.array(z.object({ placementId: idSchema, nights, plannedNights: nights })),
    otherNights: nights.openapi({ description: "Of usedNights, those told without their placement: elsewhere in the network, or where the reader may not look" }),
    usedNights: nights.openapi({ description: "The largest of the adults' nights up to the day" }),
    plannedNights: nights.openapi({ description: "Nights still to come that are already planned" }),
    allowanceNights: nights.nullable(), latestExit: daySchema.nullable(),
    stays: z.array(z.object({ stayId: idSchema, placementId: idSchema, personId: idSchema, from: daySchema, until: daySchema, usedNights: nights, plannedNights: nights })),
  })
  .openapi("StayClock");

/** The stay clock (domain.md 3). */
export function stayClockRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/households/{id}/stay-clock", permission: "household.read", tag: "Households", summary: "Nights used and left of a maximum stay",
    description: "Of the placement that runs, else of the latest, as it stands on a day; with a unit, of a placement that would begin there on that day. The day left out is today. A rule with cumulative counting counts the other placements of its clock too; with a unit, those planned before the day are used by then.",
    params: byId, query: z.object({ unitId: idSchema.optional(), on: daySchema.optional() }), answer: clockSchema,
    run: async ({ db, params, query, today }) => ok(await readStayClock(db, { householdId: params.id, unitId: query.unitId, on: query.on ?? today }, today)),
  });
}
