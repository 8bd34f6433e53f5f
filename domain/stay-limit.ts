import { addDays, addSpan, type Day, earlierOf, laterOf, nightsBetween, type Span } from "./day";
import type { Refusal } from "./refusals";
import { latestExit, type StayRule } from "./stay-rules";

/** What of a rule says whether and how its nights are counted. */
export type ClockRule = Pick<StayRule, "maxStay" | "counting" | "clockScope" | "clockGroup" | "resetAfterDays">;

/** Nights of one person in a placement, under the rule of that placement. */
export type ClockNights = {
  personId: string;
  /** Tells the placements of one answer apart. */
  placement: number;
  /** Null where whoever asks may not know which one it is. */
  placementId: string | null;
  stayId: string | null;
  /** False in another municipality of the network. */
  isHere: boolean;
  status: "planned" | "in_house" | "ended";
  from: Day;
  until: Day;
  rule: ClockRule;
  extendedUntil: Day | null;
  /** Where it goes on with the clock of a placement that was divided: the day that one began. */
  clockFrom: Day | null;
  /** Its maximum stay was set aside by somebody who may. */
  isSetAside: boolean;
};

/** Whose nights are counted, and from which day on they are in the placement that is asked about. */
export type Counted = { personId: string; isAdult: boolean; from: Day };

export type LimitQuestion = {
  rule: ClockRule;
  /** Of the first of them. */
  arrival: Day;
  people: readonly Counted[];
  /** Of other placements of theirs, in any order. */
  nights: readonly ClockNights[];
  today: Day;
  /** The exit that an extension of this placement granted. */
  extendedUntil?: Day | null;
  /** Its latest exit as it is kept, where it is counted alone. */
  kept?: Day | null;
  clockFrom?: Day | null;
};

/** All that the clock of a person is told by; who is asked about is counted from the day they come. */
type Counting = Omit<LimitQuestion, "arrival" | "extendedUntil" | "kept">;

/** The clock of one person when a placement begins. */
export type PersonClock = {
  personId: string;
  from: Day;
  /** What is counted before, in order, no night twice. */
  before: ClockNights[];
  usedNights: number;
  allowanceNights: number;
  latestExit: Day;
  /** The first arrival with which the clock would begin anew. */
  resetsOn: Day | null;
};

export type StayLimit = {
  /** Under the rule and the extensions granted; null: no limit. */
  latestExit: Day | null;
  /** The same, and no later than plans that follow allow: their nights are not taken from them. */
  furthestExit: Day | null;
  /** Of the adult who has the fewest nights left; null where each placement is counted alone. */
  clock: PersonClock | null;
};

/** True when nights under the rule move some clock: its own, or that of a group it names. */
export function isInClock({ counting, clockGroup }: Clock): boolean {
  return counting === "cumulative" || clockGroup !== null;
}

/** The latest exit of a placement, alone or over several placements as its rule counts (domain.md 3). */
export function stayLimit(question: LimitQuestion): StayLimit {
  const { rule, arrival, people, clockFrom, kept, extendedUntil = null } = question;
  const clock = rule.counting === "cumulative" && rule.maxStay !== null && people.length > 0 ? fewestLeft(question, rule.maxStay) : null;
  const ruled = clock ? clock.latestExit : kept !== undefined ? kept : latestExit(rule, earlierOf(arrival, clockFrom ?? arrival));
  const limit = ruled !== null && extendedUntil !== null ? laterOf(ruled, extendedUntil) : ruled;
  return { latestExit: limit, furthestExit: sparingPlans(question, limit), clock };
}

/** True when the nights of its clock are counted wherever in the network they were. */
export function isOverNetwork(rule: Pick<ClockRule, "counting" | "clockGroup" | "clockScope">): boolean {
  return isInClock(rule) && rule.clockScope === "network";
}

/** The refusal of an exit beyond the furthest, with what would work; null where nothing bounds it. */
export function exceeded(ruleId: string, { latestExit: ruled, furthestExit, clock }: StayLimit): Extract<Refusal, { code: "max_stay_exceeded" }> | null {
  if (furthestExit === null) return null;
  const isForPlans = ruled === null || furthestExit < ruled;
  const told = clock && { usedNights: clock.usedNights, allowanceNights: clock.allowanceNights, resetsOn: clock.resetsOn };
  return { code: "max_stay_exceeded", latestExit: furthestExit, ruleId, ...(told && told.usedNights > 0 && { clock: told }), ...(isForPlans && { isForPlans }) };
}

