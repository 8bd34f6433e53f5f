import type { Placement } from "../http/api-types";

/** What was done, and what the answer says should be borne in mind about it. */
export function withWarnings(done: string, { warnings = [] }: Placement, bearInMind: string): string {
  return warnings.length === 0 ? done : `${done}. ${bearInMind}: ${warnings.map(({ detail }) => detail).join(" ")}`;
}
