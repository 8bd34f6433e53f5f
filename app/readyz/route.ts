import { readiness } from "@/server/readiness";

export const dynamic = "force-dynamic";

/** 200 once the database answers and its migrations and first data are in; the launcher loads them before it serves. */
export async function GET(): Promise<Response> {
  const status = await readiness();
  return Response.json({ status }, { status: status === "ready" ? 200 : 503 });
}
