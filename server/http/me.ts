import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ROLES } from "@/domain/actor";
import { ok } from "@/domain/failure";
import { describeMe } from "../users/me";
import { operation } from "./operation";
import { daySchema, idSchema, municipalitySchema } from "./schemas";

const named = z.object({ code: municipalitySchema, name: z.string() });

const meSchema = z
  .object({
    id: idSchema, name: z.string(), email: z.string(), language: z.string(),
    grants: z.array(z.object({
      role: z.enum(ROLES),
      municipality: named.nullable().openapi({ description: "null: the whole network" }),
      organisation: z.object({ id: idSchema, name: z.string() }).nullable(),
    })),
    municipalities: z.array(named.extend({ permissions: z.array(z.string()) })),
    today: daySchema,
  })
  .openapi("Me");

/** GET /me: who is asking, and what they may do where. */
export function meRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/me", permission: "self.read", tag: "Users", summary: "Who is asking, and what they may do where", answer: meSchema,
    run: async ({ db }) => ok(await describeMe(db)),
  });
}
