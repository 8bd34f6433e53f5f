import { expect, test } from "vitest";
import { openingState } from "./opening";

test.each([
  ["that opens today", "2027-02-10", null, "open"],
  ["that opens tomorrow", "2027-02-11", null, "opening"],
  ["whose last night was yesterday's", "2020-01-01", "2027-02-10", "closed"],
  ["whose last night is tonight's", "2020-01-01", "2027-02-11", "closing"],
  ["that closes on the last day of the notice", "2020-01-01", "2027-04-11", "closing"],
  ["that closes a day later", "2020-01-01", "2027-04-12", "open"],
  ["without dates", null, null, "open"],
])("a facility %s", (_case, opensOn, closesOn, state) => {
  expect(openingState({ opensOn, closesOn }, "2027-02-10")).toBe(state);
});
