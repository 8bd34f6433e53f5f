import "server-only";
import { createRoute, type OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Db } from "@/db/client";
import type { Actor, Permission } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { actorFromRequest, type Recognised } from "../actor";
import { addressOf } from "../auth/address";
import { isSameOrigin } from "../auth/same-origin";
import { today } from "../clock";
import { Forbidden, requireSomewhere } from "../guard";
import { type Answer, asAnswer, execute } from "./execute";
import { jsonBody } from "./json-body";
import { readWhileUnchanged, whileUnchanged } from "./remembered";
import { type Locale, localeOf, problemOf, wordsIn } from "./problem";
import { respond } from "./respond";
import { problemSchema } from "./schemas";
import { answerStranger, tooMany } from "./strangers";
import type { RefusalMessages } from "@/messages/refusal-words";

/** What an operation's verb is given. */
export type Call<P, Q, B> = { db: Db; params: P; query: Q; body: B; today: Day; locale: Locale; words: RefusalMessages; expectedVersion: number | null; sessionId: string | null };

type None = z.ZodType<undefined>;

/** `of`: what is read, by name. `read`: as the caller; what comes of it answers every question of theirs that names the same. */
export type Shared<Q, A> = { of: string; read: (db: Db) => Promise<(query: Q, words: RefusalMessages) => A> };

export type Operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = {
  method: "get" | "post" | "patch" | "delete";
  path: string;
  /** Held in some municipality at least, or 403; the verb asks for it again in the record's own. */
  permission: Permission;
  tag: string;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  status?: 200 | 201;
  /** Where somebody could guess: counted before the transaction, which must not wait for another connection. */
  count?: (actor: Actor, address: string) => Promise<{ wait: number | null; settle: (answered: Answer) => Promise<void> }>;
  /** Whether the answer may be given again while nothing was written: never where the reading itself is. */
  isRepeatable?: (query: z.output<Q>) => boolean;
  /** Of a repeatable question: what others are answered from as well; null where this one is only asked by itself. */
  shared?: (query: z.output<Q>, today: Day) => Shared<z.output<Q>, z.input<A>> | null;
  /** Set where the operation may do without a transaction of its own answering. */
  run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Result<z.input<A>, Refusals>>;
};

/** The operations of the API with what each asks for: a test walks them. */
export const operations: { method: string; path: string; permission: Permission }[] = [];

/** Mounts an operation: input is checked, then who is asking, then the role; then the verb runs in one transaction. */
export function operation<P extends z.ZodType = None, Q extends z.ZodType = None, B extends z.ZodType = None, A extends z.ZodType = z.ZodType>(
  app: OpenAPIHono,
  spec: Operation<P, Q, B, A>,
): void {
  operations.push({ method: spec.method, path: spec.path, permission: spec.permission });
  const route = createRoute(routeConfig(spec) as unknown as RouteConfig & { path: string });
  app.openapi(route, (async (context: Context) => respond(context, await answer(context, spec))) as never);
}

async function answer<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(context: Context, spec: Operation<P, Q, B, A>): Promise<Answer> {
  const locale = localeOf(context.req.header("accept-language"));
  const recognised = await recognise(context, locale, spec.permission);
  if ("problem" in recognised) return recognised.problem;
  const { actor, sessionId, snapshot } = recognised;
  const counted = await spec.count?.(actor, addressOf(context.req.raw.headers));
  if (counted?.wait) return tooMany(counted.wait, locale);

  const valid = <T>(part: "param" | "query" | "json") => (context.req as unknown as { valid: (part: string) => T }).valid(part);
  const call = {
    params: (spec.params ? valid("param") : undefined) as z.output<P>,
    query: (spec.query ? valid("query") : undefined) as z.output<Q>,
    body: (spec.body ? valid("json") : undefined) as z.output<B>,
    today: today(), locale, words: wordsIn(locale), expectedVersion: versionIn(context), sessionId,
  };
  const key = context.req.header("idempotency-key");
  const answering = () => execute({
    actor, locale, status: spec.status ?? 200,
    key: spec.method === "post" && key ? { value: key, request: JSON.stringify([context.req.path, call.body ?? null]) } : null,
    run: (db) => spec.run({ ...call, db }),
  });
  const shared = () => fromShared(spec.shared?.(call.query, call.today) ?? null, { actor, snapshot, path: spec.path, ...call });
  const answered = spec.isRepeatable?.(call.query) ? await whileUnchanged(snapshot, [spec.path, call.query, call.today, locale, actor], async () => (await shared()) ?? answering()) : await answering();
  await counted?.settle(answered);
  return answered;
}

