import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { conditionSchema } from "@/domain/conditions";
import { ok } from "@/domain/failure";
import { FACILITY_KINDS } from "@/domain/housing";
import { CLOCK_SCOPES, COUNTINGS } from "@/domain/stay-rules";
import { type Impact, impactOf, listStayRules, previewImpact, writeStayRule } from "../stay-rules/write";
import { operation } from "./operation";
import { byId, daySchema, idSchema, municipalitySchema, spanSchema, turnaroundSchema, versionSchema } from "./schemas";

const tag = "Stay rules";

const ruleBody = z
  .strictObject({
    municipality: municipalitySchema, kind: z.enum(FACILITY_KINDS).nullish(), facilityId: idSchema.nullish(), programmeId: idSchema.nullish(), validFrom: daySchema,
    maxStay: spanSchema.nullable(), counting: z.enum(COUNTINGS).default("placement").openapi({ description: "cumulative: with the nights of other placements under rules of the same clock" }),
    clockScope: z.enum(CLOCK_SCOPES).default("municipality"), clockGroup: z.string().trim().min(1).max(60).nullish().openapi({ description: "Rules that name it count together; cumulative rules that name none share one clock" }),
    resetAfterDays: z.int().min(1).max(3660).nullish().openapi({ description: "A gap of so many days between an exit and the next arrival begins the clock anew" }), maxExtensions: z.int().min(0).max(20).default(0), extensionLength: spanSchema.nullish(), turnaround: turnaroundSchema.nullish(),
    noticeDays: z.array(z.int().min(1).max(365)).max(10).default([60, 30, 15, 7]), offerHours: z.int().min(1).max(720).nullish(), conditions: z.array(conditionSchema).max(30).default([]),
  })
  .openapi("NewStayRule");

export const ruleSchema = z
  .object({
    id: idSchema, version: versionSchema, municipality: z.string(), kind: z.enum(FACILITY_KINDS).nullable(), facilityId: idSchema.nullable(), programmeId: idSchema.nullable(),
    validFrom: daySchema, validUntil: daySchema.nullable(), maxStay: spanSchema.nullable(), counting: z.enum(COUNTINGS), clockScope: z.enum(CLOCK_SCOPES), clockGroup: z.string().nullable(),
    resetAfterDays: z.int().nullable(), maxExtensions: z.int(), extensionLength: spanSchema.nullable(), turnaround: turnaroundSchema.nullable(), noticeDays: z.array(z.int()),
    offerHours: z.int().nullable(), conditions: z.array(conditionSchema),
  })
  .openapi("StayRule");

const impactSchema = z.object({ items: z.array(z.object({ placementId: idSchema, householdCode: z.string(), status: z.string(), arrival: daySchema, exit: daySchema, latestExit: daySchema.nullable(), isBeyond: z.boolean() })) });

const toldImpact = ({ placement: { id, householdCode, status, arrival, exit }, latestExit, isBeyond }: Impact) => ({ placementId: id, householdCode, status, arrival, exit, latestExit, isBeyond });

/** What may be left out is null from here on. */
const whole = (body: z.output<typeof ruleBody>) => ({
  ...body, kind: body.kind ?? null, facilityId: body.facilityId ?? null, programmeId: body.programmeId ?? null, clockGroup: body.clockGroup ?? null, resetAfterDays: body.resetAfterDays ?? null,
  extensionLength: body.extensionLength ?? null, turnaround: body.turnaround ?? null, offerHours: body.offerHours ?? null,
});

/** Stay rules: dated versions, never edited in place (domain.md 3). */
export function stayRuleRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/stay-rules", permission: "stay_rule.write", tag, summary: "Write a new version of a rule", status: 201, body: ruleBody, answer: ruleSchema,
    description: "The version before, of the same kind, facility and programme, ends on validFrom.",
    run: async ({ db, body }) => ok(await writeStayRule(db, whole(body))),
  });
  operation(app, {
    method: "post", path: "/stay-rules/impact", permission: "stay_rule.write", tag, summary: "Placements a version would touch that is not written yet", body: ruleBody, answer: impactSchema,
    description: "Writes no rule. Running placements keep theirs in any case; `latestExit` and `isBeyond` say what this version would make of them.",
    run: async ({ db, body, today }) => ok({ items: (await previewImpact(db, whole(body), today)).map(toldImpact) }),
  });
  operation(app, {
    method: "get", path: "/stay-rules", permission: "inventory.read", tag, summary: "Rules of a municipality, all versions or those in force on a day",
    query: z.object({ municipality: municipalitySchema, on: daySchema.optional() }), answer: z.object({ items: z.array(ruleSchema), nextCursor: z.null() }),
    run: async ({ db, query }) => ok({ items: await listStayRules(db, query.municipality, query.on), nextCursor: null }),
  });
  operation(app, {
    method: "get", path: "/stay-rules/{id}/impact", permission: "stay_rule.write", tag, summary: "Placements the rule would touch", params: byId,
    answer: impactSchema,
    run: async ({ db, params, today }) => ok({ items: (await impactOf(db, params.id, today)).map(toldImpact) }),
  });
}
