import "server-only";
import { createRoute, type OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Database } from "@/db/client";
import type { Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { addressOf } from "../auth/address";
import type { Throttle } from "../auth/throttle";
import { database } from "../database";
import { asAnswer } from "./execute";
import { jsonBody } from "./json-body";
import { localeOf, refusedProblem } from "./problem";
import { respond } from "./respond";
import { problemSchema } from "./schemas";
import { tooMany } from "./strangers";

type PublicOperation<B extends z.ZodType> = {
  path: string;
  tag: string;
  summary: string;
  description: string;
  body: B;
  status: 200 | 202;
  throttle: (database: Database) => Throttle;
  /** What is counted beside the address. */
  account: (body: z.output<B>) => string;
  run: (body: z.output<B>, address: string) => Promise<Result<unknown, Refusals>>;
};

/** The operations that need no sign-in: every one of them is counted. */
export const publicOperations: { method: "post"; path: string }[] = [];

/** Mounts a POST for whoever knocks. What it answers says nothing but yes or why not. */
export function publicOperation<B extends z.ZodType>(app: OpenAPIHono, spec: PublicOperation<B>): void {
  publicOperations.push({ method: "post", path: spec.path });
  app.openapi(createRoute(routeConfig(spec) as unknown as RouteConfig & { path: string }), (async (context: Context) => {
    const locale = localeOf(context.req.header("accept-language"));
    const body = (context.req as unknown as { valid: (part: string) => z.output<B> }).valid("json");
    const address = addressOf(context.req.raw.headers);
    const wait = await spec.throttle(database()).attempt(spec.account(body), address);
    if (wait !== null) return respond(context, tooMany(wait, locale));

    const result = await spec.run(body, address);
    return respond(context, result.ok ? { status: spec.status, body: {} } : asAnswer(refusedProblem(result.failure, locale)));
  }) as never);
}

const PROBLEMS = { 400: "Malformed", 422: "A rule says no", 429: "Too many requests: see Retry-After" };

function routeConfig<B extends z.ZodType>({ path, tag, summary, description, body, status }: PublicOperation<B>) {
  const problem = { "application/problem+json": { schema: problemSchema } };
  return {
    method: "post", path, tags: [tag], summary, description, security: [], middleware: jsonBody,
    request: { body: { required: true, content: { "application/json": { schema: body } } } },
    responses: {
      [status]: { description: summary, content: { "application/json": { schema: z.object({}) } } },
      ...Object.fromEntries(Object.entries(PROBLEMS).map(([code, told]) => [code, { description: told, content: problem }])),
    },
  };
}
