import "server-only";
import type { Context } from "hono";
import type { Answer } from "./execute";

/** Sends an answer: never to be kept by anybody on the way. */
export function respond(context: Context, { status, body, bytes }: Answer): Response {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  const headers: Record<string, string> = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" };
  if (status === 401) headers["www-authenticate"] = "Bearer";
  if (status === 429) headers["retry-after"] = String((body as { retryAfterSeconds?: number }).retryAfterSeconds ?? 60);
  return context.body(bytes ?? JSON.stringify(body), status as 200, headers);
}
