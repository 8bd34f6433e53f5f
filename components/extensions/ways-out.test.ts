import { expect, test } from "vitest";
import { Problem, type Refusal } from "../http/problem";
import { exitThatWorks, needsOverride } from "./ways-out";

const LATEST = "2027-09-10";
const refused = (...refusals: Omit<Refusal, "detail">[]) => new Problem({ title: "", status: 422, detail: "", code: refusals[0]?.code ?? "", refusals: refusals.map((refusal) => ({ ...refusal, detail: "" })) });
const tooLong = { code: "max_stay_exceeded", latestExit: "2027-12-10" };
const taken = (...from: string[]) => ({ code: "bed_taken", blockedBy: from.map((day) => ({ from: day })) });

test.each<[string, Problem, string | null, boolean]>([
  ["too long: as far as the rule goes", refused(tooLong), "2027-12-10", true],
  ["somebody comes: until then", refused(taken("2027-11-01", "2027-10-01")), "2027-10-01", false],
  ["both: until the first of them", refused(tooLong, taken("2027-10-01")), "2027-10-01", true],
  ["somebody comes on the day itself: no extension at all", refused(taken(LATEST)), null, false],
  ["within the rule: the limit is no way out", refused({ code: "extension_not_needed", latestExit: LATEST }), null, false],
  ["none left: only an override", refused({ code: "max_extensions_reached", latestExit: LATEST }), null, true],
])("%s", (_case, error, exit, override) => {
  expect([exitThatWorks(error, LATEST), needsOverride(error)]).toEqual([exit, override]);
});

test("an answer with one reason alone is read like one with a list", () => {
  expect(exitThatWorks(new Problem({ title: "", status: 409, detail: "", code: "bed_taken", blockedBy: [{ from: "2027-10-01" }] }), LATEST)).toBe("2027-10-01");
  expect(exitThatWorks(new Error("lost"), LATEST)).toBeNull();
});
