"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Assignment, assignBeds } from "@/domain/placement";
import { householdQueries } from "../households/household-queries";
import { membersOn } from "../households/household-words";
import type { Member, Vacancy } from "../http/api-types";
import type { DayRange } from "../ui/date-range-field";

type Beds = { members: Member[]; beds: Assignment[] | null; setBeds: (beds: Assignment[]) => void };

/**
 * Who would get which bed where strangers share, as the service would give them out. Null while nobody is chosen, and for other
 * nights than those searched: which beds are free then is the service's to know.
 */
export function useBeds(vacancy: Vacancy, householdId: string | null, nights: DayRange): Beds {
  const { data: household } = useQuery({ ...householdQueries.file(householdId ?? ""), enabled: householdId !== null });
  const [searched] = useState(nights);
  const [chosen, setChosen] = useState<{ householdId: string; beds: Assignment[] } | null>(null);
  const members = household && householdId ? membersOn(household, nights.from) : [];

  const isKnown = vacancy.letting === "by_bed" && vacancy.fits !== false && nights.from === searched.from && nights.until === searched.until;
  const given = isKnown && members.length > 0 ? assignBeds(members, vacancy.freeBeds, nights.from) : null;
  const beds = given && chosen?.householdId === householdId ? chosen.beds : given;
  return { members, beds, setBeds: (next) => householdId && setChosen({ householdId, beds: next }) };
}
