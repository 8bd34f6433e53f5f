import { describe, expect, test } from "vitest";
import { agreementRefusals, closureRefusals, type ExitPath, exitPathFault, type Goal, goalFault, goalState, reopeningRefusals } from "./cases";

const [BEFORE, TODAY, TOMORROW] = ["2027-03-09", "2027-03-10", "2027-03-11"];
const goal = (fields: Partial<Goal> = {}): Goal => ({ text: "Scuola per Ada", aimedOn: "2027-09-01", reachedOn: null, givenUp: null, ...fields });
const path = (fields: Partial<ExitPath> = {}): ExitPath => ({ kind: "social_housing", startedOn: null, expectedOn: null, listName: null, rank: null, leaseSignedOn: null, note: null, ...fields });
const givenUp = (on: string) => ({ on, reason: "Ha trovato lavoro altrove" });

test.each<[string, Partial<Goal>, string, boolean]>([
  ["with nothing yet is open", {}, "open", true],
  ["with a day is reached", { reachedOn: BEFORE }, "reached", true],
  ["with a reason is given up", { givenUp: givenUp(BEFORE) }, "given_up", true],
  ["cannot be both", { reachedOn: BEFORE, givenUp: givenUp(BEFORE) }, "reached", false],
])("a goal %s", (_case, fields, state, isSound) => {
  expect([goalState(goal(fields)), goalFault(goal(fields)) === null]).toEqual([state, isSound]);
});

test.each<[string, Partial<ExitPath>, string | null]>([
  ["social housing without a list yet", {}, null],
  ["a rank on a list", { listName: "Bando ERP 2026", rank: 41 }, null],
  ["a rank on no list", { rank: 41 }, "listName list_name_needed"],
  ["a list of social housing for a private rental", { kind: "private_rental", listName: "Bando ERP 2026" }, "listName only_for_social_housing"],
  ["a rank for rent support", { kind: "rent_support", rank: 3 }, "rank only_for_social_housing"],
  ["a lease with rent support", { kind: "rent_support", leaseSignedOn: BEFORE }, null],
  ["a lease with relatives", { kind: "family_or_friends", leaseSignedOn: BEFORE }, "leaseSignedOn no_lease_here"],
  ["another way that is not told", { kind: "other" }, "note note_needed"],
  ["another way that is told", { kind: "other", note: "Rientro assistito" }, null],
])("a way out: %s", (_case, fields, expected) => {
  const fault = exitPathFault(path(fields));
  expect(fault && `${fault.field} ${fault.code}`).toBe(expected);
});

describe("what is agreed", () => {
  const open = { from: "2027-01-01", until: null };
  const codes = (change: Parameters<typeof agreementRefusals>[1], state: Parameters<typeof agreementRefusals>[0] = open) => agreementRefusals(state, change, TODAY).map(({ code }) => code);

  test.each<[string, Parameters<typeof agreementRefusals>[1], string[]]>([
    ["may be aimed at any day", { goals: [goal()], exitPaths: [path({ expectedOn: "2028-01-01" })] }, []],
    ["is reached today at the latest", { goals: [goal({ reachedOn: TODAY }), goal({ givenUp: givenUp(TODAY) })] }, []],
    ["is not reached tomorrow", { goals: [goal({ reachedOn: TOMORROW })] }, ["date_in_future"]],
    ["is not given up tomorrow", { goals: [goal({ givenUp: givenUp(TOMORROW) })] }, ["date_in_future"]],
    ["is not begun tomorrow", { exitPaths: [path({ startedOn: TOMORROW })] }, ["date_in_future"]],
    ["is not signed tomorrow", { exitPaths: [path({ leaseSignedOn: TOMORROW })] }, ["date_in_future"]],
    ["may be taken away", { goals: [], exitPaths: [] }, []],
  ])("%s", (_case, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  test("stays as it is once the case is closed", () => {
    expect(agreementRefusals({ ...open, until: BEFORE }, {}, TODAY)).toEqual([{ code: "wrong_state", status: "closed", step: "change", record: "case" }]);
  });
});

test.each<[string, { from: string; until: string | null }, string, string[]]>([
  ["on its first day", { from: TODAY, until: null }, TODAY, []],
  ["before today", { from: "2027-01-01", until: null }, BEFORE, []],
  ["tomorrow", { from: "2027-01-01", until: null }, TOMORROW, ["date_in_future"]],
  ["before it was opened", { from: TODAY, until: null }, BEFORE, ["closed_before_opened"]],
  ["twice", { from: "2027-01-01", until: BEFORE }, TODAY, ["wrong_state"]],
])("a case is closed %s", (_case, state, date, expected) => {
  expect(closureRefusals(state, date, TODAY).map(({ code }) => code)).toEqual(expected);
});

test("only a closed case is taken up again", () => {
  expect([reopeningRefusals({ from: BEFORE, until: TODAY }), reopeningRefusals({ from: BEFORE, until: null }).map(({ code }) => code)]).toEqual([[], ["wrong_state"]]);
});
