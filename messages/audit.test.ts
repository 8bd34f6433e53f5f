import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "@/domain/audit";
import { wordsFor } from "./words-for";

test.each([["it"], ["en"]] as const)("everything that is written down has its words in %s, each its own, and names what it was done to", (locale) => {
  const { actions, subject } = wordsFor(locale).audit;
  expect(Object.keys(actions).toSorted()).toEqual(AUDIT_ACTIONS.toSorted());
  for (const action of AUDIT_ACTIONS) expect([action, actions[action].length > 3, typeof subject[action.split(".")[0] ?? ""]]).toEqual([action, true, "string"]);
  expect(new Set(Object.values(actions)).size).toBe(AUDIT_ACTIONS.length);
});

test("the two languages say it differently", () => {
  const [italian, english] = [wordsFor("it").audit.actions, wordsFor("en").audit.actions];
  expect(AUDIT_ACTIONS.filter((action) => italian[action] === english[action])).toEqual([]);
});
