import { type Day, earlierOf, laterOf, overlaps, type Period } from "./day";
import { type DepartureReason, type Destination, inOrderOfTime, isTransferredFrom, type Overstay, type PlacementStatus } from "./placement";
import type { Refusal } from "./refusals";
import { nightsOver } from "./stay-rules";

/** What was recorded wrongly of a time in a placement. What is absent stays; null: they have not left, or never came. The transfer is the last one of that time. */
export type Correction = {
  arrival?: Day | null;
  transfer?: { date: Day };
  departure?: { date?: Day; reason?: DepartureReason; destination?: Destination; overstay?: Overstay } | null;
};

type Recorded = {
  id: string;
  personId: string;
  status: PlacementStatus;
  arrival: Day;
  exit: Day;
  plannedExit: Day;
  departureReason: string | null;
  destination: string | null;
  overstayNights: number;
  overstay: Overstay | null;
};

/** What was said about one person, null: not arrived, not left; `transfer` only where its day was put right. */
type Said = { arrival: Day | null; transfer?: Day; departure: Day | null; reason: string | null; destination: string | null };
/** What a correction made of it. */
export type CorrectedPart = { personId: string; before: Said; after: Said };

/** A person's last time in a placement: one part, or several where each goes on in another bed on the day the one before ended. */
type Time<S> = { parts: readonly S[]; first: S; last: S };

/** Whose last time a correction can be about: those named, else all who came or, where a departure or a transfer is put right, all who left or moved. */
export function timesToCorrect<S extends Recorded>(stays: readonly S[], { departure, arrival, transfer }: Correction, personIds: readonly string[] | null): Time<S>[] {
  const concernsThoseWhoLeft = departure !== undefined && arrival !== null;
  const people = [...new Set(stays.map(({ personId }) => personId))].filter((personId) => personIds?.includes(personId) ?? true);
  const times = people.flatMap((personId) => lastTimeOf(stays, personId) ?? []).filter(({ last }) => last.status === "ended" || !concernsThoseWhoLeft);
  const moved = times.filter(hasMoved);
  return transfer && personIds === null && moved.length > 0 ? moved : times;
}

/** With a division of the household nobody departs: the time goes on in a placement of their own. */
function wentOnElsewhere({ last }: Time<Recorded>): boolean {
  return last.status === "ended" && last.departureReason === null;
}

function hasMoved({ parts }: Time<unknown>): boolean {
  return parts.length > 1;
}

/** Null for whom never came. */
export function lastTimeOf<S extends Pick<Recorded, "personId" | "status" | "arrival" | "exit">>(stays: readonly S[], personId: string): Time<S> | null {
  const spent = inOrderOfTime(stays.filter((stay) => stay.personId === personId && (stay.status === "in_house" || stay.status === "ended")));
  const last = spent.at(-1);
  if (last === undefined) return null;
  const begin = spent.findLastIndex(({ arrival }, index) => index === 0 || spent[index - 1]?.exit !== arrival);
  return { parts: spent.slice(begin), first: spent[begin] ?? last, last };
}

/** The parts as the correction says they were; who never came is expected as before, who has not left has the exit that was planned. */
export function corrected<S extends Recorded>(times: readonly Time<S>[], correction: Correction): S[] {
  return times.flatMap(({ parts }) => parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const begun = index === 0 ? arrivedAs(part, correction) : isLast && correction.transfer ? movedOn(part, correction.transfer.date) : part;
    if (isLast) return endedAs(begun, correction);
    return index === parts.length - 2 && correction.transfer ? { ...begun, exit: correction.transfer.date } : begun;
  }));
}

function arrivedAs<S extends Recorded>(part: S, { arrival }: Correction): S {
  return arrival === undefined ? part : arrival === null ? notLeft(part, "planned") : { ...part, arrival };
}

/** Who is overdue may have been moved after the planned exit. */
function movedOn<S extends Recorded>(part: S, on: Day): S {
  return { ...part, arrival: on, exit: part.status === "in_house" ? laterOf(part.exit, on) : part.exit };
}

function endedAs<S extends Recorded>(part: S, { arrival, departure }: Correction): S {
  return departure === undefined || arrival === null ? part : departure === null ? notLeft(part, "in_house") : leftAs(part, departure);
}

function notLeft<S extends Recorded>(part: S, status: "planned" | "in_house"): S {
  return { ...part, status, exit: laterOf(part.plannedExit, part.arrival), departureReason: null, destination: null };
}

