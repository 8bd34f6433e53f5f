import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ExtensionRecord } from "@/db/extensions";
import { EXTENSION_REASONS, EXTENSION_STATUSES } from "@/domain/extensions";
import { ok } from "@/domain/failure";
import { askExtension } from "../extensions/ask";
import { decide } from "../extensions/decide";
import { extensionsOfPlacement, listExtensions } from "../extensions/find";
import { withdrawExtension } from "../extensions/withdraw";
import { operation } from "./operation";
import { byId, daySchema, idSchema, instantSchema, municipalitySchema, noteSchema, pageOf, pageQuery, toPage, versionSchema } from "./schemas";

const tag = "Extensions";
const reasonSchema = z.enum(EXTENSION_REASONS);
const overrideSchema = z.strictObject({ reason: noteSchema.min(1) });

export const extensionSchema = z
  .object({
    id: idSchema, version: versionSchema, municipality: z.string(), placementId: idSchema, exit: daySchema, latestExitBefore: daySchema,
    reason: reasonSchema, note: z.string().nullable(), status: z.enum(EXTENSION_STATUSES),
    askedBy: z.string(), askedByName: z.string().nullable(), askedAt: instantSchema, decidedBy: z.string().nullable(), decidedByName: z.string().nullable(), decidedAt: instantSchema.nullable(), decisionNote: z.string().nullable(),
    override: z.object({ reason: z.string(), codes: z.array(z.string()) }).nullable(),
  })
  .openapi("Extension");

const told = (record: ExtensionRecord): z.input<typeof extensionSchema> => record;

const askBody = z
  .strictObject({ exit: daySchema, reason: reasonSchema, note: noteSchema.nullish(), override: overrideSchema.nullish() })
  .refine(({ reason, note }) => reason !== "other" || Boolean(note), { error: "note_needed", path: ["note"] });

/** Extensions of a stay beyond its rule (domain.md 3). */
export function extensionRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/placements/{id}/extensions", permission: "placement.write", tag, summary: "Ask for an extension", status: 201, params: byId, answer: extensionSchema, body: askBody,
    description: "For planned and in-house placements, beyond the latest exit only. The reason `other` needs a note. Number, length, beds and people are tested now and again at the decision. `override` (managers) asks beyond number or length.",
    run: async ({ db, params, body, today, expectedVersion }) => {
      const asked = await askExtension(db, { placementId: params.id, expectedVersion, exit: body.exit, reason: body.reason, note: body.note ?? null, override: body.override ?? null }, today);
      return asked.ok ? ok(told(asked.value)) : asked;
    },
  });
  operation(app, {
    method: "get", path: "/placements/{id}/extensions", permission: "placement.read", tag, summary: "What was asked for a placement", params: byId, answer: z.object({ items: z.array(extensionSchema) }),
    run: async ({ db, params }) => ok({ items: (await extensionsOfPlacement(db, params.id)).map(told) }),
  });
  operation(app, {
    method: "get", path: "/extensions", permission: "placement.read", tag, summary: "Extensions of a municipality, in order of asking",
    query: z.object({ municipality: municipalitySchema, status: z.enum(EXTENSION_STATUSES).optional(), ...pageQuery }), answer: pageOf(extensionSchema),
    run: async ({ db, query }) => {
      const page = toPage(await listExtensions(db, query), query.limit);
      return ok({ ...page, items: page.items.map(told) });
    },
  });
  decisionRoutes(app);
}

function decisionRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/extensions/{id}/decision", permission: "extension.decide", tag, summary: "Grant or refuse an extension", params: byId, answer: extensionSchema,
    description: "By a manager of the municipality who did not ask for it (403 `own_request`). Granted, the placement's exit and latest exit move to the day asked for.",
    body: z.strictObject({ approve: z.boolean(), note: noteSchema.nullish(), override: overrideSchema.nullish() }),
    run: async ({ db, params, body, today, expectedVersion }) => {
      const decided = await decide(db, { extensionId: params.id, expectedVersion, approve: body.approve, note: body.note ?? null, override: body.override ?? null }, today);
      return decided.ok ? ok(told(decided.value)) : decided;
    },
  });
  operation(app, {
    method: "post", path: "/extensions/{id}/withdrawal", permission: "placement.write", tag, summary: "Take a request back", params: byId, answer: extensionSchema,
    run: async ({ db, params, expectedVersion }) => {
      const withdrawn = await withdrawExtension(db, { extensionId: params.id, expectedVersion });
      return withdrawn.ok ? ok(told(withdrawn.value)) : withdrawn;
    },
  });
}
