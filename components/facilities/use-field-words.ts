"use client";

import { useQuery } from "@tanstack/react-query";
import { isDay } from "@/domain/day";
import { useMunicipality } from "../session/me";
import { useFormats, useWords } from "../words/words-provider";
import { facilityQueries } from "./facility-queries";
import { useOrganisationName } from "./use-organisation-name";

/** The value of a field of a facility, a unit or a bed in words. */
export function useFieldWords(): (key: string, value: unknown) => string {
  const { facilityEdit: words, facilities, codes } = useWords();
  const { day, list } = useFormats();
  const organisationName = useOrganisationName();
  const { data: programmes = [] } = useQuery(facilityQueries.programmes(useMunicipality().code));
  const coded: Record<string, Record<string, string>> = { kind: { ...codes.kind, ...codes.bedKind }, genderPolicy: codes.genderPolicy, letting: codes.letting };

  return (key, value) => {
    if (key === "organisationId") return organisationName(value as string | null) ?? facilities.ownManagement;
    if (key === "programmeId") return programmes.find(({ id }) => id === value)?.name ?? words.noProgramme;
    if (key === "turnaround") return turnaroundWords(value as { days: number; working: boolean } | null, words);
    if (value === null || value === "") return words.empty;
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (Array.isArray(value)) return value.length > 0 ? list(value.map((code: string) => codes.feature[code] ?? code)) : words.empty;
    if (typeof value === "string" && isDay(value)) return day(value);
    return coded[key]?.[String(value)] ?? String(value);
  };
}

function turnaroundWords(turnaround: { days: number; working: boolean } | null, words: ReturnType<typeof useWords>["facilityEdit"]): string {
  return turnaround ? words.turnaroundSaid(turnaround.days, turnaround.working) : words.turnaround.inherit;
}
