import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { birthDatesOf } from "@/db/parties";
import { countedTogether, keepLatestExit, type PlacementRecord } from "@/db/placements";
import { nightsUnderRules } from "@/db/stay-clock";
import { findStayRules } from "@/db/stay-rules";
import { type Day, earlierOf, laterOf } from "@/domain/day";
import { isAdult } from "@/domain/people";
import { liveOf, nightsOf, type StayRecord } from "@/domain/placement";
import { type ClockNights, type ClockRule, type Counted, isInClock, isOverNetwork, type LimitQuestion, type StayLimit, stayLimit } from "@/domain/stay-limit";
import { latestExit, strictness } from "@/domain/stay-rules";

/** Whose clocks are asked about, for which household (or, over many, municipality), under which of its rules. */
export type Asked = { municipality: string; subjectId: string; personIds: readonly string[]; rules: readonly ClockRule[]; hold: boolean };

/**
 * The nights of these people that clocks of these rules may count; none where every rule counts each placement alone. With `hold`
 * nobody else decides about their clocks until the transaction ends. Asking over the network is audited.
 */
export async function countedNights(db: Db, { municipality, subjectId, personIds, rules, hold }: Asked): Promise<ClockNights[]> {
  const clocks = rules.filter(isInClock);
  if (clocks.length === 0 || personIds.length === 0) return [];
  const overNetwork = clocks.some(isOverNetwork);
  if (overNetwork) await recordAudit(db, { action: "household.nights_elsewhere.read", municipality, subjectId, facts: { people: personIds.length } });
  return nightsUnderRules(db, personIds, { overNetwork, hold });
}

/** The limit of a placement as it is now: stored, where it counts alone; counted anew, where other placements move it. */
export async function limitNow(db: Db, placement: PlacementRecord, today: Day, { hold }: { hold: boolean }): Promise<StayLimit> {
  const { rule, latestExit: kept } = placement;
  if (rule === null || !isInClock(rule)) return { latestExit: kept, furthestExit: kept, clock: null };
  const { question } = await limitQuestion(db, placement, placement.stays, today, { hold });
  return stayLimit(rule.counting === "placement" ? { ...question, kept } : question);
}

/** What a limit is asked with, and all the nights that were found, those of the placement itself too. */
export type Counting = { question: LimitQuestion; nights: ClockNights[] };

/** What the limit of a placement is asked with, if it had these stays. */
export async function limitQuestion(db: Db, placement: PlacementRecord, stays: readonly StayRecord[], today: Day, { hold }: { hold: boolean }): Promise<Counting> {
  const { rule } = placement;
  if (rule === null) throw new Error("a limit without a rule");
  const people = await peopleOf(db, stays, placement.arrival);
  const rules = [rule, ...(await findStayRules(db, placement.municipality))];
  const nights = await countedNights(db, { municipality: placement.municipality, subjectId: placement.householdId, personIds: people.map(({ personId }) => personId), rules, hold });
  return { question: { ...questionFor(placement, people, nights, today), rule }, nights };
}

/**
 * The latest exit when the placement's people came as these stays say, counted from the first who did. `binding`: what planned exits are
 * held to; nothing, where the rule was set aside or all lies in the past.
 */
export async function limitFromArrival(db: Db, placement: PlacementRecord, stays: readonly StayRecord[], today: Day, { hold }: { hold: boolean }): Promise<{ latestExit: Day | null; binding: Day | null }> {
  const { rule, clockFrom, extendedUntil, override } = placement;
  const came = stays.filter(({ status }) => status === "in_house" || status === "ended");
  const { from } = nightsOf(came.length > 0 ? came : stays);
  const first = earlierOf(from, clockFrom ?? from);
  const ruled = rule?.counting === "cumulative" ? stayLimit((await limitQuestion(db, placement, stays, today, { hold })).question).latestExit : latestExit(rule, first);
  const limit = ruled && extendedUntil ? laterOf(ruled, extendedUntil) : ruled;
  const isSetAside = override?.codes.includes("max_stay_exceeded") ?? false;
  return { latestExit: limit, binding: !isSetAside && strictness(first, nightsOf(stays).until, today).maxStay === "refuse" ? limit : null };
}

/** The same with people and nights that are known already; nights of the placement itself are left out. */
export function questionFor(placement: PlacementRecord, people: readonly Counted[], nights: readonly ClockNights[], today: Day): Omit<LimitQuestion, "rule"> {
  const { id, arrival, extendedUntil, clockFrom } = placement;
  return {
    arrival: people.map(({ from }) => from).reduce(earlierOf, people[0]?.from ?? arrival),
    people, nights: nights.filter(({ placementId }) => placementId !== id), today, extendedUntil, clockFrom,
  };
}

/** Those who are there or to come, else those who were, each from the first of their nights. */
export function personsIn(stays: readonly StayRecord[]): Map<string, Day> {
  const happening = stays.filter(({ status }) => status !== "cancelled" && status !== "no_show");
  const live = new Set((liveOf(happening).length > 0 ? liveOf(happening) : happening).map(({ personId }) => personId));
  const from = new Map<string, Day>();
  for (const { personId, arrival } of happening.filter((stay) => live.has(stay.personId))) from.set(personId, earlierOf(arrival, from.get(personId) ?? arrival));
  return from;
}

async function peopleOf(db: Db, stays: readonly StayRecord[], arrival: Day): Promise<Counted[]> {
  const persons = personsIn(stays);
  return counted(persons, await birthDatesOf(db, [...persons.keys()]), arrival);
}

/** Whose birth date cannot be read is counted as an adult: nobody gains nights by being hidden. */
export function counted(persons: ReadonlyMap<string, Day>, birthDates: ReadonlyMap<string, Day>, arrival: Day): Counted[] {
  return [...persons].map(([personId, from]) => {
    const birthDate = birthDates.get(personId);
    return { personId, from, isAdult: birthDate === undefined || isAdult(birthDate, arrival) };
  });
}

/** What one placement of a household uses, another has no longer: keeps the latest exits of those that are planned or run. The household is locked by the caller. */
export async function keepLimits(db: Db, householdId: string, today: Day): Promise<void> {
  for (const placement of await countedTogether(db, householdId)) {
    const now = (await limitNow(db, placement, today, { hold: false })).latestExit;
    if (now !== placement.latestExit) await keepLatestExit(db, placement.id, now);
  }
}
