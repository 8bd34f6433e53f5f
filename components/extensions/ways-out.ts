import { refusalsIn } from "../http/problem";

const OF_THE_RULE = ["max_extensions_reached", "max_stay_exceeded"];

/** Whether number or length of the rule is all that stands in the way, so that an override would help. */
export function needsOverride(error: unknown): boolean {
  return refusalsIn(error).some(({ code }) => OF_THE_RULE.includes(code));
}

/** The latest exit nothing named here stands against: as far as the rule lets it, and until the next occupant comes. Null when that is no extension any more. */
export function exitThatWorks(error: unknown, latestExit: string): string | null {
  const limits = refusalsIn(error).flatMap(({ code, latestExit: furthest, blockedBy = [] }) => {
    if (code === "max_stay_exceeded") return furthest ?? [];
    return code === "bed_taken" ? blockedBy.map(({ from }) => from) : [];
  });
  const [first] = limits.sort();
  return first !== undefined && first > latestExit ? first : null;
}
