import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, nightsBetween } from "./day";
import { cumulativeClock, cumulativeClockFor } from "./stay-clock";
import { type ClockNights, type ClockRule, type LimitQuestion, stayLimit } from "./stay-limit";

const TODAY = "2027-06-01";
const RULE: ClockRule = { maxStay: { months: 6 }, counting: "cumulative", clockScope: "municipality", clockGroup: null, resetAfterDays: null };

let placements = 0;
const spent = (from: Day, until: Day, over: Partial<ClockNights> = {}): ClockNights => {
  placements += 1;
  return { personId: "a", placement: placements, placementId: `p${placements}`, stayId: `s${placements}`, isHere: true, status: "ended", from, until, rule: RULE, extendedUntil: null, clockFrom: null, isSetAside: false, ...over };
};
const planned = (from: Day, until: Day, over: Partial<ClockNights> = {}) => spent(from, until, { status: "planned", ...over });
const adult = (from: Day, personId = "a") => ({ personId, isAdult: true, from });

function ask(arrival: Day, nights: ClockNights[], rule: Partial<ClockRule> = {}, over: Partial<LimitQuestion> = {}) {
  return stayLimit({ rule: { ...RULE, ...rule }, arrival, people: [adult(arrival)], nights, today: TODAY, ...over });
}

describe("the latest exit over several placements: arrival + (allowance - used)", () => {
  test.each<[string, Day, ClockNights[], Partial<ClockRule>, Day | null]>([
    ["nothing before: as a placement alone", "2027-08-31", [], {}, "2028-02-29"],
    // [1 January, 1 July) has 181 nights, 31 of them were used.
    ["one that ended", "2027-05-01", [spent("2027-01-01", "2027-02-01")], {}, "2027-09-28"],
    ["ended and arrived on the same day", "2027-02-01", [spent("2027-01-01", "2027-02-01")], {}, "2027-07-01"],
    ["two that ended, in whatever order", "2027-05-01", [spent("2027-03-01", "2027-03-11"), spent("2027-01-01", "2027-02-01")], {}, "2027-09-18"],
    ["in house, to the planned exit", "2027-07-01", [spent("2027-05-01", "2027-07-01", { status: "in_house" })], {}, "2027-11-01"],
    ["in house past its exit, to today", "2027-07-01", [spent("2027-05-01", "2027-05-11", { status: "in_house" })], {}, "2027-12-01"],
    ["planned", "2027-10-01", [planned("2027-07-01", "2027-09-01")], {}, "2028-01-31"],
    ["a stay of no nights counts none", "2027-05-01", [spent("2027-01-01", "2027-01-01")], {}, "2027-11-01"],
    ["all used: on the arrival", "2027-08-01", [spent("2027-01-01", "2027-07-01")], {}, "2027-08-01"],
    ["more than all used: on the arrival", "2027-08-01", [spent("2027-01-01", "2027-07-20")], {}, "2027-08-01"],
    ["a gap one day short of the reset", "2027-05-01", [spent("2027-01-01", "2027-02-01")], { resetAfterDays: 90 }, "2027-09-28"],
    ["a gap that resets", "2027-05-02", [spent("2027-01-01", "2027-02-01")], { resetAfterDays: 90 }, "2027-11-02"],
    // [1 May, 1 November) has 184 nights, 10 of them were used.
    ["only what was before the gap is forgotten", "2027-05-21", [spent("2027-01-01", "2027-02-01"), spent("2027-05-01", "2027-05-11")], { resetAfterDays: 60 }, "2027-11-11"],
    ["days: an allowance of as many nights", "2027-05-01", [spent("2027-01-01", "2027-01-11")], { maxStay: { days: 30 } }, "2027-05-21"],
    ["weeks", "2027-05-01", [spent("2027-01-01", "2027-01-08")], { maxStay: { weeks: 2 } }, "2027-05-08"],
    ["no maximum stay", "2027-05-01", [spent("2027-01-01", "2027-02-01")], { maxStay: null }, null],
    ["each placement alone", "2027-05-01", [spent("2027-01-01", "2027-02-01")], { counting: "placement" }, "2027-11-01"],
    ["nights after the arrival are not used by it", "2027-01-01", [spent("2027-03-01", "2027-04-01")], {}, "2027-07-01"],
  ])("%s", (_case, arrival, nights, rule, expected) => {
    expect(ask(arrival, nights, rule).latestExit).toBe(expected);
  });
});

