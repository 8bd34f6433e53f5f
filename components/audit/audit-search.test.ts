import { describe, expect, test } from "vitest";
import { auditSearchFrom, isFiltered, isInOrder, parametersOf } from "./audit-search";

const nothing = { from: null, until: null, action: null, actorId: null, network: false };

describe("the filters in the address", () => {
  test("left out ask for everything of the municipality", () => {
    const search = auditSearchFrom(nothing, "G478", true);
    expect(parametersOf(search)).toEqual({ municipality: "G478", from: null, until: null, action: null, actorId: null });
    expect(isFiltered(search)).toBe(false);
  });

  test("ask up to the end of the last day", () => {
    expect(parametersOf(auditSearchFrom({ ...nothing, from: "2027-02-28", until: "2027-02-28" }, "G478", false))).toMatchObject({ from: "2027-02-28", until: "2027-03-01" });
  });

  test.each([["2027-02-30", null], ["soon", null], ["2027-02-03", "2027-02-03"]])("with the day %s ask from %s", (typed, from) => {
    expect(auditSearchFrom({ ...nothing, from: typed }, "G478", false).from).toBe(from);
  });

  test("ask for the network only for whoever administers it", () => {
    expect(auditSearchFrom({ ...nothing, network: true }, "G478", true).chain).toBe("network");
    expect(auditSearchFrom({ ...nothing, network: true }, "G478", false).chain).toBe("G478");
  });

  test("of somebody written wrongly ask for nobody in particular", () => {
    expect(auditSearchFrom({ ...nothing, actorId: "x' OR 1" }, "G478", false).actorId).toBeNull();
  });

  test("in the wrong order are told apart", () => {
    const days = (from: string | null, until: string | null) => isInOrder({ chain: "G478", from, until, action: null, actorId: null });
    expect([days("2027-02-02", "2027-02-01"), days("2027-02-02", "2027-02-02"), days("2027-02-02", null)]).toEqual([false, true, true]);
  });
});
