import "server-only";
import { log } from "./log";
import { withinRequest } from "./request-context";
import { toldError } from "./told-error";

/** One line for a page that could not be rendered. */
export function tellFailedPage(error: unknown, requestId: string | string[] | undefined, route: string): void {
  withinRequest({ requestId: String(requestId ?? "") }, () => log.error({ route, error: toldError(error) }, "a page failed"));
}