describe("which nights one clock counts", () => {
  const other = (rule: Partial<ClockRule>, over: Partial<ClockNights> = {}) => [spent("2027-01-01", "2027-01-11", { rule: { ...RULE, ...rule }, ...over })];

  test.each<[string, Partial<ClockRule>, ClockNights[], number]>([
    ["cumulative rules that name no group share a clock", {}, other({}), 10],
    ["a rule that counts each placement alone and names no group is in no clock", {}, other({ counting: "placement" }), 0],
    ["the same group", { clockGroup: "emergenza" }, other({ clockGroup: "emergenza" }), 10],
    ["a group holds also who counts alone in it", { clockGroup: "emergenza" }, other({ clockGroup: "emergenza", counting: "placement" }), 10],
    ["another group", { clockGroup: "emergenza" }, other({ clockGroup: "ponte" }), 0],
    ["a group, and none", { clockGroup: "emergenza" }, other({}), 0],
    ["another municipality, for a clock of the municipality", {}, other({}, { isHere: false }), 0],
    ["another municipality, for a clock of the network", { clockScope: "network" }, other({}, { isHere: false, placementId: null }), 10],
    ["another person", {}, other({}, { personId: "b" }), 0],
  ])("%s", (_case, rule, nights, used) => {
    expect(ask("2027-05-01", nights, rule).clock?.usedNights).toBe(used);
  });
});

describe("whose nights", () => {
  const nights = [spent("2027-01-01", "2027-01-11"), spent("2027-01-01", "2027-02-01", { personId: "b" }), spent("2027-01-01", "2027-04-01", { personId: "child" })];
  const child = { personId: "child", isAdult: false, from: "2027-05-01" };

  test("the largest of the adults', not a child's", () => {
    const people = [adult("2027-05-01"), adult("2027-05-01", "b"), child];
    expect(ask("2027-05-01", nights, {}, { people })).toMatchObject({ latestExit: "2027-09-28", clock: { personId: "b", usedNights: 31, allowanceNights: 181 } });
    expect(ask("2027-05-01", nights, {}, { people: [adult("2027-05-01"), child] }).clock?.usedNights).toBe(10);
  });

  test("children alone count for themselves", () => expect(ask("2027-05-01", nights, {}, { people: [child] }).clock?.usedNights).toBe(90));

  test("who joined later brings what was used before joining", () => {
    const people = [adult("2027-05-01"), adult("2027-06-01", "b")];
    expect(ask("2027-05-01", [spent("2027-01-01", "2027-06-01", { personId: "b" })], {}, { people }).latestExit).toBe("2027-07-01");
  });

  test("nobody in particular: as a placement alone", () => expect(ask("2027-05-01", nights, {}, { people: [] })).toMatchObject({ latestExit: "2027-11-01", clock: null }));

  test("the parts of who was transferred add up, and no night counts twice", () => {
    const parts = [spent("2027-01-01", "2027-01-11", { placement: 900 }), spent("2027-01-11", "2027-01-21", { placement: 900 }), spent("2027-01-05", "2027-01-15")];
    expect(ask("2027-05-01", parts).clock?.usedNights).toBe(20);
  });
});

describe("a placement that was divided", () => {
  test("goes on with the clock of the one before it, and no night counts twice", () => {
    expect(ask("2027-03-01", [spent("2027-02-01", "2027-03-01")], {}, { clockFrom: "2027-01-01" })).toMatchObject({ latestExit: "2027-07-01", clock: { usedNights: 59 } });
  });

  test("is counted whole afterwards", () => {
    expect(ask("2027-05-01", [spent("2027-03-01", "2027-04-01", { clockFrom: "2027-01-01" })]).clock?.usedNights).toBe(90);
  });
});

describe("extensions", () => {
  test("the granted exit stands beside the rule's", () => {
    expect(ask("2027-05-01", [spent("2027-01-01", "2027-02-01")], {}, { extendedUntil: "2027-10-28" }).latestExit).toBe("2027-10-28");
    expect(ask("2027-05-01", [], {}, { extendedUntil: "2027-10-28" }).latestExit).toBe("2027-11-01");
  });

  test.each<[string, Day, Day | null, number]>([
    ["the nights that were taken of it are added to the allowance", "2027-07-21", "2027-07-21", 201],
    ["those not taken are not", "2027-07-11", "2027-07-21", 191],
    ["an overstay beyond it is not excused", "2027-07-31", "2027-07-21", 201],
    ["an overstay without any is not", "2027-07-31", null, 181],
  ])("%s", (_case, until, extendedUntil, allowanceNights) => {
    expect(ask("2027-09-01", [spent("2027-01-01", until, { extendedUntil })]).clock?.allowanceNights).toBe(allowanceNights);
  });
});

