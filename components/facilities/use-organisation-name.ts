"use client";

import { useQuery } from "@tanstack/react-query";
import { useMunicipality } from "../session/me";
import { facilityQueries } from "./facility-queries";

/** The name of whoever runs a facility; null for the municipality's own, or until it is known. */
export function useOrganisationName(): (id: string | null) => string | null {
  const { data: organisations = [] } = useQuery(facilityQueries.organisations(useMunicipality().code));
  return (id) => organisations.find((organisation) => organisation.id === id)?.name ?? null;
}