/** A household's nights are those of the adult who has the fewest left; children alone count for themselves. */
function fewestLeft(question: Counting, maxStay: Span): PersonClock {
  const clocks = countedOf(question.people).map((person) => clockOf(question, maxStay, person));
  return clocks.reduce((least, clock) => (clock.latestExit < least.latestExit || (clock.latestExit === least.latestExit && clock.usedNights > least.usedNights) ? clock : least));
}

/** The adults, else everybody. */
export function countedOf<P extends { isAdult: boolean }>(people: readonly P[]): readonly P[] {
  const adults = people.filter(({ isAdult }) => isAdult);
  return adults.length > 0 ? adults : people;
}

/** Allowance: the nights in [first arrival, first arrival + maximum stay). An extension adds those of its nights that were taken. */
function clockOf(question: Counting, maxStay: Span, { personId, from }: Counted): PersonClock {
  const before = runBefore(question, personId, from);
  const first = before[0]?.from ?? from;
  let allowanceNights = nightsBetween(first, addSpan(first, maxStay));
  let usedNights = 0;
  for (const night of before) {
    const limit = laterOf(night.from, addDays(night.from, allowanceNights - usedNights));
    if (night.extendedUntil !== null) allowanceNights += Math.max(0, nightsBetween(limit, earlierOf(night.until, night.extendedUntil)));
    usedNights += nightsBetween(night.from, night.until);
  }
  const last = before.at(-1);
  const { resetAfterDays } = question.rule;
  return {
    personId, from, before, usedNights, allowanceNights,
    latestExit: addDays(from, Math.max(0, allowanceNights - usedNights)),
    resetsOn: last && resetAfterDays !== null ? addDays(last.until, resetAfterDays) : null,
  };
}

/** The nights of a person that one clock counts, in order, none twice: those that begin before a day, since the last gap that reset it. */
function runBefore(question: Counting, personId: string, day: Day): ClockNights[] {
  const runs = runsOf(question, personId, day).map((run) => run.filter(({ from }) => from < day)).filter((run) => run.length > 0);
  const last = runs.at(-1) ?? [];
  return isReset(question.rule, last.at(-1), day) ? [] : last;
}

/** The nights of the clock that runs on a day, those planned after it too. */
export function runAround(question: Counting, personId: string, day: Day): ClockNights[] {
  const runs = runsOf(question, personId, day);
  return runs.find((run) => run.some(({ from, until }) => from <= day && day < until)) ?? runBefore(question, personId, day);
}

/** All that a clock counts of a person, in order, no night twice, parted where a gap reset it. */
function runsOf({ rule, nights, today, clockFrom = null }: Counting, personId: string, day: Day): ClockNights[][] {
  const own = nights.filter((night) => night.personId === personId && counts(rule, night)).flatMap((night) => [spent(night, today), ...carried(night)]);
  const goesOn = clockFrom !== null && clockFrom < day ? [{ from: clockFrom, until: day }] : [];
  const runs: ClockNights[][] = [];
  for (const night of inOrder([...own, ...goesOn.map((period) => ({ ...CARRIED, ...period, personId, rule }))])) {
    const run = runs.at(-1);
    if (run === undefined || isReset(rule, run.at(-1), night.from)) runs.push([night]);
    else run.push(night);
  }
  return runs;
}

/** What a placement goes on with that was another household's before it was divided. */
const CARRIED: Pick<ClockNights, "placement" | "placementId" | "stayId" | "isHere" | "status" | "extendedUntil" | "clockFrom" | "isSetAside"> = {
  placement: 0, placementId: null, stayId: null, isHere: true, status: "ended", extendedUntil: null, clockFrom: null, isSetAside: false,
};

function carried(night: ClockNights): ClockNights[] {
  return night.clockFrom !== null && night.clockFrom < night.from ? [{ ...night, stayId: null, status: "ended", from: night.clockFrom, until: night.from }] : [];
}

/** In house: to the planned exit, or today if that is later. */
function spent(night: ClockNights, today: Day): ClockNights {
  return night.status === "in_house" ? { ...night, until: laterOf(night.until, today) } : night;
}

/** Sorted, and each night only in the first part that has it; parts without a night are none. */
function inOrder(nights: readonly ClockNights[]): ClockNights[] {
  const parts: ClockNights[] = [];
  let until: Day | null = null;
  for (const night of nights.toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))) {
    const from: Day = until === null ? night.from : laterOf(night.from, until);
    if (from >= night.until) continue;
    parts.push({ ...night, from });
    until = night.until;
  }
  return parts;
}

