import { expect, test } from "vitest";
import { type Correction, corrected, correctedParts, correctionRefusals, inOrderOfWriting, spentTwice, timesToCorrect, withinLimit } from "./correction";

type Part = Parameters<typeof timesToCorrect>[0][number];

const part = (fields: Partial<Part>): Part => ({ id: "s1", personId: "ada", status: "in_house", arrival: "2027-03-05", exit: "2027-03-20", plannedExit: "2027-03-20", departureReason: null, destination: null, overstayNights: 0, overstay: null, ...fields });
const left = (fields: Partial<Part> = {}): Part => part({ status: "ended", exit: "2027-03-15", departureReason: "autonomy", destination: "family", ...fields });
/** Ada moved on the tenth. */
const moved = [left({ id: "s1", exit: "2027-03-10", departureReason: null, destination: null }), part({ id: "s2", arrival: "2027-03-10" })];

const after = (stays: readonly Part[], correction: Correction, personIds: string[] | null = null) => corrected(timesToCorrect(stays, correction, personIds), correction);

test.each<[string, Part[], Correction, Partial<Part>[]]>([
  ["another arrival of who is here", [part({})], { arrival: "2027-03-03" }, [{ arrival: "2027-03-03", status: "in_house", exit: "2027-03-20" }]],
  ["another departure", [left()], { departure: { date: "2027-03-12" } }, [{ arrival: "2027-03-05", status: "ended", exit: "2027-03-12", departureReason: "autonomy" }]],
  ["only where they went", [left()], { departure: { destination: "friends" } }, [{ exit: "2027-03-15", departureReason: "autonomy", destination: "friends" }]],
  ["both days", [left()], { arrival: "2027-03-04", departure: { date: "2027-03-12" } }, [{ arrival: "2027-03-04", exit: "2027-03-12" }]],
  ["they have not left", [left()], { departure: null }, [{ status: "in_house", exit: "2027-03-20", departureReason: null, destination: null }]],
  ["they have not left, and were late before", [left({ plannedExit: "2027-03-01" })], { departure: null }, [{ status: "in_house", exit: "2027-03-05" }]],
  ["they never came", [part({})], { arrival: null }, [{ status: "planned", arrival: "2027-03-05", exit: "2027-03-20" }]],
  ["who left never came either", [left()], { arrival: null }, [{ status: "planned", exit: "2027-03-20", departureReason: null }]],
  ["after a transfer the arrival is that of the first bed", moved, { arrival: "2027-03-02" }, [{ id: "s1", arrival: "2027-03-02", exit: "2027-03-10" }, { id: "s2", arrival: "2027-03-10" }]],
  ["another day of the transfer", moved, { transfer: { date: "2027-03-08" } }, [{ id: "s1", arrival: "2027-03-05", exit: "2027-03-08" }, { id: "s2", arrival: "2027-03-08", exit: "2027-03-20" }]],
  ["the arrival, the transfer and the departure", [...moved.slice(0, 1), left({ id: "s2", arrival: "2027-03-10" })], { arrival: "2027-03-04", transfer: { date: "2027-03-09" }, departure: { date: "2027-03-14" } }, [{ arrival: "2027-03-04", exit: "2027-03-09" }, { arrival: "2027-03-09", exit: "2027-03-14" }]],
  ["of two transfers the last", [...moved.slice(0, 1), left({ id: "s2", arrival: "2027-03-10", exit: "2027-03-13" }), part({ id: "s3", arrival: "2027-03-13" })], { transfer: { date: "2027-03-12" } }, [{ exit: "2027-03-10" }, { arrival: "2027-03-10", exit: "2027-03-12" }, { arrival: "2027-03-12" }]],
  ["who was overdue was moved after the planned exit", [left({ id: "s1", exit: "2027-03-10" }), part({ id: "s2", arrival: "2027-03-10", exit: "2027-03-11" })], { transfer: { date: "2027-03-14" } }, [{ exit: "2027-03-14" }, { arrival: "2027-03-14", exit: "2027-03-14", status: "in_house" }]],
  ["a transfer is that of those who were moved", [...moved, part({ id: "s3", personId: "bea" })], { transfer: { date: "2027-03-08" } }, [{ id: "s1" }, { id: "s2", arrival: "2027-03-08" }]],
  ["somebody came back: the last time is meant", [left({ id: "s1", exit: "2027-03-08" }), part({ id: "s2", arrival: "2027-03-10" })], { arrival: "2027-03-11" }, [{ id: "s2", arrival: "2027-03-11" }]],
  ["a departure is that of those who left", [left(), part({ id: "s2", personId: "bea" })], { departure: { date: "2027-03-12" } }, [{ personId: "ada", exit: "2027-03-12" }]],
])("%s", (_case, stays, correction, expected) => {
  expect(after(stays, correction)).toMatchObject(expected);
});

test("only those named, and whoever was only expected is nobody's correction", () => {
  const two = [part({}), part({ id: "s2", personId: "bea" }), part({ id: "s3", personId: "cleo", status: "planned" })];
  expect(after(two, { arrival: "2027-03-03" }, ["bea"]).map(({ personId }) => personId)).toEqual(["bea"]);
  expect(after(two, { arrival: "2027-03-03" }).map(({ personId }) => personId)).toEqual(["ada", "bea"]);
});

