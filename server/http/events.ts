import "server-only";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { asActor } from "@/db/client";
import { openSessionsOf } from "@/db/sessions";
import { municipalitiesReached } from "@/domain/actor";
import { LIVE_TOPICS } from "@/domain/live";
import { actorFromRequest, type Recognised } from "../actor";
import { IDLE_MINUTES } from "../auth/session-times";
import { database } from "../database";
import { openStream } from "../events/streams";
import { asAnswer } from "./execute";
import { problems } from "./imports";
import { operations, recognise } from "./operation";
import { localeOf, problemOf } from "./problem";
import { respond } from "./respond";
import { municipalitySchema } from "./schemas";
import { tooMany } from "./strangers";

const permission = "self.read";

const query = z.object({
  municipality: municipalitySchema.optional().openapi({ description: "Left out: every municipality the caller reaches" }),
  age: z.coerce.number().int().min(0).max(86_400_000).default(0).openapi({ description: "How long ago, in milliseconds, the caller read what it shows: whoever may have missed a change since is told at once" }),
});

/** Compressed, or gathered by a proxy, it would be held back until there is enough of it. */
const HEADERS = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" };

const told = `Server-sent events, ids only. \`event: change\` with \`data: { topics, municipality, id }\`: something was written, and answers about these topics (${LIVE_TOPICS.join(", ")}) may be old; \`id\` is that of the placement, household or place where the caller may find it. \`municipality: null\` says that anything may be old. Comments keep the connection open; the stream ends with the session or token, and when the caller's roles change.`;

/** GET /events: what changed, as it changes. */
export function eventRoutes(app: OpenAPIHono): void {
  const path = "/events";
  operations.push({ method: "get", path, permission });
  const route = createRoute({
    method: "get", path, tags: ["System"], summary: "What changes, as it changes", description: told, security: [{ token: [] }, { session: [] }], "x-permission": permission,
    request: { query }, responses: { 200: { description: "A stream without an end", content: { "text/event-stream": { schema: z.string() } } }, ...problems(400, 401, 403, 404, 429) },
  });
  app.openapi(route, (async (context: Context) => answerEvents(context, query.parse(context.req.query()))) as never);
}

async function answerEvents(context: Context, { municipality = null, age }: { municipality?: string | null; age: number }): Promise<Response> {
  const locale = localeOf(context.req.header("accept-language"));
  const recognised = await recognise(context, locale, permission);
  if ("problem" in recognised) return respond(context, recognised.problem);
  const { actor } = recognised;
  if (municipality !== null && !municipalitiesReached(actor).includes(municipality)) return respond(context, asAnswer(problemOf("not_found", locale, { what: "municipality" })));

  // Nobody would read it, nor close it.
  if (context.req.method === "HEAD") return context.body(null, 200, HEADERS);
  const stream = openStream({ actor, municipality, age, isStillWelcome: () => isStillWelcome(context.req.raw, recognised) });
  if (stream === null) return respond(context, tooMany(30, locale));
  return context.body(stream, 200, HEADERS);
}

/** A session is not kept alive by listening: it is looked for, and not noted as seen. */
async function isStillWelcome(request: Request, { actor, sessionId }: Pick<Recognised, "actor" | "sessionId">): Promise<boolean> {
  if (sessionId === null) return (await actorFromRequest(request)) !== null;
  const open = await asActor(database(), actor, (db) => openSessionsOf(db, actor.id, IDLE_MINUTES));
  return open.some(({ id }) => id === sessionId);
}
