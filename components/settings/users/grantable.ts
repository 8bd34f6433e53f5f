"use client";

import { useQuery } from "@tanstack/react-query";
import { ROLES, type Grant, type Role } from "@/domain/actor";
import { facilityQueries } from "../../facilities/facility-queries";
import { useMe, useMunicipality } from "../../session/me";
import { useWords } from "../../words/words-provider";

const BY_ADMINISTRATORS_ONLY: Role[] = ["coordinator", "administrator"];

/** The roles that this person may give in this municipality (null: in the whole network); the service decides. */
export function useGrantableRoles(municipality: string | null): Role[] {
  const { grants } = useMe();
  const administers = grants.some(({ role, municipality: place }) => role === "administrator" && (place === null || place.code === municipality));
  if (!administers) return municipality === null ? [] : ROLES.filter((role) => !BY_ADMINISTRATORS_ONLY.includes(role));
  return municipality === null ? BY_ADMINISTRATORS_ONLY : [...ROLES];
}

/** A role as it is read: "operatore · Cooperativa Ponte". */
export function useGrantWords(): (grant: Grant) => string {
  const { profile, settings } = useWords();
  const { municipalities } = useMe();
  const here = useMunicipality();
  const { data: organisations = [] } = useQuery(facilityQueries.organisations(here.code));
  return ({ role, municipality, organisationId }) => {
    const place = municipality === null ? settings.users.wholeNetwork : municipality === here.code ? null : (municipalities.find(({ code }) => code === municipality)?.name ?? municipality);
    const organisation = organisations.find(({ id }) => id === organisationId)?.name ?? null;
    return [profile.role[role], organisation, place].filter(Boolean).join(" · ");
  };
}
