import "server-only";
import { Readable, Transform } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { IMPORT_COLUMNS, IMPORT_KINDS, type ImportKind } from "@/domain/imports";
import { imports as english } from "@/messages/en/imports";
import { today } from "../clock";
import { database } from "../database";
import { templateOf } from "../exports/run";
import { importOnce } from "../imports/once";
import { runImport } from "../imports/run";
import { told } from "../imports/told";
import { asAnswer } from "./execute";
import { operations, recognise } from "./operation";
import { localeOf, problemOf } from "./problem";
import { respond } from "./respond";
import { problemSchema } from "./schemas";

const permission = "data.import";
const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 100 * MEGABYTE;

const query = z.object({
  dryRun: z.stringbool().default(false).openapi({ type: "boolean", description: "Try everything, keep nothing" }),
  partial: z.stringbool().default(false).openapi({ type: "boolean", description: "Good rows go in although others are refused" }),
});

const keyHeader = z.looseObject({ "idempotency-key": z.string().min(1).max(200).optional() });

const resultSchema = z
  .object({
    rows: z.int(),
    created: z.int(),
    updated: z.int(),
    rejected: z
      .array(z.object({
        row: z.int().openapi({ description: "As a spreadsheet counts: the header is row 1" }),
        column: z.string().nullable(), code: z.string(), message: z.string(), otherRow: z.int().optional(),
      }))
      .openapi({ description: "In order of row, at most 1,000. Nothing is imported when there are any, unless partial=true" }),
    rejectedRows: z.int().openapi({ description: "How many rows are refused, listed or not" }),
  })
  .openapi("ImportResult");

/** /imports: CSV files of facilities, households and stays, and what they look like. */
export function importRoutes(app: OpenAPIHono): void {
  for (const kind of IMPORT_KINDS) {
    mountImport(app, kind);
    mountTemplate(app, kind);
  }
}

function mountImport(app: OpenAPIHono, kind: ImportKind): void {
  const path = `/imports/${kind}`;
  operations.push({ method: "post", path, permission });
  const route = createRoute({
    method: "post", path, tags: ["Import and export"], summary: `Import ${kind} from a CSV file`, description: descriptionOf(kind), security: [{ token: [] }, { session: [] }],
    "x-permission": permission,
    request: { query, headers: keyHeader, body: { required: true, content: { "text/csv": { schema: z.string() } } } },
    responses: { 200: { description: "What the file came to", content: { "application/json": { schema: resultSchema } } }, ...problems(400, 401, 403, 409, 413, 415) },
  });
  app.openapi(route, (async (context: Context) => answerImport(context, kind, query.parse(context.req.query()))) as never);
}

async function answerImport(context: Context, kind: ImportKind, { dryRun, partial }: z.output<typeof query>): Promise<Response> {
  const locale = localeOf(context.req.header("accept-language"));
  const recognised = await recognise(context, locale, permission);
  if ("problem" in recognised) return respond(context, recognised.problem);
  if (!isCsv(context.req.header("content-type"))) return respond(context, asAnswer(problemOf("unsupported_media_type", locale)));

  const tooLarge = () => respond(context, asAnswer(problemOf("too_large", locale)));
  if (Number(context.req.header("content-length") ?? 0) > LARGEST_FILE) return tooLarge();
  const file = limited(context.req.raw.body);
  const options = { dryRun, partial, today: today() };
  const key = context.req.header("idempotency-key");
  try {
    if (key === undefined) return respond(context, { status: 200, body: told(await runImport(database(), recognised.actor, kind, file, options), locale) });
    const once = await importOnce(database(), recognised.actor, key, kind, file, options);
    return respond(context, once.ok ? { status: 200, body: told(once.value, locale) } : asAnswer(problemOf(once.failure.code, locale)));
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge();
    throw error;
  }
}

class TooLarge extends Error {}

/** The body as it comes in, up to the limit: never kept in memory. */
function limited(body: ReadableStream | null): Readable {
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      done(bytes > LARGEST_FILE ? new TooLarge() : null, chunk);
    },
  });
  if (body === null) return Readable.from([]);
  const incoming = Readable.fromWeb(body as NodeReadableStream);
  incoming.on("error", (error) => counting.destroy(error));
  counting.on("close", () => incoming.destroy());
  return incoming.pipe(counting);
}

function isCsv(contentType: string | undefined): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "text/csv";
}

function mountTemplate(app: OpenAPIHono, kind: ImportKind): void {
  const path = `/imports/${kind}/template.csv`;
  operations.push({ method: "get", path, permission });
  const route = createRoute({
    method: "get", path, tags: ["Import and export"], summary: `The columns of ${kind}`, description: descriptionOf(kind), security: [{ token: [] }, { session: [] }], "x-permission": permission,
    responses: { 200: { description: "A CSV file with the header alone", content: { "text/csv": { schema: z.string() } } }, ...problems(401, 403) },
  });
  app.openapi(route, (async (context: Context) => {
    const recognised = await recognise(context, localeOf(context.req.header("accept-language")), permission);
    if ("problem" in recognised) return respond(context, recognised.problem);
    return context.body(templateOf(kind), 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${kind}.csv"` });
  }) as never);
}

function descriptionOf(kind: ImportKind): string {
  const { required, optional } = IMPORT_COLUMNS[kind];
  return `${english.kinds[kind]} UTF-8, \`,\` or \`;\`, header row; lists in one cell with \`|\`. Columns: ${required.join(", ")}; optional: ${optional.join(", ")}. Up to 100 MB and a million rows.`;
}

/** The problem documents an operation may answer. */
export function problems(...statuses: number[]) {
  return Object.fromEntries(statuses.map((status) => [status, { description: "Problem", content: { "application/problem+json": { schema: problemSchema } } }]));
}