type Asking<Q> = Pick<Call<unknown, Q, unknown>, "query" | "today" | "locale" | "words"> & { actor: Actor; snapshot: string; path: string };

/** The answer from what was read for other questions; null where there is nothing of the kind yet. */
async function fromShared<Q, A>(shared: Shared<Q, A> | null, { actor, locale, snapshot, path, query, today: day, words }: Asking<Q>): Promise<Answer | null> {
  if (shared === null) return null;
  const read = await readWhileUnchanged(snapshot, [path, shared.of, day, locale, actor], () => execute({ actor, locale, status: 200, key: null, run: async (db) => ok(await shared.read(db)) }));
  return read?.status === 200 ? { status: 200, body: (read.body as Awaited<ReturnType<typeof shared.read>>)(query, words) } : read;
}

/** The actor, or the problem: nobody, a request forged by another site, a role that never may. */
export async function recognise(context: Context, locale: Locale, permission: Permission): Promise<Pick<Recognised, "actor" | "sessionId" | "snapshot"> | { problem: Answer }> {
  const recognised = await actorFromRequest(context.req.raw);
  if (recognised === null) return { problem: await answerStranger(context.req.raw.headers, locale) };
  const isSafe = context.req.method === "GET" || context.req.method === "HEAD";
  if (recognised.via === "session" && !isSafe && !isSameOrigin(context.req.raw)) return { problem: asAnswer(problemOf("cross_site", locale)) };
  try {
    requireSomewhere(recognised.actor, permission);
    return recognised;
  } catch (error) {
    if (error instanceof Forbidden) return { problem: asAnswer(problemOf("forbidden", locale, { permission })) };
    throw error;
  }
}

/** `If-Match` bare or quoted. */
function versionIn(context: Context): number | null {
  const header = context.req.header("if-match")?.replace(/^W\//, "").replaceAll('"', "").trim();
  if (!header || header === "*") return null;
  return /^\d{1,9}$/.test(header) ? Number(header) : -1;
}

const PROBLEMS = { 400: "Malformed", 401: "Nobody signed in", 403: "Not allowed", 404: "Not found in the caller's municipalities", 409: "Conflict with the present state", 412: "Stale version", 422: "A rule says no", 429: "Too many requests: see Retry-After" };

function routeConfig<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(spec: Operation<P, Q, B, A>) {
  const problems = Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [status, { description, content: { "application/problem+json": { schema: problemSchema } } }]),
  );
  return {
    method: spec.method, path: spec.path, tags: [spec.tag], summary: spec.summary, description: spec.description,
    security: [{ token: [] }, { session: [] }],
    "x-permission": spec.permission,
    ...(spec.body ? { middleware: jsonBody } : {}),
    request: {
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { query: spec.query } : {}),
      ...(spec.body ? { body: { required: true, content: { "application/json": { schema: spec.body } } } } : {}),
      ...headersOf(spec.method),
    },
    responses: { [spec.status ?? 200]: { description: spec.summary, content: { "application/json": { schema: spec.answer } } }, ...problems },
  };
}

function headersOf(method: string) {
  if (method === "get") return {};
  const idempotency = method === "post" ? { "idempotency-key": z.string().min(1).max(200).optional() } : {};
  return { headers: z.looseObject({ ...idempotency, "if-match": z.string().max(40).optional() }) };
}
