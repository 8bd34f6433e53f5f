import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { CASE_OUTCOMES, EXIT_PATH_KINDS, type ExitPath, exitPathFault, type Goal, goalFault } from "@/domain/cases";
import { ok } from "@/domain/failure";
import { REFERRAL_SOURCES } from "@/domain/people";
import { updateCase } from "../cases/change";
import { closeCase, reopenCase } from "../cases/close";
import { listCaseWorkers, refer, takeInCharge } from "../households/take-in-charge";
import { operation } from "./operation";
import { byId, daySchema, idSchema, municipalitySchema, nameSchema, noteSchema, versionSchema } from "./schemas";

const tag = "Households";

const goalSchema = z
  .strictObject({
    text: noteSchema.min(1).max(500), aimedOn: daySchema.openapi({ description: "The day aimed at" }), reachedOn: daySchema.nullish(),
    givenUp: z.strictObject({ on: daySchema, reason: noteSchema.min(1).max(500) }).nullish(),
  })
  .transform((goal): Goal => ({ ...goal, reachedOn: goal.reachedOn ?? null, givenUp: goal.givenUp ?? null }))
  .superRefine((goal, context) => fault(context, goalFault(goal)))
  .openapi("CaseGoal", { description: "Reached, given up with a reason, or open" });

const exitPathSchema = z
  .strictObject({
    kind: z.enum(EXIT_PATH_KINDS), startedOn: daySchema.nullish(), expectedOn: daySchema.nullish(), listName: nameSchema.nullish().openapi({ description: "Of social housing" }),
    rank: z.int().min(1).max(1_000_000).nullish().openapi({ description: "The place on that list" }), leaseSignedOn: daySchema.nullish(), note: noteSchema.nullish(),
  })
  .transform((path): ExitPath => ({
    kind: path.kind, startedOn: path.startedOn ?? null, expectedOn: path.expectedOn ?? null, listName: path.listName ?? null, rank: path.rank ?? null, leaseSignedOn: path.leaseSignedOn ?? null, note: path.note || null,
  }))
  .superRefine((path, context) => fault(context, exitPathFault(path)))
  .openapi("CaseExitPath");

function fault(context: z.RefinementCtx, found: { field: string; code: string } | null): void {
  if (found) context.addIssue({ code: "custom", message: found.code, path: [found.field] });
}

export const caseSchema = z
  .object({
    id: idSchema, version: versionSchema, householdId: idSchema, programmeId: idSchema, programmeName: z.string(), from: daySchema, until: daySchema.nullable(), socialWorkerId: idSchema.nullable(), socialWorkerName: z.string().nullable(),
    goals: z.array(z.object({ text: z.string(), aimedOn: daySchema, reachedOn: daySchema.nullable(), givenUp: z.object({ on: daySchema, reason: z.string() }).nullable() })),
    exitPaths: z.array(z.object({
      kind: z.enum(EXIT_PATH_KINDS), startedOn: daySchema.nullable(), expectedOn: daySchema.nullable(), listName: z.string().nullable(), rank: z.int().nullable(), leaseSignedOn: daySchema.nullable(), note: z.string().nullable(),
    })),
    outcome: z.enum(CASE_OUTCOMES).nullable(), outcomeNote: z.string().nullable(),
  })
  .openapi("Case");
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
  agreementRoutes(app);
}

function agreementRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "patch", path: "/cases/{id}", permission: "case.write", tag, summary: "Agree on goals and ways out, or on who follows a case", params: byId, answer: caseSchema,
    description: "Each list replaces the one there is, in the order given. A closed case is changed after it is taken up again (409 `wrong_state`); days on which something happened are not after today (422 `date_in_future`).",
    body: z
      .strictObject({ socialWorkerId: idSchema.nullable().optional(), goals: z.array(goalSchema).max(50).optional(), exitPaths: z.array(exitPathSchema).max(20).optional() })
      .refine((fields) => Object.keys(fields).length > 0, { error: "nothing_to_change" }),
    run: ({ db, params, body, today, expectedVersion }) => updateCase(db, { caseId: params.id, expectedVersion }, body, today),
  });
  operation(app, {
    method: "post", path: "/cases/{id}/closure", permission: "case.write", tag, summary: "Close a case with its outcome", params: byId, answer: caseSchema,
    description: "The outcome is where the household goes, or why the programme follows it no longer; `other` needs a note.",
    body: z
      .strictObject({ date: daySchema, outcome: z.enum(CASE_OUTCOMES), note: noteSchema.nullish() })
      .refine(({ outcome, note }) => outcome !== "other" || Boolean(note), { error: "note_needed", path: ["note"] }),
    run: ({ db, params, body, today, expectedVersion }) => closeCase(db, { caseId: params.id, expectedVersion }, { ...body, note: body.note || null }, today),
  });
  operation(app, {
    method: "post", path: "/cases/{id}/reopening", permission: "case.write", tag, summary: "Take a closed case up again", params: byId, answer: caseSchema,
    description: "Its outcome goes; what was agreed stays.",
    run: ({ db, params, expectedVersion }) => reopenCase(db, { caseId: params.id, expectedVersion }),
  });
}
