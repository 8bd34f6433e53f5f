import { type Day, earlierOf, laterOf, nightsBetween } from "./day";
import { type ClockNights, countedOf, type LimitQuestion, runAround, stayLimit } from "./stay-limit";
import { latestExit, type StayRule } from "./stay-rules";

/** One person's nights in a placement, as the clock counts them. */
export type ClockStay = { stayId: string; placementId: string; personId: string; isAdult: boolean; status: "planned" | "in_house" | "ended"; from: Day; until: Day };

export type CountedStay = Omit<ClockStay, "isAdult" | "status"> & { usedNights: number; plannedNights: number };

export type StayClock = {
  stays: CountedStay[];
  /** Nights of whoever decides, placement by placement. */
  used: { placementId: string; nights: number; plannedNights: number }[];
  /** Those of them that are told without their placement: in another municipality, or where the reader may not look. */
  otherNights: number;
  usedNights: number;
  /** Nights still to come that are already planned. */
  plannedNights: number;
  allowanceNights: number | null;
  latestExit: Day | null;
};

/**
 * The clock of a placement that is counted alone, as it stands on a day. `limit` is its latest exit, with what was extended or set
 * aside; `begun` the day from which it counts where it goes on with another's.
 */
export function placementClock(stays: readonly ClockStay[], limit: Day | null, on: Day, begun: Day | null = null): StayClock {
  const counted = stays.map(({ isAdult: _adult, status: _status, ...stay }, index) => ({ ...stay, ...nightsOn(stays[index] ?? null, on) }));
  const adults = counted.filter((_stay, index) => stays[index]?.isAdult);
  // A household's nights are the largest of its adults'; children alone count for themselves.
  const counting = adults.length > 0 ? adults : counted;
  const people = [...new Set(counting.map(({ personId }) => personId))];
  // Whoever was transferred has several parts, which add up.
  const most = (nights: (stay: CountedStay) => number) => Math.max(0, ...people.map((person) => counting.filter(({ personId }) => personId === person).reduce((all, stay) => all + nights(stay), 0)));
  const [first] = stays;
  const own = stays.reduce<Day | null>((earliest, { from }) => (earliest === null ? from : earlierOf(earliest, from)), null);
  const arrival = own !== null && begun !== null ? earlierOf(begun, own) : own;
  const usedBefore = own === null || arrival === null ? 0 : nightsBetween(arrival, earlierOf(own, laterOf(arrival, on)));
  const usedNights = usedBefore + most((stay) => stay.usedNights);
  const plannedNights = usedBefore + most((stay) => stay.usedNights + stay.plannedNights) - usedNights;
  return {
    stays: counted,
    used: first ? [{ placementId: first.placementId, nights: usedNights, plannedNights }] : [],
    otherNights: 0,
    usedNights,
    plannedNights,
    allowanceNights: limit === null || arrival === null ? null : nightsBetween(arrival, limit),
    latestExit: limit,
  };
}

/** Somebody in house past the planned exit goes on using nights; what is planned is used up to no day. */
function nightsOn(stay: Pick<ClockStay, "status" | "from" | "until"> | null, on: Day): { usedNights: number; plannedNights: number } {
  if (stay === null) return { usedNights: 0, plannedNights: 0 };
  const { status, from, until } = stay;
  const spentUntil = status === "planned" ? from : laterOf(from, status === "ended" ? earlierOf(until, on) : on);
  return { usedNights: nightsBetween(from, spentUntil), plannedNights: status === "ended" ? 0 : Math.max(0, nightsBetween(spentUntil, until)) };
}

/** The clock of a placement that would begin on a day: counted alone, nothing is used yet. */
export function newClock(rule: Pick<StayRule, "maxStay"> | null, arrival: Day): StayClock {
  const limit = latestExit(rule, arrival);
  return { stays: [], used: [], otherNights: 0, usedNights: 0, plannedNights: 0, allowanceNights: limit === null ? null : nightsBetween(arrival, limit), latestExit: limit };
}

/**
 * The clock over several placements as it stands on a day, with what is planned after it. `nights` are those of all placements, of the
 * one asked about too; `others` what its limit is asked with.
 */
export function cumulativeClock(others: LimitQuestion, nights: readonly ClockNights[], on: Day): StayClock {
  const { clock, latestExit: ruled, furthestExit } = stayLimit(others);
  const parts = others.people.flatMap(({ personId, from }) => runAround({ ...others, nights }, personId, from)).map((part) => ({ ...part, ...nightsOn(part, on) }));
  const extended = clock !== null && ruled !== null && ruled > clock.latestExit ? clock.usedNights + nightsBetween(clock.from, ruled) : null;
  return { ...toldParts(parts, clock?.personId ?? countedOf(others.people)[0]?.personId ?? null), allowanceNights: extended ?? clock?.allowanceNights ?? null, latestExit: furthestExit };
}

/** The clock over several placements when one would begin: what is planned before it is used by then. */
export function cumulativeClockFor(question: LimitQuestion): StayClock {
  const { clock, furthestExit } = stayLimit(question);
  const parts = (clock?.before ?? []).map((part) => ({ ...part, usedNights: nightsBetween(part.from, part.until), plannedNights: 0 }));
  const whole = newClock(question.rule, question.arrival);
  return { ...toldParts(parts, clock?.personId ?? null), allowanceNights: clock?.allowanceNights ?? whole.allowanceNights, latestExit: furthestExit };
}

type Part = ClockNights & { usedNights: number; plannedNights: number };

function toldParts(parts: readonly Part[], decider: string | null): Omit<StayClock, "allowanceNights" | "latestExit"> {
  const deciding = parts.filter(({ personId }) => personId === decider);
  const sum = (some: readonly Part[], which: "usedNights" | "plannedNights") => some.reduce((all, part) => all + part[which], 0);
  const placementIds = [...new Set(deciding.flatMap(({ placementId }) => placementId ?? []))];
  const of = (id: string) => deciding.filter(({ placementId }) => placementId === id);
  return {
    stays: parts.flatMap(({ stayId, placementId, personId, from, until, usedNights, plannedNights }) => (stayId === null || placementId === null ? [] : [{ stayId, placementId, personId, from, until, usedNights, plannedNights }])),
    used: placementIds.map((placementId) => ({ placementId, nights: sum(of(placementId), "usedNights"), plannedNights: sum(of(placementId), "plannedNights") })),
    otherNights: sum(deciding.filter(({ placementId }) => placementId === null), "usedNights"),
    usedNights: sum(deciding, "usedNights"),
    plannedNights: sum(deciding, "plannedNights"),
  };
}
