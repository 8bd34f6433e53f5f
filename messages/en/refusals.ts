import { dayIn } from "../days";
import type { RefusalMessages } from "../refusal-words";
import type { InTheWay } from "@/domain/refusals";

const day = (value: string) => dayIn("en", value);
const beds = (count: number) => (count === 1 ? "1 bed" : `${count} beds`);
const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

const KINDS: Record<InTheWay["kind"], string> = { stay: "A stay", offer: "An offer", closure: "A closure", turnaround: "Turnaround" };

function blocked(blockedBy: readonly InTheWay[]): string {
  const [first] = [...blockedBy].sort((a, b) => (a.blockedUntil > b.blockedUntil ? -1 : 1));
  if (!first) return "";
  return ` ${KINDS[first.kind]} from ${day(first.from)} to ${day(first.until)} is in the way: the bed is free again from ${day(first.blockedUntil)}.`;
}

const STATES: Record<string, string> = {
  planned: "planned", in_house: "in house", ended: "ended", cancelled: "cancelled", no_show: "a no-show", needs_bed: "without a bed",
};

const POLICIES = { women: "for women", men: "for men", family: "for families with minors", mixed: "open to everybody" };

export const refusals: RefusalMessages = {
  refusals: {
    wrong_state: (f) => f.record === "closure" ? "This closure has already been cancelled: nothing more is needed." : f.record === "extension" ? `This extension has already been ${f.status}. If it is still needed, ask for another one.` : f.record === "case" ? (f.status === "closed" ? "The case is closed: reopen it to change it." : "The case is open already: nothing more is needed.") : `Not possible: the placement is ${STATES[f.status] ?? f.status}. Reload to see the possible steps.`,
    date_in_future: (f) => `${day(f.date)} lies in the future: only what has happened is recorded, up to today, ${day(f.today)}.`,
    closed_before_opened: (f) => `The case began on ${day(f.from)} and cannot be closed on ${day(f.date)}. Give a day from ${day(f.from)} on.`,
    exit_before_arrival: (f) => `The exit (${day(f.exit)}) is before the arrival (${day(f.arrival)}). Give an exit from ${day(f.arrival)} on.`,
    transfer_before_arrival: (f) => `Nobody has arrived yet: the place that is planned changes from the day of arrival, ${day(f.arrival)}. Give that date, or record the transfer on the day it happens.`,
    transferred_since: (f) => `There was a transfer or a division of the household after the arrival, on ${day(f.on)}: the arrival cannot be removed. Its day can be corrected, or the departure recorded.`,
    new_placement_needed: () => "From an emergency shelter to a bridge accommodation begins a new placement, under its own rule. Record the departure and assign the new place, or ask a manager to transfer the household: then the placement goes on.",
    rule_not_for_place: () => "This rule is not about the facility where the household is. Choose one of those that are.",
    exit_before_today: (f) => `The planned exit cannot be before today, ${day(f.today)}. If the people have left, record the departure.`,
    unit_too_small: (f) => `${beds(f.needed)} are needed, the unit has ${f.beds}. Choose a bigger unit.`,
    household_incomplete: (f) => `A household is placed whole: ${people(f.missing.length)} missing. Add them, or give the reason for the split.`,
    not_a_member: (f) => `Some of the people named are not part of this placement on ${day(f.on)}. Check the household’s members.`,
    bed_not_in_unit: () => "One of the beds named is not in this unit. Choose among the unit’s beds.",
    person_already_placed: (f) => `A member of the household already has a place from ${day(f.from)} to ${day(f.until)}. Choose other dates, or end that placement first.`,
    extension_not_needed: (f) => f.latestExit === null ? "No rule limits the stay here: just change the exit date." : `Until ${day(f.latestExit)} no extension is needed: just change the exit date.`,
    max_extensions_reached: (f) => f.maxExtensions === 0 ? `The rule allows no extensions: the stay ends on ${day(f.latestExit)}. Beyond that a manager must override the rule.` : `All extensions the rule allows have been granted (${f.granted} of ${f.maxExtensions}): the stay ends on ${day(f.latestExit)}. Beyond that a manager must override the rule.`,
    max_stay_exceeded: (f) => {
      const used = f.clock ? `With other placements the household has used ${f.clock.usedNights} of the ${f.clock.allowanceNights} nights of the rule. ` : "";
      const why = f.isForPlans ? ": longer would take nights from a placement that is planned" : "";
      const anew = f.clock?.resetsOn ? `, or an arrival from ${day(f.clock.resetsOn)}: the clock begins anew then` : "";
      return `${used}The stay may last until ${day(f.latestExit)} at most${why}. Choose an exit by that day${anew}.`;
    },
    not_eligible: (f) => `The household does not meet ${f.checks.length === 1 ? "one condition" : `${f.checks.length} conditions`} of the unit: see the checks and their remedies.`,
    extension_pending: (f) => `An extension until ${day(f.exit)} has been asked for and awaits a decision. Withdraw it before asking for another one.`,
    nobody_would_stay: () => "Nobody would stay in the household: name only those who leave it.",
    nobody_of_that_name: () => "Nobody in the network with this name and birth date has nights that count here: there is nothing to decide. Reload the page.",
    unit_let_whole: () => "The unit is let whole to one household: first transfer those who leave to another unit, then divide the household.",
    already_there: () => "The people are in these beds already: there is nothing to transfer. Choose other beds or another unit.",
    no_transfer: () => "No transfer is recorded in this placement: its day cannot be corrected. Name only those who were transferred, or record the transfer with the date on which it happened.",
    nothing_to_correct: () => "All of it is recorded like this already: there is nothing to correct. Change at least one thing.",
    bed_not_open: () => "The bed is not open for the whole period. Choose other dates or another unit.",
    bed_occupied: (f) => `Somebody is still in the bed. Record their departure first.${blocked(f.blockedBy)}`,
    bed_taken: (f) => `The bed is not free for the whole period.${blocked(f.blockedBy)}`,
    bed_in_use: (f) => `The bed is in use until ${day(f.lastBlockedDay)}: it can be closed after that day.`,
    name_taken: (f) => `The name “${f.name}” is already used here. Choose another one.`,
    email_taken: () => "A user has this e-mail address already. Take another, or ask whoever administers the users.",
    last_administrator: () => "This is the last person who administers the whole network: give somebody else that role first.",
    password_too_short: (f) => `The password must have at least ${f.minimum} characters: a phrase will do.`,
    password_too_long: (f) => `The password may have at most ${f.maximum} characters.`,
    password_is_email: () => "The password cannot be the e-mail address. Choose another.",
    password_known: () => "This password is one that is known or easily guessed. Choose a phrase of several words that only you know.",
    wrong_password: () => "The present password is not correct. Check it and try again.",
    reset_expired: () => "The link is no longer valid: it lasts 30 minutes and works once. Ask for another.",
  },
  checks: {
    size: (f, passed) => (passed ? `${beds(f.needed)} of ${f.beds}` : `${beds(f.needed)} needed, the unit has ${f.beds}.`),
    opening: (f, passed) => (passed ? "Open for the whole period" : `${f.open === 0 ? "No bed" : `Only ${beds(f.open)}`} open for the whole period, ${f.needed} needed.`),
    free_beds: (f, passed) => (passed ? "Beds free for the whole period" : `${f.free === 0 ? "No bed" : beds(f.free)} free, ${f.needed} needed.`),
    letting: (f) => (f.letting === "by_bed" ? "Let by bed, shared with others" : f.spareBeds === 0 ? "Whole unit" : `Whole unit, ${beds(f.spareBeds)} more than needed`),
    max_stay: (f, passed) => (f.latestExit === null ? "No maximum stay" : passed ? `Within the limit, until ${day(f.latestExit)}` : `The maximum stay ends on ${day(f.latestExit)}${f.usedNights > 0 ? `: ${f.usedNights === 1 ? "1 night is" : `${f.usedNights} nights are`} used in other placements` : ""}.${f.resetsOn ? ` The clock begins anew with an arrival from ${day(f.resetsOn)}.` : ""}`),
    gender_policy: (f, passed) => (passed ? `Unit ${POLICIES[f.policy]}` : f.until ? `Unit ${POLICIES[f.policy]}: a member comes of age on ${day(f.until)}.` : `Unit ${POLICIES[f.policy]}.`),
    minors: (f, passed) => (passed ? "No minor with unrelated adults" : `A minor would share the room with unrelated adults for ${f.nights === 1 ? "1 night" : `${f.nights} nights`}.`),
    features: (f, passed) => (passed ? "Has the features asked for" : f.missing.length > 0 ? "Some features asked for are missing." : "Has features to be avoided."),
    lawful_residence: (f, passed) => (f.isAssumed ? "Lawful residence: to be checked when assigning" : passed ? "Lawfully resident" : `Lawful residence not documented for ${people(f.personIds.length)}.`),
    household_size: (f, passed) => (passed ? `Household of ${people(f.size)}` : `Household of ${people(f.size)}; admitted${f.min ? ` from ${f.min}` : ""}${f.max ? ` up to ${f.max}` : ""}.`),
    composition: (_f, passed) => (passed ? "Composition admitted" : "The household’s composition is not admitted here."),
    gender: (_f, passed) => (passed ? "Gender admitted" : "An adult’s gender is not admitted here."),
    age: (f, passed) => (passed ? "Age admitted" : `Age not admitted:${f.min !== null ? ` from ${f.min}` : ""}${f.max !== null ? ` up to ${f.max}` : ""} years.`),
    citizenship: (f, passed) => (f.isAssumed ? "Citizenship: to be checked when assigning" : passed ? "Citizenship admitted" : "Citizenship not admitted by the programme, or not known."),
    going_on: () => "From an emergency shelter to a bridge accommodation begins a new placement.",
    needs_accepted: (_f, passed) => (passed ? "Accepts the household’s needs" : "The place is kept for people with other needs."),
  },
  remedies: {
    bigger_unit: "Look for a bigger unit.",
    wait: "Choose dates on which the beds are free.",
    later_arrival: "Choose dates on which the unit is open.",
    whole_unit: "Look for a whole unit.",
    other_unit: "Look for another unit.",
    leave_earlier: "Plan the exit before that day.",
    shorter_stay: "Shorten the stay.",
    wait_for_clock: "Choose an arrival from the day the stay clock begins anew.",
    ask_fewer_features: "Ask for one feature less.",
    document_needed: "Record a permit valid on arrival, or the receipt of its renewal.",
    citizenship_needed: "Record the citizenship in the file.",
    new_placement: "Record the departure and assign the place, or ask a manager to transfer the household.",
    manager_override: "Ask the manager for an override.",
  },
  warnings: {
    too_big_for_cot: () => "A cot was given to somebody of three years or more: check the beds.",
    exit_shortened: (f) => `The planned exit was brought forward to the limit${f.latestExit ? `, ${day(f.latestExit)}` : ""}.`,
  },
  problems: {
    malformed: "The request is not well formed: see the fields named.",
    unauthenticated: "Sign in to go on: the session is missing or has ended.",
    forbidden: "Your role does not allow this. Ask whoever keeps the users.",
    own_request: "You asked for this yourself: another manager has to decide.",
    other_organisation: "The facility is run by another organisation: only its people may act there.",
    cross_site: "The request does not come from this site and was not carried out.",
    not_found: "Not found: the address or id does not exist in this municipality.",
    stale: "Somebody has changed this record in the meantime. Reload and try again.",
    idempotency_conflict: "The idempotency key was already used for a different request.",
    too_large: "The request is too large.",
    unsupported_media_type: "The content type is not the one expected.",
    too_many_requests: "Too many requests: try again shortly.",
    unavailable: "The database does not answer at the moment. Try again shortly.",
    internal: "Something unexpected happened; nothing was changed.",
    method_not_allowed: "This method is not available at the address.",
  },
};
