import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { readStayClock } from "../households/stay-clock";
import { operation } from "./operation";
import { byId, daySchema, idSchema } from "./schemas";
import { ruleSchema } from "./stay-rules";

const nights = z.int();

const clockSchema = z
  .object({
    rule: ruleSchema.nullable().openapi({ description: "Null: no limit" }),
    used: z.array(z.object({ placementId: idSchema, nights })),
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
    description: "Of the placement that runs, else of the latest, as it stands on a day; with a unit, of a placement that would begin there on that day. The day left out is today. Rules count each placement alone.",
    params: byId, query: z.object({ unitId: idSchema.optional(), on: daySchema.optional() }), answer: clockSchema,
    run: ({ db, params, query, today }) => readStayClock(db, { householdId: params.id, unitId: query.unitId, on: query.on ?? today }),
  });
}
