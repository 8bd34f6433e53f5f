import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, nightsBetween, type Period } from "./day";
import { type BedFacts, type CountedBed, INTERVALS, type Interval, occupancyOf, slicesOf, type StaySlept } from "./occupancy";

const FIRST = "2027-03-01";
const day = (offset: number) => addDays(FIRST, offset);
const period = (from: number, until: number): Period => ({ from: day(from), until: day(until) });
const on = (bedId: string, from: number, until: number) => ({ bedId, ...period(from, until) });
const bed = (id: string, opens: number | null = null, closes: number | null = null): CountedBed => ({ id, key: "all", name: "All", opensOn: opens === null ? null : day(opens), closesOn: closes === null ? null : day(closes) });
const stay = (from: number, exit: number | null, bedId = "a", person = "ada"): StaySlept => ({ bedId, person, placement: "1", arrival: day(from), exit: exit === null ? null : day(exit) });
const facts = (some: Partial<BedFacts> = {}): BedFacts => ({ stays: [], closures: [], turnarounds: [], held: [], ...some });
const tenDays = { period: period(0, 10), interval: "total" as Interval, today: day(100) };

function total(beds: CountedBed[], some: Partial<BedFacts>, asked = tenDays) {
  const [line] = occupancyOf(beds, facts(some), asked);
  if (!line) throw new Error("no line");
  return line;
}

describe("occupied nights of one bed in ten days, with", () => {
  test.each<[string, StaySlept[], number, [number, number]]>([
    ["a stay inside", [stay(2, 5)], 3, [1, 1]],
    ["a stay that began before", [stay(-5, 5)], 5, [0, 1]],
    ["a stay that ends after", [stay(5, 20)], 5, [1, 0]],
    ["a stay all over it", [stay(-5, 20)], 10, [0, 0]],
    ["a stay that ends on the first day", [stay(-5, 0)], 0, [0, 1]],
    ["a stay that begins on the day after the last", [stay(10, 12)], 0, [0, 0]],
    ["a stay of no night", [stay(3, 3)], 0, [1, 1]],
    ["two that meet", [stay(0, 4), stay(4, 10, "a", "bea")], 10, [2, 1]],
    ["somebody still in house after the period", [stay(4, null)], 6, [1, 0]],
  ])("%s", (_case, stays, nights, [arrivals, exits]) => {
    expect(total([bed("a")], { stays })).toMatchObject({ occupiedNights: nights, arrivals, exits, openNights: 10, availableNights: 10, netOccupancy: nights / 10 });
  });

  test.each<[string, StaySlept, number]>([
    ["who arrived before today: the nights up to today", stay(2, null), 4],
    ["who arrived today: none yet", stay(6, null), 0],
  ])("somebody in house %s", (_case, present, nights) => {
    expect(total([bed("a")], { stays: [present] }, { ...tenDays, today: day(6) }).occupiedNights).toBe(nights);
  });
});

test("a transfer is a movement of the beds, and no arrival or exit of what holds both", () => {
  const stays = [stay(0, 4, "a"), stay(4, 7, "b"), { ...stay(7, 9, "a"), placement: "2" }];
  expect(total([bed("a"), bed("b")], { stays })).toMatchObject({ occupiedNights: 9, persons: 1, arrivals: 2, exits: 2 });
  const apart = occupancyOf([{ ...bed("a"), key: "a" }, { ...bed("b"), key: "b" }], facts({ stays }), tenDays);
  expect(apart).toMatchObject([{ key: "a", occupiedNights: 6, arrivals: 2, exits: 2 }, { key: "b", occupiedNights: 3, arrivals: 1, exits: 1 }]);
});

describe("open, offline and available nights, with", () => {
  test.each<[string, CountedBed, Partial<BedFacts>, [number, number, number]]>([
    ["nothing said", bed("a"), {}, [10, 0, 10]],
    ["an opening inside", bed("a", 4), {}, [6, 0, 6]],
    ["a closing day, the first no longer open", bed("a", null, 4), {}, [4, 0, 4]],
    ["opening after the period", bed("a", 10), {}, [0, 0, 0]],
    ["closed before the period", bed("a", -9, 0), {}, [0, 0, 0]],
    ["a closure", bed("a"), { closures: [on("a", 2, 5)] }, [10, 3, 7]],
    ["closures that overlap", bed("a"), { closures: [on("a", 2, 5), on("a", 3, 7), on("a", 4, 5)] }, [10, 5, 5]],
    ["a closure on days on which the bed is not open", bed("a", 4, 8), { closures: [on("a", 2, 5), on("a", 7, 9)] }, [4, 2, 2]],
    ["a closure over everything", bed("a"), { closures: [on("a", -2, 50)] }, [10, 10, 0]],
    ["another bed's closure", bed("a"), { closures: [on("b", 2, 5)] }, [10, 0, 10]],
  ])("%s", (_case, one, some, [open, offline, available]) => {
    expect(total([one], some)).toMatchObject({ openNights: open, offlineNights: offline, availableNights: available });
  });
});

test.each<[string, CountedBed, StaySlept[], Partial<BedFacts>, number | null, number | null]>([
  ["both shares, net of what was out of service", bed("a"), [stay(0, 4)], { closures: [on("a", 5, 10)] }, 0.8, 0.4],
  ["null and zero when all was out of service", bed("a"), [], { closures: [on("a", 0, 10)] }, null, 0],
  ["null when nothing was open", bed("a", 20), [], {}, null, null],
  ["more than all, not capped, when somebody slept in a bed that was closed", bed("a", null, 2), [stay(0, 4)], {}, 2, 2],
])("occupancy is %s", (_case, one, stays, some, net, gross) => {
  expect(total([one], { stays, ...some })).toMatchObject({ netOccupancy: net, grossOccupancy: gross });
});

