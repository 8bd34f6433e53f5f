import "server-only";
import type { Db } from "@/db/client";
import { findParty } from "@/db/parties";
import type { PlacementRecord, StayRow } from "@/db/placements";
import type { Day } from "@/domain/day";
import type { Step } from "@/domain/placement";
import type { Refusal } from "@/domain/refusals";

/** People named for a step who cannot take it: no part of the placement, or in a state the step does not start from. */
export function namedRefusals(personIds: readonly string[] | null, placement: PlacementRecord, able: readonly StayRow[], step: Step, on: Day): Refusal[] {
  const unable = (personIds ?? []).filter((personId) => !able.some((stay) => stay.personId === personId));
  const strangers = unable.filter((personId) => !placement.stays.some((stay) => stay.personId === personId));
  const elsewhere = placement.stays.find(({ personId }) => unable.includes(personId));
  const refusals: Refusal[] = [];
  if (elsewhere) refusals.push({ code: "wrong_state", status: elsewhere.status, step });
  if (strangers.length > 0) refusals.push({ code: "not_a_member", personIds: strangers, on });
  return refusals;
}

/** Only a member on the day has a place with the household. */
export async function strangersOn(db: Db, householdId: string, personIds: readonly string[], on: Day): Promise<Refusal[]> {
  if (personIds.length === 0) return [];
  const { members } = await findParty(db, householdId, on);
  const strangers = personIds.filter((personId) => !members.some((member) => member.personId === personId));
  return strangers.length > 0 ? [{ code: "not_a_member", personIds: strangers, on }] : [];
}
