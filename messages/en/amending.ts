import { formatsFor } from "../formats";
import type { Words } from "../it";

const { day, list } = formatsFor("en");

export const amending: Words["amending"] = {
  correct: "Correct",
  correctTitle: "Correct what was recorded",
  correctText: "For mistakes in the records. What was written before stays in the file, with the reason and the name of who corrects it.",
  who: "For whom",
  chooseWho: "Choose at least one person.",
  arrivalDay: "Day of arrival",
  neverCame: "Never arrived: still expected",
  transferDay: "Day of transfer",
  exitDay: "Day of departure",
  notLeft: "Has not left: is still in the accommodation",
  note: "What was wrong",
  noteNeeded: "Write what was wrong.",
  nothing: "Change at least one thing: all of it is recorded like this already.",
  save: "Record the correction",
  refused: "The correction is not possible",
  corrected: "Correction recorded",

  corrections: "Corrections",
  madeBy: (by, on) => `${day(on)}${by ? `, ${by}` : ""}`,
  forWhom: (names) => list(names),
  arrivalIs: (before, after) => (after === null ? `never came, not on ${day(before)}` : `arrived on ${day(after)}, not ${day(before)}`),
  transferIs: (before, after) => `transferred on ${day(after)}, not ${day(before)}`,
  departureIs: (before, after) => (after === null ? `has not left, not on ${day(before)}` : `left on ${day(after)}, not ${day(before)}`),
  reasonIs: (before, after) => `reason: ${after}, not ${before}`,
  destinationIs: (before, after) => `destination: ${after}, not ${before}`,
  unsaid: "not said",

  moveRule: "Change rule",
  moveRuleTitle: "Apply another rule",
  moveRuleText: "A new version leaves running placements as they are: each keeps its own unless a manager decides otherwise. The limit is counted anew from the arrival; extensions that were granted stay.",
  rule: "Rule",
  chooseRule: "Choose the rule.",
  present: "the one it has now",
  ruleDays: (from, until) => (until === null ? `from ${day(from)}` : `from ${day(from)} to ${day(until)}`),
  until: (exit) => (exit === null ? "no limit" : `${day(exit)} at the latest`),
  isBeyond: (exit) => `the planned exit on ${day(exit)} is later`,
  newExit: "Planned exit",
  newExitHint: "Under this rule the present one is too late: move it earlier, or write the reason of the override.",
  noRules: "No rule is about this accommodation. Write one in the settings.",
  looking: "Looking for the rules…",
  moveRuleRefused: "The rule cannot be applied",
  ruleMoved: (exit) => (exit === null ? "Rule applied: no maximum stay" : `Rule applied: ${day(exit)} at the latest`),
};