test.each<[string, Part[], Correction, string[]]>([
  ["a day to come", [part({})], { arrival: "2027-03-18" }, ["date_in_future"]],
  ["a departure before the arrival", [left()], { departure: { date: "2027-03-04" } }, ["exit_before_arrival"]],
  ["an arrival after the transfer", moved, { arrival: "2027-03-11" }, ["exit_before_arrival"]],
  ["a transfer before the arrival", moved, { transfer: { date: "2027-03-04" } }, ["exit_before_arrival"]],
  ["a transfer after the departure", [...moved.slice(0, 1), left({ id: "s2", arrival: "2027-03-10" })], { transfer: { date: "2027-03-16" } }, ["exit_before_arrival"]],
  ["a transfer to come", moved, { transfer: { date: "2027-03-17" } }, ["date_in_future"]],
  ["the transfer of who never moved", [part({})], { transfer: { date: "2027-03-10" } }, ["no_transfer"]],
  ["a transfer that an arrival is needed for", moved, { arrival: null }, ["transferred_since"]],
  ["a division that an arrival is needed for", [left({ departureReason: null, destination: null })], { arrival: null }, ["transferred_since"]],
  ["nothing", [left()], { arrival: "2027-03-15", departure: { date: "2027-03-15" } }, []],
])("what speaks against it: %s", (_case, stays, correction, codes) => {
  expect(correctionRefusals(timesToCorrect(stays, correction, null), correction, "2027-03-16").map(({ code }) => code)).toEqual(codes);
});

test("is told with what was recorded before, and nothing is told where it says the same", () => {
  const told = (correction: Correction) => correctedParts(timesToCorrect([left()], correction, null), correction);
  expect(told({ departure: { date: "2027-03-12" } })).toEqual([{
    personId: "ada",
    before: { arrival: "2027-03-05", departure: "2027-03-15", reason: "autonomy", destination: "family" },
    after: { arrival: "2027-03-05", departure: "2027-03-12", reason: "autonomy", destination: "family" },
  }]);
  expect(told({ arrival: null })[0]?.after).toEqual({ arrival: null, departure: null, reason: null, destination: null });
  expect(told({ arrival: "2027-03-05" })).toEqual([]);
  expect(correctedParts(timesToCorrect(moved, { transfer: { date: "2027-03-08" } }, null), { transfer: { date: "2027-03-08" } })).toMatchObject([{
    before: { arrival: "2027-03-05", transfer: "2027-03-10", departure: null }, after: { arrival: "2027-03-05", transfer: "2027-03-08", departure: null },
  }]);
});

test("who came back later is not in two beds of the placement on one night", () => {
  const back = [left({ exit: "2027-03-08" }), part({ id: "s2", arrival: "2027-03-10" })];
  expect(spentTwice(back)).toEqual([]);
  expect(spentTwice([back[0] ?? part({}), part({ id: "s2", arrival: "2027-03-07" })]).map(({ id }) => id)).toEqual(["s1", "s2"]);
  expect(spentTwice([left(), part({ id: "s2", personId: "bea" }), part({ id: "s3", status: "cancelled" })])).toEqual([]);
});

test.each<[string, Correction, string[]]>([
  ["earlier: the bed before is left first", { transfer: { date: "2027-03-08" } }, ["s1", "s2"]],
  ["later: the bed after begins later first", { transfer: { date: "2027-03-12" } }, ["s2", "s1"]],
  ["all of it later", { arrival: "2027-03-07", transfer: { date: "2027-03-12" } }, ["s2", "s1"]],
  ["all of it earlier", { arrival: "2027-03-03", transfer: { date: "2027-03-08" } }, ["s1", "s2"]],
])("written in an order in which nobody is in two beds: %s", (_case, correction, order) => {
  expect(inOrderOfWriting(after(moved, correction), moved).map(({ id }) => id)).toEqual(order);
});

test("a limit that moves shortens plans and counts the nights of those who left anew; a bed they only changed has none", () => {
  const overstay = { authorised: true, note: "Neve" };
  const before = [left({ overstayNights: 9, overstay }), part({ id: "s2", personId: "bea" }), ...moved.map((stay) => ({ ...stay, id: `c${stay.id}`, personId: "cleo" }))];
  const counted = (latestExit: string) => withinLimit(before, before, { latestExit, binding: latestExit, isMoved: true }).map(({ exit, overstayNights }) => [exit, overstayNights]);
  expect(counted("2027-03-08")).toEqual([["2027-03-15", 7], ["2027-03-08", 0], ["2027-03-10", 0], ["2027-03-10", 0]]);
  expect(withinLimit(before, before, { latestExit: "2027-03-15", binding: null, isMoved: true })[0]).toMatchObject({ overstayNights: 0, overstay: null });
  expect(withinLimit(before, before, { latestExit: "2027-03-08", binding: null, isMoved: false })).toEqual(before.map((stay) => stay));
});
