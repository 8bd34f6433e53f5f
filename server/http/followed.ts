import "server-only";
import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { requestEnded } from "../metrics";
import { withinRequest } from "../request-context";

const UNKNOWN = "unknown operation";
/** Answers are data: whatever a browser makes of them, nothing in them runs. */
export const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

/** Every request of the API runs with its id and is counted under its operation, never under its path: ids are without end. */
export const followed: MiddlewareHandler = async (context, next) => {
  const started = performance.now();
  const requestId = context.req.header("x-request-id") ?? randomUUID();
  await withinRequest({ requestId }, next);
  context.res.headers.set("x-request-id", requestId);
  if (!context.res.headers.has("content-security-policy")) context.res.headers.set("content-security-policy", NOTHING_RUNS);
  if (context.res.status === 503) context.res.headers.set("retry-after", "5");

  const route = routePath(context, -1);
  const operation = route.endsWith("*") ? UNKNOWN : `${context.req.method.toLowerCase()} ${route.replace("/api/v1", "")}`;
  requestEnded(operation, context.res.status, performance.now() - started);
};