/** A gap of at least `resetAfterDays` between an exit and the next arrival begins the clock anew. */
function isReset({ resetAfterDays }: ClockRule, last: ClockNights | undefined, arrival: Day): boolean {
  return last !== undefined && resetAfterDays !== null && nightsBetween(last.until, arrival) >= resetAfterDays;
}

/** True when nights elsewhere in the network under such a rule move a clock of one of these rules. */
export function countsElsewhere(rules: readonly ClockRule[], theirs: Clock): boolean {
  return rules.some((rule) => isOverNetwork(rule) && isSameClock(rule, theirs));
}

type Clock = Pick<ClockRule, "counting" | "clockGroup">;

/** Nights count under rules of the same group; rules that name none share one clock if they are cumulative. */
function isSameClock(one: Clock, other: Clock): boolean {
  return one.clockGroup === other.clockGroup && (one.clockGroup !== null || (one.counting === "cumulative" && other.counting === "cumulative"));
}

function counts(rule: ClockRule, night: ClockNights): boolean {
  return isSameClock(rule, night.rule) && (night.isHere || rule.clockScope === "network");
}

/**
 * The furthest exit with which no plan that follows goes (further) over its own limit. Nights added before a plan move its limit, and
 * may close the gap that would have reset its clock: so day by day, and not by subtraction.
 */
function sparingPlans(question: LimitQuestion, limit: Day | null): Day | null {
  const plans = isInClock(question.rule) ? plansAfter(question) : [];
  if (plans.length === 0) return limit;
  const begin = question.arrival;
  const last = plans.map(({ from }) => from).reduce(laterOf);
  const untouched = plans.map((plan) => excessOf(question, plan, begin));
  let exit = begin;
  while (exit < last && (limit === null || exit < limit)) {
    const next = addDays(exit, 1);
    if (plans.some((plan, index) => excessOf(question, plan, next) > (untouched[index] ?? 0))) return exit;
    exit = next;
  }
  return limit;
}

type Plan = { placement: number; rule: ClockRule & { maxStay: Span }; isHere: boolean; from: Day; until: Day; extendedUntil: Day | null; clockFrom: Day | null; parts: ClockNights[] };

/** Planned placements of these people that begin later and are held to a clock that this one moves. */
function plansAfter({ rule, people, nights }: LimitQuestion): Plan[] {
  const plans = new Map<number, Plan>();
  for (const night of nights) {
    const person = people.find(({ personId }) => personId === night.personId);
    const { maxStay } = night.rule;
    if (!person || night.status !== "planned" || night.from < person.from || night.isSetAside || maxStay === null || night.rule.counting === "placement") continue;
    if (!isSameClock(rule, night.rule) || (!night.isHere && (rule.clockScope !== "network" || night.rule.clockScope !== "network"))) continue;
    const { placement, isHere, extendedUntil, clockFrom } = night;
    const plan = plans.get(placement) ?? { placement, rule: { ...night.rule, maxStay }, isHere, from: night.from, until: night.until, extendedUntil, clockFrom, parts: [] };
    plans.set(placement, { ...plan, from: earlierOf(plan.from, night.from), until: laterOf(plan.until, night.until), parts: [...plan.parts, night] });
  }
  return [...plans.values()];
}

/** By how many nights a plan goes over its limit when the placement asked about lasts until `exit`. */
function excessOf(question: LimitQuestion, plan: Plan, exit: Day): number {
  const { people, nights, today } = question;
  const added = people.map(({ personId, from }): ClockNights => ({ ...CARRIED, placement: -1, personId, rule: question.rule, status: "planned", from, until: laterOf(from, exit), extendedUntil: question.extendedUntil ?? null, clockFrom: question.clockFrom ?? null }));
  const after = people.flatMap((person) => {
    const from = plan.parts.filter(({ personId }) => personId === person.personId).map((part) => part.from).reduce<Day | null>((first, day) => (first === null ? day : earlierOf(first, day)), null);
    return from === null ? [] : [{ ...person, from }];
  });
  const before = nights.filter(({ placement }) => placement !== plan.placement);
  const asked = { rule: plan.rule, people: after, nights: [...before, ...added], today, clockFrom: plan.clockFrom };
  const { latestExit: limit } = fewestLeft(asked, plan.rule.maxStay);
  return Math.max(0, nightsBetween(plan.extendedUntil === null ? limit : laterOf(limit, plan.extendedUntil), plan.until));
}
