import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { NETWORK_CHAIN } from "@/domain/audit";
import { ok } from "@/domain/failure";
import { readAudit } from "../audit/read";
import { operation } from "./operation";
import { daySchema, idSchema, instantSchema, listOf, municipalitySchema, pageOf, pageQuery, toPage } from "./schemas";

const codeSchema = z.string().regex(/^[a-z_]+(\.[a-z_]+){1,3}$/).max(60).openapi({ example: "household.read" });
const actorSchema = z.string().regex(/^[a-z0-9_-]{1,60}$/).openapi({ description: "A user's id, or the name of a part of the product" });

const query = z.object({
  municipality: z.union([municipalitySchema, z.literal(NETWORK_CHAIN)]).openapi({ description: `Codice catastale, or ${NETWORK_CHAIN} for what belongs to no municipality`, example: "G478" }),
  from: daySchema.optional(), until: daySchema.optional().openapi({ description: "Exclusive" }),
  actorId: actorSchema.optional(),
  subjectId: z.string().regex(/^[A-Za-z0-9-]{1,60}$/).optional(),
  action: listOf(codeSchema).optional().openapi({ description: "One or several, `household.read,household.changed`" }),
  ...pageQuery,
});

const entrySchema = z
  .object({
    id: idSchema, at: instantSchema, municipality: z.string().nullable(), actorKind: z.enum(["user", "token", "system"]), actorId: z.string(), actorName: z.string().nullable(),
    action: z.string(), subjectId: z.string(), subjectName: z.string().nullable().openapi({ description: "Of a user; of households nothing but the id is told" }), facts: z.record(z.string(), z.unknown()).openapi({ description: "Ids, codes and names of fields; no personal values" }),
    position: z.int().nullable().openapi({ description: "In the chain of the municipality; null while it is not sealed" }),
  })
  .openapi("AuditEntry");

const answer = pageOf(entrySchema).extend({ sealed: z.object({ position: z.int(), at: instantSchema }).nullable().openapi({ description: "How far the chain is sealed" }) });

/** GET /audit: who did what, for administrators. */
export function auditRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/audit", permission: "audit.read", tag: "Audit", summary: "Who did what in a municipality, newest first", query, answer,
    description: "Entries are only ever added, and sealed into one chain per municipality a few seconds later.",
    run: async ({ db, query: { municipality, action, cursor, limit, ...filter } }) => {
      const { entries, sealed } = await readAudit(db, { ...filter, chain: municipality, actions: action, after: cursor, limit });
      return ok({ ...toPage(entries, limit), sealed } as z.input<typeof answer>);
    },
  });
}
