import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ROLES } from "@/domain/actor";
import { ok } from "@/domain/failure";
import { TASK_KINDS } from "@/domain/task-causes";
import { changeOwnProfile } from "../users/change-own";
import { describeMe } from "../users/me";
import { operation } from "./operation";
import { daySchema, idSchema, municipalitySchema, nameSchema, versionSchema } from "./schemas";

const named = z.object({ code: municipalitySchema, name: z.string() });

const meSchema = z
  .object({
    id: idSchema, version: versionSchema, name: z.string(), email: z.string(), language: z.string(), mailedTasks: z.array(z.enum(TASK_KINDS)),
    grants: z.array(z.object({
      role: z.enum(ROLES),
      municipality: named.nullable().openapi({ description: "null: the whole network" }),
      organisation: z.object({ id: idSchema, name: z.string() }).nullable(),
    })),
    municipalities: z.array(named.extend({ permissions: z.array(z.string()) })),
    today: daySchema,
  })
  .openapi("Me");

const mailedSchema = z.array(z.enum(TASK_KINDS)).max(TASK_KINDS.length).openapi({ description: "Kinds of new tasks of one's own that a mail tells of: how many, and a link" });

/** /me: who is asking, and what they may do where. */
export function meRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/me", permission: "self.read", tag: "Users", summary: "Who is asking, and what they may do where", answer: meSchema,
    run: async ({ db }) => ok(await describeMe(db)),
  });
  operation(app, {
    method: "patch", path: "/me", permission: "self.read", tag: "Users", summary: "Change one's own name and language, and of which tasks one is told by mail", answer: meSchema,
    body: z.strictObject({ name: nameSchema.optional(), language: z.enum(["it", "en"]).optional().openapi({ description: "Of mail, and of the first page after signing in" }), mailedTasks: mailedSchema.optional() })
      .refine((fields) => Object.keys(fields).length > 0, { error: "nothing_to_change" }),
    run: async ({ db, body, expectedVersion }) => ok(await changeOwnProfile(db, body, expectedVersion)),
  });
}
