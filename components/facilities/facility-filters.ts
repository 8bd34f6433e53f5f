import { openingState } from "@/domain/opening";
import type { FacilityLine } from "../http/api-types";

export type FacilityFilters = { name: string; kind: string | null; organisation: string | null; withFree: boolean; unconfirmed: boolean; showClosed: boolean };

/** The municipality's own facilities, where an organisation would stand. */
export const OWN = "comune";

type Known = { today: string; dayOf: (instant: string) => string };

export function isConfirmedToday({ confirmedAt }: Pick<FacilityLine, "confirmedAt">, { today, dayOf }: Known): boolean {
  return confirmedAt !== null && dayOf(confirmedAt) >= today;
}

/** Closed ones are left out unless they are asked for. */
export function matches(facility: FacilityLine, filters: FacilityFilters, known: Known): boolean {
  if (!filters.showClosed && openingState(facility, known.today) === "closed") return false;
  if (filters.name !== "" && !facility.name.toLocaleLowerCase().includes(filters.name.trim().toLocaleLowerCase())) return false;
  if (filters.kind !== null && facility.kind !== filters.kind) return false;
  if (filters.organisation !== null && (facility.organisationId ?? OWN) !== filters.organisation) return false;
  if (filters.withFree && facility.freeTonight === 0) return false;
  return !filters.unconfirmed || !isConfirmedToday(facility, known);
}
