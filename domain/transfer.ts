import { type Block, blocksOf, expectedExit, type Occupancy } from "./blocks";
import { type Day, earlierOf, laterOf, type Period } from "./day";
import type { FacilityKind, Unit } from "./housing";
import { type Assignment, liveOf, type StayRecord } from "./placement";
import type { Refusal } from "./refusals";
import { NO_TURNAROUND } from "./turnaround";

/** Who changes bed: those named, else everybody of the placement who is not in that unit already, else everybody. */
export function moversOf<S extends StayRecord>(stays: readonly S[], unitId: string, beds: readonly Assignment[] | null): S[] {
  const live = liveOf(stays);
  if (beds !== null) return live.filter(({ personId }) => beds.some((bed) => bed.personId === personId));
  const outside = live.filter((stay) => stay.unitId !== unitId);
  return outside.length > 0 ? outside : live;
}

/**
 * What is wrong with the day of a transfer. Whoever is in house has moved already, so the day is not in the future, and lies in the
 * stay; whoever is to come changes the plan, which is one from the arrival on.
 */
export function transferDayRefusals(movers: readonly StayRecord[], isInHouse: boolean, date: Day, today: Day): Refusal[] {
  const present = movers.filter(({ status }) => status === "in_house");
  const refusals: Refusal[] = [];
  if (present.length > 0 && date > today) refusals.push({ code: "date_in_future", date, today });
  const before = present.find(({ arrival }) => arrival > date);
  const after = movers.find(({ exit }) => exit < date);
  if (before) refusals.push({ code: "exit_before_arrival", arrival: before.arrival, exit: date });
  else if (after && (isInHouse || after.arrival >= date)) refusals.push({ code: "exit_before_arrival", arrival: date, exit: after.exit });
  const [first] = movers.map(({ arrival }) => arrival).sort();
  if (!isInHouse && first !== undefined && date > first) refusals.push({ code: "transfer_before_arrival", date, arrival: first });
  return refusals;
}

/**
 * Whoever is in an emergency shelter and goes to a bridge accommodation begins a new placement there, under its own rule, unless a
 * manager decides that the one they have goes on (domain.md 3).
 */
export function beginsAnew(movers: readonly StayRecord[], from: FacilityKind, to: FacilityKind): boolean {
  return from === "emergency_shelter" && to === "bridge" && movers.some(({ status }) => status === "in_house");
}

/** A part in its new bed from the day on: whoever is to come later comes later. */
export function arrivalAfter({ arrival }: Pick<StayRecord, "arrival">, date: Day, isInHouse: boolean): Day {
  return isInHouse ? laterOf(arrival, date) : arrival;
}

/** The nights a transfer asks of the unit: from the first who moves to the last who leaves; whoever is overdue is here tonight as well. */
export function nightsSought(movers: readonly StayRecord[], date: Day, isInHouse: boolean, today: Day): Period {
  const exits = movers.map((stay) => (stay.status === "in_house" ? expectedExit(stay, today) : stay.exit));
  const from = movers.map((stay) => arrivalAfter(stay, date, isInHouse)).reduce(earlierOf);
  return { from, until: exits.reduce(laterOf, from) };
}

type Room = { unit: Unit; occupancy: Occupancy };

/**
 * The unit as those find it who move inside these placements, one, or two that exchange: what is left is free for them, what the others
 * sleep in, who stay where they are, is not.
 */
export function roomFor({ unit, occupancy }: Room, placementIds: readonly string[], stayers: readonly StayRecord[]): Room {
  const isTheirs = ({ placementId }: { placementId: string | null }) => placementId !== null && placementIds.includes(placementId);
  const here = stayers.flatMap(({ id, bedId, unitId, arrival, exit }) => (bedId !== null && unitId === unit.id ? [{ stayId: id, bedId, arrival, exit }] : []));
  const others = { ...occupancy, blocks: occupancy.blocks.filter((block) => !isTheirs(block)), inHouse: occupancy.inHouse.filter((stay) => !isTheirs(stay)) };
  const beds = here.map(({ bedId }) => bedId);
  // A unit let whole is theirs together: a bed of the others is none of it, and does not take it from them.
  if (unit.letting === "whole_unit") return { unit: { ...unit, beds: unit.beds.filter(({ id }) => !beds.includes(id)) }, occupancy: others };
  const slept: Block[] = blocksOf({ placementId: placementIds[0] ?? "", wholeUnit: false, bedIds: beds, stays: here, turnaround: NO_TURNAROUND }, occupancy.holidays);
  const inHouse = occupancy.inHouse.filter((stay) => isTheirs(stay) && here.some(({ stayId }) => stayId === stay.stayId));
  return { unit, occupancy: { ...others, blocks: [...others.blocks, ...slept], inHouse: [...others.inHouse, ...inHouse] } };
}