describe("turnaround and held nights stay available, and", () => {
  test.each<[string, CountedBed, Partial<BedFacts>, [number, number]]>([
    ["are counted once where two overlap", bed("a"), { turnarounds: [on("a", 4, 7), on("a", 5, 8)] }, [4, 0]],
    ["run not past the days the bed is open", bed("a", null, 5), { turnarounds: [on("a", 4, 9)] }, [1, 0]],
    ["are not counted under a closure", bed("a"), { turnarounds: [on("a", 2, 6)], closures: [on("a", 3, 4)] }, [3, 0]],
    ["are not counted where somebody overdue sleeps", bed("a"), { stays: [stay(0, 4)], turnarounds: [on("a", 2, 6)] }, [2, 0]],
    ["a held night is one", bed("a"), { held: [on("a", 8, 12)] }, [0, 2]],
    ["a night in both is turnaround", bed("a"), { turnarounds: [on("a", 4, 6)], held: [on("a", 5, 8)] }, [2, 2]],
  ])("%s", (_case, one, some, [turnaroundNights, heldNights]) => {
    const line = total([one], some);
    expect(line).toMatchObject({ turnaroundNights, heldNights, availableNights: line.openNights - line.offlineNights });
  });
});

test.each<[Interval, number, number, string[]]>([
  ["total", 0, 40, ["2027-03-01"]],
  ["month", 10, 65, ["2027-03-11", "2027-04-01", "2027-05-01"]],
  ["week", 3, 14, ["2027-03-04", "2027-03-08"]],
  ["day", 0, 3, ["2027-03-01", "2027-03-02", "2027-03-03"]],
  ["month", 5, 5, []],
])("a period by %s", (interval, from, until, starts) => {
  const slices = slicesOf(period(from, until), interval);
  expect(slices.map((slice) => slice.from)).toEqual(starts);
  slices.forEach((slice, index) => expect(slice.until).toBe(slices[index + 1]?.from ?? day(until)));
});

test("people are counted once in a slice, and groups come in the order of their beds", () => {
  const beds = [{ ...bed("a"), key: "two" }, { ...bed("b"), key: "one" }, { ...bed("c"), key: "two" }];
  const lines = occupancyOf(beds, facts({ stays: [stay(0, 3, "a"), stay(3, 6, "c"), stay(1, 2, "c", "bea")] }), tenDays);
  expect(lines.map(({ key, persons, occupiedNights, openNights }) => [key, persons, occupiedNights, openNights])).toEqual([["two", 2, 7, 20], ["one", 0, 0, 10]]);
});

const spans = fc.tuple(fc.integer({ min: -6, max: 28 }), fc.integer({ min: 0, max: 9 }));
const aBedId = fc.constantFrom("a", "b", "c");
const periods = fc.array(fc.tuple(aBedId, spans).map(([id, [from, length]]) => on(id, from, from + length)), { maxLength: 5 });
const somePeople = fc.array(fc.tuple(aBedId, spans, fc.constantFrom("ada", "bea", "cleo"), fc.boolean()), { maxLength: 8 });

/** Night by night, as the formulas say it. */
function counted(beds: CountedBed[], some: BedFacts, slice: Period, today: Day) {
  const sum = { openNights: 0, offlineNights: 0, occupiedNights: 0, turnaroundNights: 0, heldNights: 0 };
  for (let night = slice.from; night < slice.until; night = addDays(night, 1)) {
    for (const { id, opensOn, closesOn } of beds) {
      const lies = (rows: readonly (Period & { bedId: string })[]) => rows.some((row) => row.bedId === id && row.from <= night && night < row.until);
      const sleeping = some.stays.filter(({ bedId, arrival, exit }) => bedId === id && arrival <= night && night < (exit ?? today)).length;
      const isOpen = (opensOn === null || opensOn <= night) && (closesOn === null || night < closesOn);
      const isIdle = isOpen && !lies(some.closures) && sleeping === 0;
      sum.openNights += Number(isOpen);
      sum.offlineNights += Number(isOpen && lies(some.closures));
      sum.occupiedNights += sleeping;
      sum.turnaroundNights += Number(isIdle && lies(some.turnarounds));
      sum.heldNights += Number(isIdle && !lies(some.turnarounds) && lies(some.held));
    }
  }
  return sum;
}

test("whatever overlaps, the figures are those of counting night by night, in every slice", () => {
  fc.assert(fc.property(periods, periods, periods, somePeople, fc.tuple(spans, spans, spans), fc.integer({ min: 0, max: 25 }), fc.constantFrom(...INTERVALS), (closures, turnarounds, held, people, opening, now, interval) => {
    const beds = ["a", "b", "c"].map((id, index) => bed(id, opening[index]?.[0] ?? null, (opening[index]?.[0] ?? 0) + (opening[index]?.[1] ?? 0) * 3 + 1));
    const stays = people.map(([id, [from, length], person, isIn]) => stay(from, isIn ? null : from + length, id, person));
    const some = { stays, closures, turnarounds, held };
    const today = day(now);
    const lines = occupancyOf(beds, some, { period: period(0, 24), interval, today });
    expect(nightsBetween(lines[0]?.start ?? "", lines.at(-1)?.until ?? "")).toBe(24);
    for (const line of lines) expect(line).toMatchObject(counted(beds, some, { from: line.start, until: line.until }, today));
  }), { numRuns: 300 });
});
