import type { Check, Vacancy } from "../http/api-types";

export function failedChecks(item: Vacancy): Check[] {
  return (item.checks ?? []).filter(({ passed }) => !passed);
}
