"use client";

import { useQuery } from "@tanstack/react-query";
import { availabilityQueries } from "../availability/availability-queries";
import type { AvailabilitySearch } from "../availability/availability-search";
import { failedChecks } from "../availability/failed-checks";
import { freeLaterFrom, nightsFrom } from "../availability/later";
import type { Vacancy } from "../http/api-types";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import type { DayRange } from "../ui/date-range-field";
import { useWords } from "../words/words-provider";
import { nearestUnits } from "./nearest-units";

type Props = {
  vacancy: Vacancy;
  municipality: string;
  householdId: string;
  nights: DayRange;
  onNights: (nights: DayRange) => void;
  onVacancy: (vacancy: Vacancy) => void;
};

/** Said before anything is sent: why the household cannot have the place, and the nearest day and places that would do. */
export function FitNotice({ vacancy, municipality, householdId, nights, onNights, onVacancy }: Props) {
  const { placements: words, availability, moves } = useWords();
  const search: AvailabilitySearch = { municipality, householdId, ...nights, adults: 1, adultGenders: [], minorAges: [], features: [], kind: null };
  const { data, isPlaceholderData } = useQuery(availabilityQueries.search(search));
  const item = data?.items.find(({ unitId }) => unitId === vacancy.unitId);
  if (!data || !item || isPlaceholderData || item.fits !== false) return null;
  const later = freeLaterFrom(item);
  const others = nearestUnits(data.items, vacancy);
  return (
    <Alert tone="warning" title={words.assignRefused}>
      <ul className="space-y-1">{failedChecks(item).map(({ code, detail, remedyDetail }) => <li key={`${code} ${detail}`}>{[detail, remedyDetail].filter(Boolean).join(" ")}</li>)}</ul>
      {(later !== null || others.length > 0) && <p className="pt-1 font-semibold">{words.instead}</p>}
      <div className="flex flex-wrap gap-2">
        {later !== null && <Button size="small" onPress={() => onNights(nightsFrom(later, nights))}>{availability.assignFrom(later)}</Button>}
        {others.map((other) => <Button key={other.unitId} size="small" onPress={() => onVacancy(other)}>{moves.unit(other.unitName, other.facilityName)}</Button>)}
      </div>
    </Alert>
  );
}
