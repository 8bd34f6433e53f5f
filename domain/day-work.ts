import { type Actor, mayActFor, type Permission } from "./actor";
import { isOverdue } from "./blocks";
import { addDays, comingOfAge, type Day, earlierOf, nightsBetween } from "./day";
import { isAdult } from "./people";
import { isTransferredFrom, isTransferredTo, type PlacementStatus } from "./placement";

/** What a day asks of the people who work there, the most urgent first. */
export const WORK_KINDS = ["overdue", "needs_bed", "extension", "arrival", "departure", "ending", "permit", "of_age", "unconfirmed"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Stays that end within so many days are counted among the numbers of the day. */
export const ENDING_WITHIN_DAYS = 30;
/** The steps of the ladder where no rule names its own. */
const STAGES = [30, 15, 7] as const;
/** As long before somebody's 18th birthday it is work: a permit given to a minor has to be asked for anew within these days (docs/decisions/0014). */
export const OF_AGE_WITHIN_DAYS = 60;
/** From the second day without anybody confirming it, what is shown of a facility may be wrong. */
export const STALE_AFTER_DAYS = 2;

export type WorkStay = { personId: string; status: PlacementStatus; arrival: Day; exit: Day; bedName: string | null; birthDate: Day | null };
/** `noticeDays`: the ladder of its rule (domain.md 3); null without a rule. */
export type WorkPlacement = { stays: readonly WorkStay[]; noticeDays: readonly number[] | null };

export type Work = {
  kind: Exclude<WorkKind, "extension" | "permit" | "of_age" | "unconfirmed">;
  /** The day it is about: the exit that is over or near, the arrival that is due. */
  day: Day;
  /** The step of the ladder an exit has come to, in days; null for everything else. */
  within: number | null;
  beds: string[];
};

/** What a placement asks for today; null when nothing. One thing at a time: whoever is overdue comes before whoever is still to arrive. */
export function workOf({ stays, noticeDays }: WorkPlacement, today: Day): Work | null {
  const { inHouse, due, lacking } = sorted(stays, today);
  const overdue = inHouse.filter((stay) => isOverdue(stay, today));
  const leaving = inHouse.filter(({ exit }) => exit === today);
  const ending = inHouse.filter(({ exit }) => exit > today && stageOf(exit, noticeDays ?? STAGES, today) !== null);
  if (overdue.length > 0) return about("overdue", overdue, firstOf(overdue, "exit"));
  if (lacking.length > 0) return about("needs_bed", lacking, firstOf(lacking, "arrival"));
  if (due.length > 0) return about("arrival", due, firstOf(due, "arrival"));
  if (leaving.length > 0) return about("departure", leaving, today);
  if (ending.length === 0) return null;
  const day = firstOf(ending, "exit");
  return { ...about("ending", ending, day), within: stageOf(day, noticeDays ?? STAGES, today) };
}

/** One step of the ladder: so many days before the exit. */
export type Notice = { daysBefore: number; day: Day; isReached: boolean };

/** The ladder of an exit (domain.md 3), the furthest from it first. */
export function noticesOf(exit: Day, ladder: readonly number[], today: Day): Notice[] {
  return ladder.toSorted((a, b) => b - a).map((daysBefore) => ({ daysBefore, day: addDays(exit, -daysBefore), isReached: nightsBetween(today, exit) <= daysBefore }));
}

/** The last step of the ladder this exit has come to; null while the first is still ahead. */
function stageOf(exit: Day, ladder: readonly number[], today: Day): number | null {
  return noticesOf(exit, ladder, today).findLast(({ isReached }) => isReached)?.daysBefore ?? null;
}

/** Those of a placement who lost their bed, whatever else it asks for; null when nobody did. */
export function lackOf({ stays }: Pick<WorkPlacement, "stays">, today: Day): Work | null {
  const { lacking } = sorted(stays, today);
  return lacking.length > 0 ? about("needs_bed", lacking, firstOf(lacking, "arrival")) : null;
}

function sorted(stays: readonly WorkStay[], today: Day) {
  return {
    inHouse: stays.filter(({ status }) => status === "in_house"),
    due: stays.filter(({ status, arrival }) => status === "planned" && arrival <= today),
    lacking: stays.filter(({ status }) => status === "needs_bed"),
  };
}

function about(kind: Work["kind"], stays: readonly WorkStay[], day: Day): Work {
  return { kind, day, within: null, beds: stays.flatMap(({ bedName }) => bedName ?? []) };
}

function firstOf(stays: readonly WorkStay[], field: "arrival" | "exit"): Day {
  return stays.map((stay) => stay[field]).reduce(earlierOf);
}

export type ComingOfAge = { personId: string; day: Day; beds: string[] };

/** Whose 18th birthday lies inside the nights of those who are in house, from sixty days before. Whoever is past the exit is still there on the day. */
export function comingOfAgeIn({ stays }: Pick<WorkPlacement, "stays">, today: Day): ComingOfAge[] {
  return stays.flatMap(({ personId, status, birthDate, exit, bedName }) => {
    if (status !== "in_house" || birthDate === null) return [];
    const day = comingOfAge(birthDate);
    const isInside = firstArrival(stays, personId) < day && (day < exit || day <= today);
    return isInside && day <= addDays(today, OF_AGE_WITHIN_DAYS) ? [{ personId, day, beds: bedName === null ? [] : [bedName] }] : [];
  });
}

/** Whoever was transferred has been there since before. */
function firstArrival(stays: readonly WorkStay[], personId: string): Day {
  return stays.filter((stay) => stay.personId === personId && (stay.status === "in_house" || stay.status === "ended")).map(({ arrival }) => arrival).reduce(earlierOf);
}

/** Those of a placement who are there or to come, by age on the day. */
export function peopleOf({ stays }: Pick<WorkPlacement, "stays">, today: Day): { adults: number; minors: number } {
  const present = stays.filter(({ status }) => status === "planned" || status === "in_house" || status === "needs_bed");
  const adults = present.filter(({ birthDate }) => birthDate === null || isAdult(birthDate, today)).length;
  return { adults, minors: present.length - adults };
}

/** Households by what today is for them. `expected` counts those already registered too. */
export type DayNumbers = {
  arrivals: { expected: number; registered: number };
  departures: { expected: number; registered: number };
  /** `nights`: the longest of them is over its exit. */
  overdue: { households: number; nights: number };
  endingSoon: number;
};

export function numbersOf(placements: readonly Pick<WorkPlacement, "stays">[], today: Day): DayNumbers {
  const came: Holds = (stay, stays) => (stay.status === "in_house" || stay.status === "ended") && stay.arrival === today && !isTransferredTo(stay, stays);
  const toCome: Holds = ({ status, arrival }) => status === "planned" && arrival <= today;
  const left: Holds = (stay, stays) => stay.status === "ended" && stay.exit === today && !isTransferredFrom(stay, stays);
  const toLeave: Holds = ({ status, exit }) => status === "in_house" && exit === today;
  const late = placements.flatMap(({ stays }) => stays.filter((stay) => stay.status === "in_house" && isOverdue(stay, today)).map(({ exit }) => nightsBetween(exit, today)));
  return {
    arrivals: expectedOf(placements, came, toCome),
    departures: expectedOf(placements, left, toLeave),
    overdue: { households: having(placements, (stay) => stay.status === "in_house" && isOverdue(stay, today)).length, nights: Math.max(0, ...late) },
    endingSoon: having(placements, ({ status, exit }) => status === "in_house" && exit > today && exit <= addDays(today, ENDING_WITHIN_DAYS)).length,
  };
}

/** Said of one stay among those of its placement. */
type Holds = (stay: WorkStay, stays: readonly WorkStay[]) => boolean;

function having<P extends Pick<WorkPlacement, "stays">>(placements: readonly P[], holds: Holds): P[] {
  return placements.filter(({ stays }) => stays.some((stay) => holds(stay, stays)));
}

function expectedOf(placements: readonly Pick<WorkPlacement, "stays">[], done: Holds, open: Holds): { expected: number; registered: number } {
  const expected = having(placements, (stay, stays) => done(stay, stays) || open(stay, stays));
  return { expected: expected.length, registered: expected.length - having(expected, open).length };
}

/** Days since somebody said that what is shown of a facility is true; null: nobody ever did. */
export function daysUnconfirmed(confirmedOn: Day | null, today: Day): number | null {
  return confirmedOn === null ? null : Math.max(0, nightsBetween(confirmedOn, today));
}

export function isStale(days: number | null): boolean {
  return days === null || days >= STALE_AFTER_DAYS;
}

/** The steps a line offers where it stands; `find_place` leads to the search. */
export const WORK_STEPS = ["arrival", "no_show", "departure", "extension", "letter", "change", "find_place", "cancellation", "decision", "confirmation", "done"] as const;
export type WorkStep = (typeof WORK_STEPS)[number];

const STEPS_OF: Record<WorkKind, readonly WorkStep[]> = {
  overdue: ["departure", "letter"],
  departure: ["departure"],
  arrival: ["arrival", "no_show"],
  ending: ["extension", "change", "letter", "done"],
  needs_bed: ["find_place", "cancellation"],
  extension: ["decision"],
  permit: ["done"],
  of_age: ["done"],
  unconfirmed: ["confirmation"],
};
const NEEDED: Record<WorkStep, Permission> = {
  arrival: "placement.write", no_show: "placement.write", departure: "placement.write", change: "placement.write", extension: "placement.write", letter: "placement.write", cancellation: "placement.write",
  find_place: "availability.read", decision: "extension.decide", confirmation: "unit.write", done: "task.read",
};

type Where = { municipality: string; organisationId: string | null };

/** What this actor may do about it in this facility. */
export function stepsFor(actor: Actor, kind: WorkKind, { municipality, organisationId }: Where): WorkStep[] {
  return STEPS_OF[kind].filter((step) => mayActFor(actor, NEEDED[step], municipality, organisationId));
}

/** An operator's own are those of their organisations; a manager's those of the municipality itself. */
export function isOwnFacility(actor: Pick<Actor, "grants">, { municipality, organisationId }: Where): boolean {
  return actor.grants.some((grant) => (grant.role === "operator" || grant.role === "manager") && grant.municipality === municipality && grant.organisationId === organisationId);
}

export type Concerning = Where & { kind: WorkKind; isFollowed: boolean; askedBy: string | null };

/** Whose work it is: a request that of whoever may decide it and did not ask; all else that of the household's social worker and of those who work in the facility. */
export function isConcerned(actor: Pick<Actor, "id" | "grants">, { kind, isFollowed, askedBy, ...where }: Concerning): boolean {
  if (kind === "extension") return askedBy !== actor.id && mayActFor(actor, "extension.decide", where.municipality, where.organisationId);
  return isFollowed || isOwnFacility(actor, where);
}
