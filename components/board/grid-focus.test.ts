import { describe, expect, test } from "vitest";
import { beyondEdge, movedBy, settledFocus } from "./grid-focus";

const window = { from: "2027-02-01", until: "2027-03-15" };
const rows = [
  { key: "f1", kind: "facility" }, { key: "u1", kind: "unit" }, { key: "b1", kind: "bed" }, { key: "b2", kind: "bed" }, { key: "u2", kind: "unit" }, { key: "b3", kind: "bed" },
] as const;
const ground = { rows, window, page: 3 };
const from = (key: string, day: string, press: string, ctrlKey = false) => movedBy({ key: press, ctrlKey }, { key, day }, ground);

describe("the arrows lead from day to day and from line to line", () => {
  test.each([
    ["ArrowRight", "b1", "2027-02-11"], ["ArrowLeft", "b1", "2027-02-09"], ["ArrowUp", "u1", "2027-02-10"], ["ArrowDown", "b2", "2027-02-10"],
    ["Home", "b1", "2027-02-01"], ["End", "b1", "2027-03-14"], ["PageDown", "b3", "2027-02-10"], ["PageUp", "f1", "2027-02-10"],
  ])("%s", (press, key, day) => {
    expect(from("b1", "2027-02-10", press)).toEqual({ key, day });
  });

  test("Ctrl+Home and Ctrl+End lead to the corners", () => {
    expect(from("b1", "2027-02-10", "Home", true)).toEqual({ key: "f1", day: "2027-02-01" });
    expect(from("b1", "2027-02-10", "End", true)).toEqual({ key: "b3", day: "2027-03-14" });
  });

  test("nowhere beyond the ends, and by no other key", () => {
    expect(from("f1", "2027-02-10", "ArrowUp")).toBeNull();
    expect(from("b3", "2027-02-10", "ArrowDown")).toBeNull();
    expect(from("b1", "2027-02-01", "ArrowLeft")).toBeNull();
    expect(from("b1", "2027-03-14", "ArrowRight")).toBeNull();
    expect(from("b1", "2027-02-10", "a")).toBeNull();
  });

  test("a group has no days, but the day is kept through it", () => {
    expect(from("u2", "2027-02-10", "ArrowRight")).toBeNull();
    expect(from("u2", "2027-02-10", "ArrowDown")).toEqual({ key: "b3", day: "2027-02-10" });
  });
});

test("at the edge of what is shown an arrow leads on, to the day beside it", () => {
  const beyond = (key: string, day: string, more = {}) => beyondEdge({ key, ctrlKey: false, shiftKey: false, ...more }, { key: "b1", day }, window);
  expect(beyond("ArrowRight", "2027-03-14")).toEqual({ day: "2027-03-15", direction: 1 });
  expect(beyond("ArrowLeft", "2027-02-01")).toEqual({ day: "2027-01-31", direction: -1 });
  expect(beyond("ArrowRight", "2027-03-13")).toBeNull();
  expect(beyond("ArrowLeft", "2027-03-14")).toBeNull();
  expect(beyond("ArrowRight", "2027-03-14", { shiftKey: true })).toBeNull();
  expect(beyond("ArrowDown", "2027-03-14")).toBeNull();
});

test("until its day is shown, the focus that was led on waits at the edge", () => {
  expect(settledFocus({ key: "b2", day: "2027-03-15", isAhead: true }, rows, window, "2027-02-10")).toEqual({ key: "b2", day: "2027-03-14" });
  expect(settledFocus({ key: "b2", day: "2027-01-31", isAhead: true }, rows, window, "2027-02-10")).toEqual({ key: "b2", day: "2027-02-01" });
  expect(settledFocus({ key: "b2", day: "2027-03-15", isAhead: true }, rows, { from: "2027-02-22", until: "2027-04-05" }, "2027-02-10")).toEqual({ key: "b2", day: "2027-03-15" });
});

test("the focus is at first on the first bed today, stays where it is, and goes back when its line or its day goes", () => {
  expect(settledFocus(null, rows, window, "2027-02-10")).toEqual({ key: "b1", day: "2027-02-10" });
  expect(settledFocus({ key: "b2", day: "2027-03-01" }, rows, window, "2027-02-10")).toEqual({ key: "b2", day: "2027-03-01" });
  expect(settledFocus({ key: "b9", day: "2027-03-01" }, rows, window, "2027-02-10")).toEqual({ key: "b1", day: "2027-03-01" });
  expect(settledFocus({ key: "b2", day: "2027-06-01" }, rows, window, "2027-02-10")).toEqual({ key: "b2", day: "2027-02-10" });
  expect(settledFocus(null, [], window, "2027-02-10")).toBeNull();
});
