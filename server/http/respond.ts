import "server-only";
import type { Context } from "hono";
import type { Answer } from "./execute";

/** Sends an answer: never to be kept by anybody on the way. */
export function respond(context: Context, { status, body, bytes }: Answer): Response {
  context.header("cache-control", "no-store");
  if (status === 401) context.header("www-authenticate", "Bearer");
  if (status === 429) context.header("retry-after", String((body as { retryAfterSeconds?: number }).retryAfterSeconds ?? 60));
  const type = status >= 400 ? "application/problem+json" : "application/json";
  return context.body(bytes ?? JSON.stringify(body), status as 200, { "content-type": `${type}; charset=utf-8` });
}
