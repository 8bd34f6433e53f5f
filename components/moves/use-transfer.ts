"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Assignment, liveOf } from "@/domain/placement";
import { nightsSought } from "@/domain/transfer";
import { availabilityQueries } from "../availability/availability-queries";
import type { Placement, Vacancy } from "../http/api-types";
import { useMay, useToday } from "../session/me";
import { bedsFor, needsOverride, offersFor } from "./offers";
import { useCompany } from "./use-company";

/** Who moves, and which bed in which unit goes to one of them. */
export type TransferStart = { personIds: string[]; unitId: string; bed: Assignment | null };

/** Who moves, when and where to, with the places that are free for them; another choice before forgets those after it. */
export function useTransfer(placement: Placement, startsWith?: TransferStart) {
  const today = useToday();
  const mayOverride = useMay("override");
  const live = liveOf(placement.stays);
  const isInHouse = placement.status === "in_house";
  const [personIds, setPersonIds] = useState(() => startsWith?.personIds ?? live.map(({ personId }) => personId));
  const [day, setDay] = useState<string | null>(today);
  const [unitId, setUnitId] = useState<string | null>(startsWith?.unitId ?? null);
  const [ownBeds, setOwnBeds] = useState<Assignment[] | null>(null);

  const company = useCompany(placement);
  const movers = live.filter(({ personId }) => personIds.includes(personId));
  const first = movers.map(({ arrival }) => arrival).sort()[0] ?? placement.arrival;
  const date = isInHouse ? day : first;
  const nights = nightsSought(movers.length > 0 ? movers : live, date ?? today, isInHouse, today);
  const asked = movers.length > 0 && date !== null ? personIds : [];
  const search = useQuery(availabilityQueries.moving({ municipality: placement.municipality, placementId: placement.id, personIds: asked, nights }));

  const offers = asked.length > 0 && search.data ? offersFor(search.data.items, movers, mayOverride) : null;
  const wanted = unitId === startsWith?.unitId ? startsWith?.bed ?? null : null;
  const people = company.people.filter(({ personId }) => personIds.includes(personId));
  const bedsIn = (item: Vacancy) => (people.length === movers.length ? ownBeds ?? bedsFor(people, movers, item, nights.from, wanted) : null);
  // A bed that was pointed at or chosen stays so, also once somebody else has it: the service says who, and nobody is put elsewhere unasked.
  const pointedAt = wanted && search.data?.items.find((item) => item.unitId === unitId && bedsIn(item) !== null);
  const unit = offers?.find((item) => item.unitId === unitId) ?? pointedAt ?? null;
  const beds = unit && bedsIn(unit);
  return {
    isInHouse, company, people, movers, date, offers, unit, beds,
    // Until everybody who moves is known no bed can be given: a press would do nothing, and say nothing.
    isLooking: (search.isFetching && offers === null) || company.isReading,
    search: { error: search.error, excludedBy: search.data?.excludedBy ?? [] },
    personIds, nights,
    isSplit: unit !== null && live.some((stay) => !movers.includes(stay) && stay.unitId !== unit.unitId),
    isAgainstConditions: unit !== null && needsOverride(unit),
    setPeople: (next: string[]) => { setPersonIds(next); setOwnBeds(null); },
    setDay,
    choose: (next: string | null) => { setUnitId(next); setOwnBeds(null); },
    setBeds: setOwnBeds,
  };
}

export type Transfer = ReturnType<typeof useTransfer>;
