"use client";

import { useMayAct } from "../../facilities/use-may-act";
import { useMunicipality } from "../../session/me";
import type { BedRow } from "../board-rows";

/** Whether the person may take steps with whoever is in a bed of this line; the API asks again. */
export function useMayMove(): (row: BedRow) => boolean {
  const municipality = useMunicipality().code;
  const mayPlace = useMayAct("placement.write");
  return ({ unit: { organisationId } }) => mayPlace({ municipality, organisationId });
}
