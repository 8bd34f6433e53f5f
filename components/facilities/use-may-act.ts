"use client";

import { mayActFor, type Permission } from "@/domain/actor";
import { useMe } from "../session/me";

type Owned = { municipality: string; organisationId: string | null };

/** Whether the person may do this in a facility: an operator in those of their organisations only. The API asks again. */
export function useMayAct(permission: Permission): (facility: Owned) => boolean {
  const grants = useMe().grants.map(({ role, municipality, organisation }) => ({ role, municipality: municipality?.code ?? null, organisationId: organisation?.id ?? null }));
  return ({ municipality, organisationId }) => mayActFor({ grants }, permission, municipality, organisationId);
}
