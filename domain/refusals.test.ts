import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, inTheWay, type Refusal } from "./refusals";

/** The contract's order (api.md), as far as a placement meets it. */
const CONTRACT = ["wrong_state", "date_in_future", "unit_too_small", "household_incomplete", "person_already_placed", "max_stay_exceeded", "not_eligible", "bed_not_open", "bed_occupied", "bed_taken"];

test("refusals count in the contract's order, however they were found", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(CONTRACT, { minLength: 1 }), (codes) => {
      const sorted = inOrder(codes.map((code) => ({ code }) as Refusal));
      expect(sorted?.map(({ code }) => code)).toEqual(CONTRACT.filter((code) => codes.includes(code)));
    }),
  );
  expect(inOrder([])).toBeNull();
});

test("a stay tells when its bed is free again, turnaround included; a spare bed is told as the stay that holds it", () => {
  const base = { bedId: "a", recordId: "r", placementId: "p" };
  const told = inTheWay([
    { ...base, kind: "stay", from: "2027-03-01", until: "2027-03-05" },
    { ...base, kind: "turnaround", from: "2027-03-05", until: "2027-03-07" },
    { ...base, bedId: "b", kind: "spare", from: "2027-03-01", until: "2027-03-05" },
  ]);
  expect(told.map(({ bedId, kind, blockedUntil }) => [bedId, kind, blockedUntil])).toEqual([["a", "stay", "2027-03-07"], ["a", "turnaround", "2027-03-07"], ["b", "stay", "2027-03-05"]]);
});
