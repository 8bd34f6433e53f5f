import { formatsFor } from "../formats";
import type { Words } from "../it";

const { day, dayMonth, dayAndMonth, shortDay, time, list } = formatsFor("en");

const units = (count: number) => (count === 1 ? "1 unit" : `${count} units`);
const nights = (count: number) => (count === 1 ? "1 night" : `${count} nights`);
const adults = (count: number) => (count === 1 ? "1 adult" : `${count} adults`);
const described = (genders: string[]) => {
  const [first] = genders;
  const count = genders.length;
  if (genders.some((gender) => gender !== first)) return adults(count);
  if (first === "female") return count === 1 ? "1 woman" : `${count} women`;
  if (first === "male") return count === 1 ? "1 man" : `${count} men`;
  return adults(count);
};
const minors = (count: number) => (count === 1 ? "1 minor" : `${count} minors`);

const sharedPeople: Words["availability"]["sharedPeople"] = ({ gender, isMinor, count }) => {
  if (isMinor) return minors(count);
  if (gender === "female") return count === 1 ? "1 woman" : `${count} women`;
  if (gender === "male") return count === 1 ? "1 man" : `${count} men`;
  return count === 1 ? "1 person" : `${count} people`;
};

export const availability: Words["availability"] = {
  title: "Availability",
  subtitle: "Where there is a place, for whom, until when",
  updated: (instant) => `updated at ${time(instant)}`,
  searchForm: "Search for a place",
  changeSearch: "Change",
  showResults: (found) => (found === "" ? "Show the results" : `Show: ${found}`),
  dates: "From – to",
  period: (from, until) => `${shortDay(from)} – ${shortDay(until)}`,
  nightsLabel: "Nights",
  nightsDialog: "How many nights",
  noNights: "no nights",
  tonight: "tonight",
  datesWrong: "The exit has to come after the arrival.",
  nights,
  who: "For whom",
  whoDialog: "Whom you need a place for",
  people: (genders, ages) =>
    [genders.length > 0 ? described(genders) : null, ages.length > 0 ? `${minors(ages.length)} (aged ${list(ages.map(String))})` : null]
      .filter(Boolean)
      .join(", "),
  composition: (adultCount, minorCount) =>
    [adultCount > 0 ? adults(adultCount) : null, minorCount > 0 ? minors(minorCount) : null].filter(Boolean).join(", "),
  household: "Household",
  findHousehold: "Find a registered household",
  findHouseholdHint: "By name or code",
  noHousehold: "No household found. Try another part of the name.",
  newHousehold: "Register a new household",
  orDescribe: "or describe the people",
  removeHousehold: "Remove the household",
  adults: "Adults",
  adultGender: (position) => `Gender of adult ${position}`,
  adultGenders: { unknown: "not stated", female: "woman", male: "man", other: "other" },
  minors: "Minors",
  minorAge: (position) => `Age of minor ${position}`,
  age: (years) => (years === 0 ? "under 1" : years === 1 ? "1 year" : `${years} years`),
  done: "Done",
  needs: "Needs",
  filtersOn: (count) => `${count} chosen`,
  kind: "Kind",
  allKinds: "All kinds",
  results: "Results",
  confirmedAt: (daysAgo, instantDay, instant) =>
    daysAgo <= 0 ? `confirmed today ${time(instant)}` : daysAgo === 1 ? "confirmed yesterday" : `confirmed on ${dayMonth(instantDay)}`,
  neverConfirmed: "never confirmed",
  freeOf: (free, all) => `${free} of ${all} ${all === 1 ? "bed" : "beds"} free`,
  bedFree: (name) => `bed ${name}: free`,
  bedTaken: (name) => `bed ${name}: not free`,
  fits: "fits",
  fitsNot: "does not fit",
  spareBeds: (count) => (count === 1 ? "1 bed more than needed" : `${count} beds more than needed`),
  exactBeds: "exactly the beds needed",
  sharesWith: (groups, shared) => `would share with ${list(groups)}, ${nights(shared)}`,
  sharedPeople,
  sharedOfAge: (group) => `${sharedPeople(group)} (aged ${group.ageBand})`,
  until: (exit) => `until ${shortDay(exit)}`,
  untilNote: "latest exit",
  noLimit: "no maximum stay",
  span: { months: (n) => (n === 1 ? "1 month" : `${n} months`), weeks: (n) => (n === 1 ? "1 week" : `${n} weeks`), days: (n) => (n === 1 ? "1 day" : `${n} days`) },
  freeFrom: (from) => `free from ${day(from)}`,
  restsOnExit: "if who is there leaves as planned",
  daysLater: (days) => (days === 1 ? "1 day later" : `${days} days later`),
  awaitsDeparture: "awaits today’s exit",
  assign: "Assign",
  assignFrom: (from) => `Assign from ${dayAndMonth(from)}`,
  assignUnitFrom: (unit, facility, from) => `Assign from ${dayAndMonth(from)}: ${unit}, ${facility}`,
  assignUnit: (unit, facility) => `Assign ${unit}, ${facility}`,
  why: "Why",
  whyUnit: (unit, facility) => `Why: ${unit}, ${facility}`,
  checksOf: (unit) => `Conditions of ${unit}`,
  passed: "met",
  failed: "not met",
  moreReasons: (count) => (count === 1 ? "and 1 more reason" : `and ${count} more reasons`),
  verdict: ({ fit, later }) => [fit === 0 ? "No unit fits" : fit === 1 ? "1 unit fits" : `${fit} units fit`, later === 0 ? null : `${later} later`].filter(Boolean).join(", "),
  examined: (count, municipality) => `${units(count)} examined in ${municipality}.`,
  excludedBy: "What excludes them",
  excludedNote: "A unit may have several reasons.",
  smallChange: "With a small change",
  changeWithout: (features) => `Without ${list(features.map((feature) => `“${feature}”`))}`,
  changeUntil: (exit) => `Exit by ${day(exit)}`,
  changeFrom: (arrival) => `From ${day(arrival)}`,
  changeKind: (kind) => `Kind “${kind}”`,
  alsoIn: (municipality) => `Also in ${municipality} (network)`,
  plusUnits: (count) => `+${units(count)}`,
  nothingTitle: "No unit to show",
  nothingText: "There are no units of this kind here. Try all kinds.",
  nothingAtAll: "This municipality has no facilities with units yet.",
  nothingAction: "Show all kinds",
  stillLooking: "Searching",
  failedSearch: "The search did not work.",
  clock: "Stay clock",
  clockTakes: (taken, left) => `This stay takes ${nights(taken)} of the ${left} still possible`,
  clockWhere: (unit, facility, exit) => `${unit}, ${facility}: until ${day(exit)} at the latest`,
};
