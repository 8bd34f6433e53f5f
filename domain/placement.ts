import type { FreeBed } from "./availability";
import { ageOn, type Day, earlierOf, laterOf, overlaps, type Period } from "./day";
import type { PartyMember } from "./people";

export const PLACEMENT_STATUSES = ["planned", "in_house", "ended", "cancelled", "no_show", "needs_bed"] as const;
export type PlacementStatus = (typeof PLACEMENT_STATUSES)[number];

export const CANCELLATION_REASONS = [
  "household_declined", "found_other", "ineligible", "entered_in_error", "no_contact", "health", "other",
] as const;
export const DEPARTURE_REASONS = [
  "end_of_stay", "autonomy", "rule_breach", "left_without_notice", "transfer_other_service", "hospital", "detention", "death", "other",
] as const;
export const DESTINATIONS = [
  "private_rental", "social_housing", "family", "friends", "sai", "cas", "minors_community", "bridge", "other_municipality",
  "abroad", "hospital", "street", "unknown", "other",
] as const;
export type DepartureReason = (typeof DEPARTURE_REASONS)[number];
export type Destination = (typeof DESTINATIONS)[number];

/** Of nights after the limit: whether somebody had agreed to them, and why they were spent. */
export type Overstay = { authorised: boolean; note: string };

/** One person's part of a placement. */
export type StayRecord = {
  id: string;
  personId: string;
  unitId: string;
  bedId: string | null;
  status: PlacementStatus;
  arrival: Day;
  /** Planned until the person left; then the true one. */
  exit: Day;
};

/** A placement's status is summed up from its stays: whoever is in house counts first, then who lacks a bed. */
export function statusOf(stays: readonly Pick<StayRecord, "status">[]): PlacementStatus {
  const inOrder: PlacementStatus[] = ["in_house", "needs_bed", "planned", "ended", "no_show", "cancelled"];
  return inOrder.find((status) => stays.some((stay) => stay.status === status)) ?? "cancelled";
}

/** From the first arrival to the last exit of its stays; cancelled ones count only when there are no others. */
export function nightsOf(stays: readonly Pick<StayRecord, "status" | "arrival" | "exit">[]): Period {
  const counting = stays.filter(({ status }) => status !== "cancelled" && status !== "no_show");
  const [first, ...others] = counting.length > 0 ? counting : stays;
  if (first === undefined) throw new Error("a placement without stays");
  return others.reduce<Period>(
    (all, stay) => ({ from: earlierOf(all.from, stay.arrival), until: laterOf(all.until, stay.exit) }),
    { from: first.arrival, until: first.exit },
  );
}

/**
 * Stays without a bed that nobody has to look for any more, since their person has nights elsewhere in that time. The plan they belong to
 * ends with them; those of its people who were not placed elsewhere still need a bed.
 */
export function replacedStays<S extends Pick<StayRecord, "personId" | "status" | "arrival" | "exit">>(stays: readonly S[], placed: { personIds: readonly string[]; nights: Period }): S[] {
  return stays.filter(({ personId, status, arrival, exit }) => status === "needs_bed" && placed.personIds.includes(personId) && overlaps({ from: arrival, until: exit }, placed.nights));
}

/** The stays with those of `changed` in the place of the ones they were. */
export function replaced<S extends Pick<StayRecord, "id">>(stays: readonly S[], changed: readonly S[]): S[] {
  return stays.map((stay) => changed.find(({ id }) => id === stay.id) ?? stay);
}

const LIVE: readonly PlacementStatus[] = ["planned", "in_house", "needs_bed"];

/** Those who are there or still to come; the others have left, or never came. */
export function liveOf<S extends Pick<StayRecord, "status">>(stays: readonly S[]): S[] {
  return stays.filter(({ status }) => LIVE.includes(status));
}

/** Where a placement is: in the unit it had while somebody of it is there or to come, else where they are now; once it is over, where it was. */
export function unitOf(stays: readonly Pick<StayRecord, "status" | "unitId">[], before: string): string {
  const [first, ...others] = liveOf(stays).map(({ unitId }) => unitId);
  return first === undefined || [first, ...others].includes(before) ? before : first;
}

/** Each person's bed as it is, or was last: whoever was transferred is told once. */
export function lastParts<S extends Pick<StayRecord, "personId" | "status" | "arrival" | "exit">>(stays: readonly S[]): S[] {
  const inOrder = inOrderOfTime(stays).sort((a, b) => Number(hasComeToNothing(b)) - Number(hasComeToNothing(a)));
  const last = new Map(inOrder.map((stay) => [stay.personId, stay]));
  return stays.filter((stay) => last.get(stay.personId) === stay);
}

