import { formatsFor } from "../formats";
import type { Words } from "../it";

const { day } = formatsFor("en");

export const extensions: Words["extensions"] = {
  ask: "Ask for an extension",
  askText: "Another person, a manager of the municipality, decides. Until then nothing changes, and the place is not kept for the days beyond.",
  until: "Until when",
  untilHint: (latest, furthest) => (furthest === null ? `The rule reaches to ${day(latest)}: give a day after it.` : `The rule reaches to ${day(latest)}; with an extension to ${day(furthest)} at the latest.`),
  noneLeft: (granted) => (granted === 0 ? "The rule provides for no extension: staying longer takes a manager’s override." : "The extensions the rule provides for have been granted: staying longer takes a manager’s override."),
  waiting: (until) => `A request until ${day(until)} is already waiting for a decision. To ask again, take it back in the file first.`,
  reasonLabel: "Reason",
  reason: {
    lease_bridge: "a lease starts soon",
    health: "health",
    school_year: "end of the school year",
    no_alternative: "no alternative",
    other: "other",
  },
  chooseReason: "Choose the reason.",
  chooseUntil: "Say until when.",
  note: "Note",
  noteHint: "What helps to decide: date of the lease, documents, contacts made.",
  noteNeeded: "Write what it is about.",
  override: "Reason for the override",
  overrideHint: "It goes beyond the number or length the rule provides for: the override is listed in reports with its reason.",
  send: "Send the request",
  asked: (until) => `Extension asked until ${day(until)}: a manager decides now`,

  decide: "Decide",
  decideTitle: "Decide on the extension",
  present: "Planned exit now",
  requested: "Asked until",
  askedBy: "Asked by",
  askedOn: (name, on) => (name === null ? `on ${day(on)}` : `${name}, on ${day(on)}`),
  decision: "Decision",
  grant: (until) => `Grant until ${day(until)}`,
  refuse: "Refuse",
  refuseHint: "The planned exit stays as it is now.",
  chooseDecision: "Choose whether to grant or to refuse.",
  decisionNote: "Grounds",
  decisionNoteNeeded: "Write why: whoever asked has to tell the household.",
  save: "Record the decision",
  granted: (until) => `Extension granted until ${day(until)}`,
  refused: "Extension refused",
  refusedHere: "It cannot be granted like this",

  withdraw: "Take the request back",
  withdrawn: "Request for an extension taken back",
  notWithdrawn: "The request was not taken back",

  history: "Extensions",
  status: { asked: "waiting", approved: "granted", refused: "refused", withdrawn: "taken back" },
  untilDay: (until) => `until ${day(until)}`,
  decidedBy: (name, on) => (name === null ? `Decided on ${day(on)}` : `Decided by ${name} on ${day(on)}`),
  overridden: (reason) => `By override: ${reason}`,
};
