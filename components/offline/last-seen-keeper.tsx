"use client";

import { useQueryClient, type Query } from "@tanstack/react-query";
import { useEffect } from "react";
import { availabilityQueries } from "../availability/availability-queries";
import type { AvailabilitySearch } from "../availability/availability-search";
import type { Availability } from "../http/api-types";
import { useMe, useMunicipality } from "../session/me";
import { forgetLastSeen, keepLastSeen, readLastSeen } from "./last-seen";

/** Keeps what the availability page showed last, for when there is no network; of who was here before nothing. */
export function LastSeenKeeper() {
  const personId = useMe().id;
  const { name: municipality } = useMunicipality();
  const queries = useQueryClient();

  useEffect(() => {
    if (readLastSeen()?.personId !== personId) forgetLastSeen();
  }, [personId]);

  useEffect(() => {
    const keep = (query: Query) => {
      const [, search] = query.queryKey as [string, AvailabilitySearch];
      const answer = query.state.data as Availability | undefined;
      if (!answer || typeof search !== "object") return;
      keepLastSeen({ personId, municipality, seenAt: new Date(query.state.dataUpdatedAt).toISOString(), from: search.from, until: search.until }, answer);
    };
    const [first] = availabilityQueries.all();
    const seen = queries.getQueryCache().findAll({ queryKey: [first], type: "active" }).at(-1);
    if (seen) keep(seen);
    return queries.getQueryCache().subscribe(({ query, type }) => {
      const isSeen = query.queryKey[0] === first && query.getObserversCount() > 0;
      if (isSeen && (type === "updated" || type === "observerAdded")) keep(query as Query);
    });
  }, [queries, personId, municipality]);

  return null;
}
