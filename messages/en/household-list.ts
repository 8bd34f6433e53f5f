import { formatsFor } from "../formats";
import type { Words } from "../it";

const { number, shortDay } = formatsFor("en");

export const householdList: Words["householdList"] = {
  filters: "Filter the households",
  statusLabel: "Status",
  anyStatus: "All",
  situation: { in_house: "in house", needs_bed: "needs a bed", planned: "planned", ended: "ended", not_placed: "not placed" },
  compositionLabel: "Composition",
  anyComposition: "All",
  composition: { with_minors: "with minors", without_minors: "without minors" },
  mine: "My households",
  sortLabel: "Sort by",
  sort: { newest: "newest", name: "family name", exit: "planned exit", movement: "last movement", urgency: "urgency" },
  exportCsv: "Export CSV",
  firstShown: (count, all) => `First ${count} of ${number(all)} households shown`,
  clear: "Clear the filters",
  noneNarrowed: "No household matches these filters.",
  whereUntil: "Where, until",
  until: (exit) => `until ${shortDay(exit)}`,
  placeLost: "the place is gone",
  urgencyNeeds: "Urgency and needs",
  urgency: { 1: "urgent", 2: "within a few days", 3: "can wait" },
  moreNeeds: (count) => `${count} more`,
  lastMovement: "Last movement",
  movement: { arrival: (on) => `arrived on ${on}`, departure: (on) => `left on ${on}`, registration: (on) => `registered on ${on}` },
};
