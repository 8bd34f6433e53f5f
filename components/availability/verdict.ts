import type { Vacancy } from "../http/api-types";
import { freeLaterFrom } from "./later";

/** How many units fit as asked, and how many from a later day on. */
export type Verdict = { fit: number; later: number };

export function verdictOf(items: readonly Vacancy[]): Verdict {
  return { fit: items.filter(({ fits }) => fits !== false).length, later: items.filter((item) => freeLaterFrom(item) !== null).length };
}
