import "server-only";
import { Readable } from "node:stream";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { NotFound } from "@/db/errors";
import { IMPORT_KINDS, type ImportKind } from "@/domain/imports";
import { imports as english } from "@/messages/en/imports";
import { database } from "../database";
import { runExport } from "../exports/run";
import { Forbidden } from "../guard";
import { type Answer, asAnswer } from "./execute";
import { problems } from "./imports";
import { operations, recognise } from "./operation";
import { type Locale, localeOf, problemOf } from "./problem";
import { respond } from "./respond";
import { municipalitySchema } from "./schemas";
import { tooMany } from "./strangers";

const permission = "data.export";

const query = z.object({ municipality: municipalitySchema.optional().openapi({ description: "Left out: every municipality where the caller may export" }) });

/** An export reads everything there is: a person needs few, a stolen token shall not have many. */
const exportsOfOne = new RateLimiterMemory({ points: 30, duration: 60 });

/** /exports: the same columns as the imports. */
export function exportRoutes(app: OpenAPIHono): void {
  for (const kind of IMPORT_KINDS) mountExport(app, kind);
}

function mountExport(app: OpenAPIHono, kind: ImportKind): void {
  const path = `/exports/${kind}.csv`;
  operations.push({ method: "get", path, permission });
  const route = createRoute({
    method: "get", path, tags: ["Import and export"], summary: `Export ${kind} as CSV`, security: [{ token: [] }, { session: [] }], "x-permission": permission,
    description: `${english.kinds[kind]} In the columns of the import. Needs that reveal health are left out; cells that look like formulas start with an apostrophe.`,
    request: { query },
    responses: { 200: { description: "A CSV file", content: { "text/csv": { schema: z.string() } } }, ...problems(400, 401, 403, 404, 429) },
  });
  app.openapi(route, (async (context: Context) => answerExport(context, kind, query.parse(context.req.query()).municipality)) as never);
}

async function answerExport(context: Context, kind: ImportKind, municipality: string | undefined): Promise<Response> {
  const locale = localeOf(context.req.header("accept-language"));
  const recognised = await recognise(context, locale, permission);
  if ("problem" in recognised) return respond(context, recognised.problem);

  const wait = await secondsToWait(recognised.actor.id);
  if (wait > 0) return respond(context, tooMany(wait, locale));
  try {
    const text = Readable.from(runExport(database(), recognised.actor, kind, { municipality }), { objectMode: false });
    const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${kind}.csv"`, "cache-control": "no-store" };
    return context.body(Readable.toWeb(text) as ReadableStream, 200, headers);
  } catch (error) {
    return respond(context, refusalOf(error, locale));
  }
}

function refusalOf(error: unknown, locale: Locale): Answer {
  if (error instanceof NotFound) return asAnswer(problemOf("not_found", locale, { what: error.what }));
  if (error instanceof Forbidden) return asAnswer(problemOf("forbidden", locale, { permission: error.permission }));
  throw error;
}

async function secondsToWait(actorId: string): Promise<number> {
  try {
    await exportsOfOne.consume(actorId);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}