function leftAs<S extends Recorded>(part: S, { date, reason, destination, overstay }: NonNullable<Correction["departure"]>): S {
  return { ...part, exit: date ?? part.exit, departureReason: reason ?? part.departureReason, destination: destination ?? part.destination, overstay: overstay ?? part.overstay };
}

/** Under the limit that a corrected arrival makes: who is here or to come is held to it, who left after it stayed so many nights over. */
export function withinLimit<S extends Recorded>(stays: readonly S[], before: readonly S[], limit: { latestExit: Day | null; binding: Day | null; isMoved: boolean }): S[] {
  return stays.map((stay, index) => {
    if (stay.status === "planned" || stay.status === "in_house") {
      const exit = limit.binding === null ? stay.exit : laterOf(stay.arrival, earlierOf(stay.exit, limit.binding));
      return { ...stay, exit, plannedExit: exit === stay.exit ? stay.plannedExit : exit, overstayNights: 0, overstay: null };
    }
    if (stay.status !== "ended" || isTransferredFrom(stay, stays) || (!limit.isMoved && JSON.stringify(stay) === JSON.stringify(before[index]))) return stay;
    const overstayNights = nightsOver(limit.latestExit, stay.exit);
    return { ...stay, overstayNights, overstay: overstayNights > 0 ? stay.overstay : null };
  });
}

/** What speaks against a correction whatever else happened in the bed: days that cannot be, no transfer to move, and a bed change that an arrival is needed for. */
export function correctionRefusals<S extends Recorded>(times: readonly Time<S>[], correction: Correction, today: Day): Refusal[] {
  const days = [correction.arrival, correction.transfer?.date, correction.departure?.date].filter((day) => day !== undefined && day !== null);
  const refusals: Refusal[] = days.filter((day) => day > today).map((date) => ({ code: "date_in_future", date, today }));
  const wrong = corrected(times, correction).find(({ arrival, exit }) => exit < arrival);
  if (wrong) refusals.push({ code: "exit_before_arrival", arrival: wrong.arrival, exit: wrong.exit });
  const moved = correction.arrival === null ? times.find((time) => hasMoved(time) || wentOnElsewhere(time)) : undefined;
  if (moved) refusals.push({ code: "transferred_since", on: moved.first.exit });
  if (correction.transfer && times.some((time) => !hasMoved(time))) refusals.push({ code: "no_transfer" });
  return refusals;
}

/** Nights of this placement in which somebody would have been in two of its beds: after a time apart they came back. */
export function spentTwice<S extends Recorded>(stays: readonly S[]): S[] {
  const spent = stays.filter(({ status }) => status !== "cancelled" && status !== "no_show");
  return spent.filter((stay) => spent.some((other) => other !== stay && other.personId === stay.personId && overlaps(nightsOf(other), nightsOf(stay))));
}

function nightsOf({ arrival, exit }: Recorded): Period {
  return { from: arrival, until: exit };
}

/** The parts in an order in which nobody is in two beds meanwhile, and no bed has two: those that only give nights up come first. */
export function inOrderOfWriting<S extends Recorded>(changed: readonly S[], before: readonly S[]): S[] {
  const was = (part: S) => before.find(({ id }) => id === part.id) ?? part;
  const beginsLater = (part: S) => part.arrival > was(part).arrival;
  const onlyGivesUp = (part: S) => part.arrival >= was(part).arrival && part.exit <= was(part).exit;
  const ordered = [...new Set(changed.map(({ personId }) => personId))].flatMap((personId) => {
    const parts = inOrderOfTime(changed.filter((stay) => stay.personId === personId));
    // Where a transfer moves to a later day, the bed after it is left before the one before it is kept.
    return parts.slice(1).some(beginsLater) ? parts.toReversed() : parts;
  });
  return [...ordered.filter(onlyGivesUp), ...ordered.filter((part) => !onlyGivesUp(part))];
}

/** What is told of a correction afterwards, person by person; nobody for whom it says what was recorded already. */
export function correctedParts<S extends Recorded>(times: readonly Time<S>[], correction: Correction): CorrectedPart[] {
  return times.flatMap((time) => {
    const [before, after] = [said(time.parts, correction), said(corrected([time], correction), correction)];
    return before === null || after === null || JSON.stringify(before) === JSON.stringify(after) ? [] : [{ personId: time.first.personId, before, after }];
  });
}

function said(parts: readonly Recorded[], { transfer }: Correction): Said | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const left = last.status === "ended" ? last : null;
  return {
    arrival: first.status === "planned" ? null : first.arrival, ...(transfer && parts.length > 1 && { transfer: last.arrival }),
    departure: left?.exit ?? null, reason: left?.departureReason ?? null, destination: left?.destination ?? null,
  };
}
