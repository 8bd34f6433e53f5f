import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { REFERRAL_SOURCES } from "@/domain/people";
import { listCaseWorkers, refer, takeInCharge } from "../households/take-in-charge";
import { operation } from "./operation";
import { byId, daySchema, idSchema, municipalitySchema, noteSchema, versionSchema } from "./schemas";

const tag = "Households";

export const caseSchema = z
  .object({ id: idSchema, version: versionSchema, householdId: idSchema, programmeId: idSchema, from: daySchema, until: daySchema.nullable(), socialWorkerId: idSchema.nullable(), outcome: z.string().nullable() })
  .openapi("Case");
export const namedCaseSchema = caseSchema.extend({ programmeName: z.string(), socialWorkerName: z.string().nullable() }).openapi("NamedCase");
export const referralSchema = z
  .object({ id: idSchema, version: versionSchema, householdId: idSchema, source: z.string(), urgency: z.int().openapi({ description: "1 the most urgent" }), receivedOn: daySchema, note: z.string().nullable() })
  .openapi("Referral");

/** Cases and referrals (domain.md 1). */
export function caseRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/households/{id}/cases", permission: "case.write", tag, summary: "Take a household in charge in a programme", status: 201, params: byId, answer: caseSchema,
    body: z.strictObject({ programmeId: idSchema, from: daySchema, socialWorkerId: idSchema.nullish() }),
    run: async ({ db, params, body }) => ok(await takeInCharge(db, { householdId: params.id, ...body, socialWorkerId: body.socialWorkerId ?? null })),
  });
  operation(app, {
    method: "post", path: "/referrals", permission: "case.write", tag, summary: "Write down a referral", status: 201, answer: referralSchema,
    body: z.strictObject({ householdId: idSchema, source: z.enum(REFERRAL_SOURCES), urgency: z.int().min(1).max(3), receivedOn: daySchema, note: noteSchema.nullish() }),
    run: ({ db, body, today }) => refer(db, { ...body, note: body.note ?? null }, today),
  });
  operation(app, {
    method: "get", path: "/case-workers", permission: "case.write", tag, summary: "Who of a municipality may be the reference social worker of a case",
    query: z.object({ municipality: municipalitySchema }), answer: z.object({ items: z.array(z.object({ id: idSchema, name: z.string() })), nextCursor: z.null() }),
    run: async ({ db, query }) => ok({ items: await listCaseWorkers(db, query.municipality), nextCursor: null }),
  });
}
