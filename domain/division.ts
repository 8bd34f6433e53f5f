import type { Day } from "./day";
import type { Unit } from "./housing";
import type { MemberRole } from "./people";
import { liveOf, type StayRecord } from "./placement";
import type { Refusal } from "./refusals";

type Placed = { placement: { stays: readonly StayRecord[] }; units: readonly Pick<Unit, "id" | "letting">[] };

/** What stands against some members becoming a household of their own: the day, who they are, and a unit that is let to one household only. */
export function divisionRefusals(members: readonly string[], placements: readonly Placed[], { date, personIds, headId }: { date: Day; personIds: readonly string[]; headId: string | null }, today: Day): Refusal[] {
  // Who is to be the head of those who leave is one of them.
  const strangers = [...personIds.filter((personId) => !members.includes(personId)), ...(headId !== null && !personIds.includes(headId) ? [headId] : [])];
  const leaving = placements.flatMap(({ placement }) => liveOf(placement.stays)).filter(({ personId, status }) => personIds.includes(personId) && status === "in_house");
  const [before, after] = [leaving.find(({ arrival }) => arrival > date), leaving.find(({ exit }) => exit < date)];
  const refusals: Refusal[] = [];
  if (date > today) refusals.push({ code: "date_in_future", date, today });
  if (before) refusals.push({ code: "exit_before_arrival", arrival: before.arrival, exit: date });
  else if (after) refusals.push({ code: "exit_before_arrival", arrival: date, exit: after.exit });
  if (strangers.length > 0) refusals.push({ code: "not_a_member", personIds: strangers, on: date });
  if (members.every((personId) => personIds.includes(personId))) refusals.push({ code: "nobody_would_stay" });
  if (placements.some((placed) => sharesWholeUnit(placed, personIds))) refusals.push({ code: "unit_let_whole" });
  return refusals;
}

function sharesWholeUnit({ placement, units }: Placed, personIds: readonly string[]): boolean {
  const live = liveOf(placement.stays).filter(({ bedId }) => bedId !== null);
  const isIn = (unitId: string, isLeaving: boolean) => live.some((stay) => stay.unitId === unitId && personIds.includes(stay.personId) === isLeaving);
  return units.some(({ id, letting }) => letting === "whole_unit" && isIn(id, true) && isIn(id, false));
}

/** Who stands for a side: the head there was, else the eldest. */
export function headAfter(members: readonly { personId: string; role: MemberRole; birthDate: Day }[]): string {
  const [eldest] = [...members].sort((a, b) => (a.birthDate < b.birthDate ? -1 : 1));
  const head = members.find(({ role }) => role === "head") ?? eldest;
  if (!head) throw new Error("a household without members");
  return head.personId;
}
