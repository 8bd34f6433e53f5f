import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { createToken } from "../tokens/create";
import { findTokens } from "../tokens/list";
import { revokeToken } from "../tokens/revoke";
import { operation } from "./operation";
import { byId, idSchema, instantSchema, nameSchema, pageOf, pageQuery, toPage } from "./schemas";
import { told } from "./user-refusals";

const tag = "Tokens";

const tokenSchema = z
  .object({ id: idSchema, userId: idSchema, userName: z.string(), name: z.string(), createdAt: instantSchema, expiresAt: instantSchema.nullable(), revokedAt: instantSchema.nullable() })
  .openapi("Token");

const newTokenSchema = z
  .strictObject({
    name: nameSchema,
    userId: idSchema.optional().openapi({ description: "Left out: for oneself. Administrators also make tokens for users of their municipality." }),
    expiresAt: instantSchema.refine((instant) => Date.parse(instant) > Date.now(), { error: "already_expired" }).nullish(),
  })
  .openapi("NewToken");

/** /tokens: how scripts and other systems sign in. */
export function tokenRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/tokens", permission: "self.read", tag, summary: "One's own tokens, and for administrators those of the users they administer",
    query: z.object({ ...pageQuery, cursor: idSchema.optional() }), answer: pageOf(tokenSchema),
    run: async ({ db, query }) => ok(toPage(await findTokens(db, query), query.limit)),
  });
  operation(app, {
    method: "post", path: "/tokens", permission: "self.read", tag, summary: "Make a token", status: 201, body: newTokenSchema, answer: tokenSchema.extend({ token: z.string() }),
    description: "The token itself is in this answer and nowhere else.",
    run: async ({ db, body }) => told(await createToken(db, body)),
  });
  operation(app, {
    method: "delete", path: "/tokens/{id}", permission: "self.read", tag, summary: "Revoke a token", params: byId, answer: tokenSchema,
    run: async ({ db, params }) => ok(await revokeToken(db, { tokenId: params.id })),
  });
}