/** The earliest first; of those that begin together the one that ends first. */
export function inOrderOfTime<S extends Pick<StayRecord, "arrival" | "exit">>(stays: readonly S[]): S[] {
  return stays.toSorted((a, b) => (a.arrival < b.arrival ? -1 : a.arrival > b.arrival ? 1 : a.exit < b.exit ? -1 : a.exit > b.exit ? 1 : 0));
}

function hasComeToNothing({ status }: Pick<StayRecord, "status">): boolean {
  return status === "cancelled" || status === "no_show";
}

/** True when the person went on in another bed of the placement on the day of this exit: a transfer, and no departure. */
export function isTransferredFrom(stay: Movement, stays: readonly Movement[]): boolean {
  return stay.status === "ended" && stays.some((other) => other !== stay && other.personId === stay.personId && other.arrival === stay.exit && hasHappened(other));
}

/** True when the person came from another bed of the placement on the day of this arrival: a transfer, and no arrival. */
export function isTransferredTo(stay: Movement, stays: readonly Movement[]): boolean {
  return hasHappened(stay) && stays.some((other) => other !== stay && other.personId === stay.personId && other.status === "ended" && other.exit === stay.arrival);
}

type Movement = Pick<StayRecord, "personId" | "arrival" | "exit" | "status">;

function hasHappened({ status }: Pick<Movement, "status">): boolean {
  return status === "in_house" || status === "ended";
}

/** The steps of a placement and the states they start from. */
export const STEPS = {
  arrival: ["planned", "in_house"],
  departure: ["in_house"],
  no_show: ["planned"],
  cancellation: ["planned", "needs_bed"],
  change: ["planned", "in_house"],
  extension: ["planned", "in_house"],
  // Who lost the bed is given another.
  transfer: ["planned", "in_house", "needs_bed"],
  swap: ["planned", "in_house"],
  joining: ["planned", "in_house"],
  rule: ["planned", "in_house"],
  // What was recorded wrongly of people who came, or left.
  correction: ["in_house", "ended"],
} as const satisfies Record<string, readonly PlacementStatus[]>;
export type Step = keyof typeof STEPS;

export function isAllowed(step: Step, status: PlacementStatus): boolean {
  return (STEPS[step] as readonly PlacementStatus[]).includes(status);
}

export type Assignment = { personId: string; bedId: string };

/** Cots are for children below this age. */
export const COT_AGE = 3;

type ToPlace = Pick<PartyMember, "personId" | "birthDate">;
type ToGive = Pick<FreeBed, "id" | "kind"> & Partial<Pick<FreeBed, "restsOnExit" | "awaitsDeparture">>;

/**
 * Gives everybody a bed: the youngest children the cots, everybody else a bed nobody has to leave first where there is one.
 * Null when the beds are too few.
 */
export function assignBeds(members: readonly ToPlace[], free: readonly ToGive[], arrival: Day): Assignment[] | null {
  if (members.length > free.length) return null;
  const beds = [...free].sort((a, b) => rank(a) - rank(b));
  const cots = beds.filter(({ kind }) => kind === "cot");
  const youngestFirst = [...members].sort((a, b) => (a.birthDate > b.birthDate ? -1 : 1));

  const given = new Map<string, string>();
  for (const infant of youngestFirst.filter(({ birthDate }) => ageOn(birthDate, arrival) < COT_AGE)) {
    const cot = cots.shift();
    if (cot) given.set(infant.personId, cot.id);
  }
  const left = beds.filter(({ id }) => ![...given.values()].includes(id)).sort((a, b) => rank(a) - rank(b));
  for (const member of members) {
    const bed = given.has(member.personId) ? undefined : left.shift();
    if (bed) given.set(member.personId, bed.id);
  }
  return members.map(({ personId }) => ({ personId, bedId: given.get(personId) ?? "" }));
}

function rank(bed: ToGive): number {
  return (bed.kind === "cot" ? 4 : 0) + (bed.restsOnExit ? 2 : 0) + (bed.awaitsDeparture ? 1 : 0);
}

/** The beds a placement holds: in a unit let whole all that are free, else those assigned. */
export function heldBeds(letting: "by_bed" | "whole_unit", free: readonly FreeBed[], assigned: readonly Assignment[]): string[] {
  return letting === "whole_unit" ? free.map(({ id }) => id) : assigned.map(({ bedId }) => bedId);
}
