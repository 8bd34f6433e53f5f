import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { closeOtherSessions, closeOwnSession } from "../sessions/close";
import { findSessions } from "../sessions/list";
import { operation } from "./operation";
import { byId, idSchema, instantSchema } from "./schemas";

const tag = "Users";
const permission = "self.read";

const sessionSchema = z
  .object({ id: idSchema, createdAt: instantSchema, lastSeenAt: instantSchema, isCurrent: z.boolean().openapi({ description: "The session this request came with" }) })
  .openapi("Session");

/** /sessions: where one is signed in, and an end to it. */
export function sessionRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/sessions", permission, tag, summary: "One's own open sessions", answer: z.object({ items: z.array(sessionSchema) }),
    run: async ({ db, sessionId }) => ok({ items: (await findSessions(db)).map((session) => ({ ...session, isCurrent: session.id === sessionId })) }),
  });
  operation(app, {
    method: "delete", path: "/sessions/{id}", permission, tag, summary: "End one of one's own sessions", params: byId, answer: z.object({ id: idSchema }),
    run: async ({ db, params }) => {
      await closeOwnSession(db, params.id);
      return ok({ id: params.id });
    },
  });
  operation(app, {
    method: "delete", path: "/sessions", permission, tag, summary: "End all of one's own sessions but this one", answer: z.object({ closed: z.int() }),
    run: async ({ db, sessionId }) => ok({ closed: await closeOtherSessions(db, sessionId) }),
  });
}
