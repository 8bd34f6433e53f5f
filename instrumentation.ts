import type { Instrumentation } from "next";

/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.DATABASE_URL) return;
  const { startProcess } = await import("./server/start");
  startProcess();
}

/** A page that failed: its route and the request's id; never its query or its data. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { tellFailedPage } = await import("./server/failed-page");
  tellFailedPage(error, request.headers["x-request-id"], context.routePath);
};
