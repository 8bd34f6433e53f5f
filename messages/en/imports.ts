import { dayIn } from "../days";
import type { ImportWords } from "../import-words";

const day = (value: string) => dayIn("en", value);
const row = (number: number | undefined) => (number === undefined ? "" : ` (row ${number})`);

const WHAT = { stay: "the stay", offer: "the offer", closure: "the closure", turnaround: "the turnaround after" };

export const imports: ImportWords = {
  kinds: {
    facilities:
      "Facilities: one row per bed, with its unit and its facility. Dates, gender policy and features are what holds for the bed; what all beds of a facility have in common is kept at the facility. Without the columns flat and bed_kind these stay as they are.",
    households:
      "Households: one row per person, exactly one head. Without member_from a new member has belonged to the household since 1900-01-01. The needs of a household are those of all its rows; those that reveal health are kept encrypted, never exported, and stay when the file names none.",
    stays:
      "Stays: one row per person, bed and uninterrupted time; rows with the same placement_id are one placement. Without a status: ended with an actual exit, in house from the arrival on, else planned. bed_id is empty only where a bed is needed or the stay came to nothing; then unit_id says where. municipality is needed only when several have the same ids. Eligibility and maximum stay are not checked, overlaps and opening dates are; turnaround is 0.",
  },
  refusals: {
    wrong_encoding: () => "The file is not UTF-8: save it as “CSV UTF-8” and try again.",
    malformed_csv: () => "The row cannot be read: check the quotation marks, which are opened and closed.",
    too_many_rows: (f) => `The file has more than ${f.most.toLocaleString("en")} rows: send it in several files.`,
    missing_column: (f) => `The column ${f.column} is missing. template.csv has all columns.`,
    duplicate_column: (f) => `The column ${f.column} is there more than once: keep one.`,
    wrong_cell_count: (f) => `The row has ${f.found} cells, the header has ${f.expected}.`,
    missing_value: () => "The value is missing.",
    too_long: () => "The text is too long.",
    invalid_date: () => "The date does not exist or is not written like 2027-03-31.",
    invalid_code: (f) => `The code is not allowed. Possible codes: ${f.allowed.join(", ")}.`,
    invalid_list: () => "The list holds a code that is not valid: lower case letters, digits and _, separated by |.",
    exit_before_arrival: () => "The exit is before the arrival.",
    date_in_future: () => "The date is in the future: only what has happened is imported as having happened.",
    until_before_from: () => "The end comes before the beginning.",
    status_contradicts_dates: (f) => `The status ${f.status} contradicts the actual dates.`,
    unknown_municipality: () => "No municipality has this codice catastale.",
    not_allowed: () => "You may not import data of this municipality.",
    unknown_household: (f) => `The household ${f.id} is not known: import the households first.`,
    unknown_person: (f) => `The person ${f.id} is not known: import the households first.`,
    unknown_bed: (f) => `The bed ${f.id} is not known: import the facilities first.`,
    unknown_unit: (f) => `The unit ${f.id} is not known: import the facilities first.`,
    ambiguous_reference: () => "The ids exist in several municipalities: add the column municipality.",
    duplicate: (f) => `The row repeats row ${f.otherRow}.`,
    differs_from_row: (f) => `The value differs from that of row ${f.otherRow}, which is about the same thing.`,
    unit_in_other_facility: (f) => `The unit belongs to the facility ${f.other}: it does not move.`,
    bed_in_other_unit: (f) => `The bed belongs to the unit ${f.other}: it does not move.`,
    name_taken: (f) => `In this unit the bed ${f.other}${row(f.otherRow)} already has the name.`,
    letting_in_use: () => "The letting cannot be changed: the unit has had stays or offers.",
    bed_in_use: (f) => `The bed is taken from ${day(f.from)} to ${day(f.until)}: its opening dates have to include that.`,
    facility_incomplete: () => "The change is about the whole facility: put all of its beds in the file.",
    head_missing: (f) => `The household ${f.id} has no head (role head).`,
    several_heads: (f) => `The household ${f.id} has more than one head (role head).`,
    person_in_other_household: (f) => `On the same days the person belongs to the household ${f.other}${row(f.otherRow)}.`,
    not_a_member: (f) => `The person ${f.person} does not belong to the household ${f.household}.`,
    household_differs: (f) => `The placement is of the household ${f.other}.`,
    bed_not_open: (f) => `The bed is not open all the time: it opens ${f.opensOn ? `on ${day(f.opensOn)}` : "any time"}${f.closesOn ? ` and closes on ${day(f.closesOn)}` : ""}.`,
    bed_taken: (f) => `The bed ${f.bed} is taken from ${day(f.from)} to ${day(f.until)} by ${WHAT[f.kind]} ${f.other}${row(f.otherRow)}.`,
    bed_occupied: (f) => `In the bed ${f.bed}, or elsewhere, somebody has not left yet: ${f.other}${row(f.otherRow)}.`,
    person_already_placed: (f) => `The person ${f.person} is in another place from ${day(f.from)} to ${day(f.until)}: ${f.other}${row(f.otherRow)}.`,
    group_rejected: (f) => `The row goes together with row ${f.otherRow}, which is refused.`,
    changed_meanwhile: () => "The data changed during the import, or the file contradicts it: nothing was imported, try again.",
  },
};
