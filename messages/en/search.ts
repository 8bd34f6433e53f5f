import { formatsFor } from "../formats";
import type { Words } from "../it";

const { day } = formatsFor("en");

export const search: Words["search"] = {
  title: "Search",
  placeholder: "Search household, person, facility, bed",
  close: "Close the search",
  results: "Search results",
  recent: "Recently opened",
  begin: "Type at least two letters of a name, a code such as N-0142 or a telephone number.",
  looking: "Searching",
  failed: "The search did not succeed.",
  noneTitle: (text) => `Nothing matches “${text}”`,
  noneText: "Try a part of the family name, the household’s code or the facility’s name.",
  count: (count) => (count === 0 ? "No results" : count === 1 ? "1 result" : `${count} results`),
  group: { household: "Households", person: "People", placement: "Placements", facility: "Facilities", unit: "Units", bed: "Beds" },
  born: (date) => `born on ${day(date)}`,
  fromUntil: (from, until) => `${from} – ${until}`,
  keys: [["↑ ↓", "choose"], ["Enter", "open"], ["Esc", "close"]],
};