describe("plans that follow are not pushed over", () => {
  test.each<[string, Day, ClockNights[], Partial<ClockRule>, Day | null]>([
    // [1 June, 1 December) has 183 nights, the plan needs 61.
    ["one that leaves them enough", "2027-06-01", [planned("2027-10-01", "2027-12-01")], {}, "2027-12-01"],
    ["their nights are kept for them", "2027-07-01", [planned("2027-10-01", "2028-02-01")], {}, "2027-08-31"],
    ["not one whose limit was set aside", "2027-07-01", [planned("2027-10-01", "2028-02-01", { isSetAside: true })], {}, "2028-01-01"],
    ["not one that counts alone", "2027-07-01", [planned("2027-10-01", "2028-02-01", { rule: { ...RULE, counting: "placement" } })], {}, "2028-01-01"],
    ["not one of another clock", "2027-07-01", [planned("2027-10-01", "2028-02-01", { rule: { ...RULE, clockGroup: "ponte" } })], {}, "2028-01-01"],
    ["nor one after a gap that resets", "2027-06-01", [planned("2027-10-01", "2028-03-01", { rule: { ...RULE, resetAfterDays: 30 } })], { resetAfterDays: 30 }, "2027-09-01"],
    // The first night moves the allowance from [1 October, 1 April), 183 nights, to [1 July, 1 January), 184.
    ["one that is over already goes no further over", "2027-07-01", [planned("2027-10-01", "2028-05-01")], {}, "2027-07-02"],
    ["a rule of their group that counts alone keeps them too", "2027-07-01", [planned("2027-10-01", "2028-02-01", { rule: { ...RULE, clockGroup: "g" } })], { counting: "placement", clockGroup: "g", maxStay: null }, "2027-08-31"],
    ["in the network: plans elsewhere of a clock of the network", "2027-07-01", [planned("2027-10-01", "2028-02-01", { isHere: false, rule: { ...RULE, clockScope: "network" } })], { clockScope: "network" }, "2027-08-31"],
    ["not those elsewhere of a clock of their municipality", "2027-07-01", [planned("2027-10-01", "2028-02-01", { isHere: false })], { clockScope: "network" }, "2028-01-01"],
  ])("%s", (_case, arrival, nights, rule, expected) => {
    expect(ask(arrival, nights, rule).furthestExit).toBe(expected);
  });

  test("however plans are made, in whatever order, no adult goes over the allowance", () => {
    const days = fc.record({ from: fc.nat({ max: 60 }), nights: fc.integer({ min: 1, max: 15 }) });
    fc.assert(fc.property(fc.array(days, { maxLength: 8 }), fc.integer({ min: 5, max: 20 }), fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }), (asked, most, resetAfterDays) => {
      const rule: ClockRule = { ...RULE, maxStay: { days: most }, resetAfterDays };
      const made: ClockNights[] = [];
      for (const { from, nights } of asked) {
        const [arrival, exit] = [addDays(TODAY, from), addDays(TODAY, from + nights)];
        if (made.some((other) => other.from < exit && arrival < other.until)) continue;
        const { furthestExit } = ask(arrival, made, rule);
        if (furthestExit !== null && exit <= furthestExit) made.push(planned(arrival, exit, { rule }));
      }
      const inOrder = made.toSorted((a, b) => (a.from < b.from ? -1 : 1));
      let run = 0;
      inOrder.forEach((stay, index) => {
        const before = inOrder[index - 1];
        if (before && resetAfterDays !== null && nightsBetween(before.until, stay.from) >= resetAfterDays) run = 0;
        run += nightsBetween(stay.from, stay.until);
        expect(run).toBeLessThanOrEqual(most);
      });
    }), { numRuns: 50 });
  });
});

test("what would work: a later arrival, after the gap that resets", () => {
  expect(ask("2027-05-01", [spent("2027-01-01", "2027-02-01")], { resetAfterDays: 120 }).clock?.resetsOn).toBe("2027-06-01");
  expect(ask("2027-05-01", [spent("2027-01-01", "2027-02-01")]).clock?.resetsOn).toBeNull();
  expect(ask("2027-05-01", [], { resetAfterDays: 120 }).clock?.resetsOn).toBeNull();
});

describe("the ledger", () => {
  const first = spent("2027-01-01", "2027-02-01");
  const hidden = spent("2027-03-01", "2027-03-11", { placementId: null, stayId: null, isHere: false });
  const running = spent("2027-05-01", "2027-07-01", { status: "in_house" });
  const next = planned("2027-08-01", "2027-08-11");
  const question: LimitQuestion = { rule: { ...RULE, clockScope: "network" }, arrival: "2027-05-01", people: [adult("2027-05-01")], nights: [first, hidden, next], today: TODAY };

  test("of the placement that runs: placement by placement, with what is planned; where nobody may look a number alone", () => {
    expect(cumulativeClock(question, [...question.nights, running], TODAY)).toMatchObject({
      usedNights: 72, plannedNights: 40, otherNights: 10, allowanceNights: 181, latestExit: "2027-09-18",
      used: [{ placementId: first.placementId, nights: 31, plannedNights: 0 }, { placementId: running.placementId, nights: 31, plannedNights: 30 }, { placementId: next.placementId, nights: 0, plannedNights: 10 }],
      stays: [{ stayId: first.stayId }, { stayId: running.stayId }, { stayId: next.stayId }],
    });
  });

  test("of one that would begin: what is planned before it is used by then", () => {
    expect(cumulativeClockFor({ ...question, arrival: "2027-09-01", people: [adult("2027-09-01")], nights: [first, hidden, running, next] })).toMatchObject({
      usedNights: 112, plannedNights: 0, otherNights: 10, allowanceNights: 181, latestExit: "2027-11-09",
    });
  });
});
