import "server-only";
import { log } from "./log";
import { withinRequest } from "./request-context";

/** One line for a page that could not be rendered. */
export function tellFailedPage(error: unknown, requestId: string | string[] | undefined, route: string): void {
  const { name, stack } = error instanceof Error ? error : { name: "Error", stack: String(error) };
  withinRequest({ requestId: String(requestId ?? "") }, () => log.error({ route, error: { name, stack } }, "a page failed"));
}
