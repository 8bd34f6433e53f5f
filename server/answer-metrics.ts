import "server-only";
import { isConnectionLost } from "@/db/errors";
import { actorFromRequest } from "./actor";
import { database } from "./database";
import { metricsText } from "./metrics";

/** GET /metrics: the process's numbers, for whoever holds a token; no session, so that no page of another site can read them through a browser. */
export async function answerMetrics(request: Request): Promise<Response> {
  try {
    const recognised = await actorFromRequest(request);
    if (recognised?.via !== "token") return Response.json({ code: "unauthenticated" }, { status: 401, headers: { "www-authenticate": "Bearer" } });
  } catch (error) {
    // Without the database nobody can be recognised.
    if (isConnectionLost(error)) return Response.json({ code: "unavailable" }, { status: 503 });
    throw error;
  }
  const { text, contentType } = await metricsText(database());
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}
