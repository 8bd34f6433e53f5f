import { formatsFor } from "../formats";
import type { FileTroubleWords } from "../importing-words";
import type { Words } from "../it";

const { number, list } = formatsFor("en");
const rows = (count: number) => (count === 1 ? "1 row" : `${number(count)} rows`);

const KINDS = { facilities: "Facilities", households: "Households", stays: "Stays" };

const troubles: FileTroubleWords = {
  empty: () => "The file is empty. Choose another, or begin with the template.",
  too_big: ({ megabytes }) => `The file has ${number(megabytes)} MB, at most 100 MB are taken. Split it into several files: their order does not matter.`,
  spreadsheet: () => "This is a spreadsheet, not a CSV file. Open it, save it as “CSV UTF-8” and choose what you saved.",
  not_text: () => "This is not a text file. A CSV file is needed: begin with the template.",
  wrong_encoding: () => "The file is not UTF-8. Save it as “CSV UTF-8” and choose it again.",
  wrong_separator: () => "What parts the columns is not recognised. Save the file with commas or semicolons.",
  other_kind: ({ kind }) => `The columns are those of a file of “${KINDS[kind]}”. Choose “${KINDS[kind]}” above, or another file.`,
};

export const importing: Words["importing"] = {
  title: "Import",
  subtitle: "Facilities, households and stays from a CSV file",
  what: "1. What",
  kind: "What the file holds",
  kinds: KINDS,
  kindHints: {
    facilities: "One row per bed, with its unit and its facility.",
    households: "One row per person; rows with the same household_id are one household, with one head.",
    stays: "One row per person, bed and uninterrupted time. Facilities and households come first.",
  },
  template: "Download the template",
  columns: "The columns, one by one",
  columnsTable: (kind) => `Columns of ${kind}`,
  column: "Column",
  meaning: "What it holds",
  isRequired: "required",
  isOptional: "optional",
  codesAllowed: (codes) => `Codes: ${list(codes)}.`,
  codeMeans: (code, meaning) => `${code} (${meaning})`,
  columnsNote: "The first row holds the names of the columns, in any order. Dates are written 2027-03-31, lists in one cell with | between the codes. Other columns do no harm.",
  columnWords: {
    facilities: {
      facility_id: "Id of the facility in your system: the same in every row of the facility.",
      facility_name: "Name of the facility.",
      municipality: "Land registry code of the municipality, such as G478.",
      kind: "Kind of facility.",
      unit_id: "Id of the unit or room.",
      unit_name: "Name of the unit or room.",
      letting: "Bed by bed, or as a whole to one household.",
      bed_id: "Id of the bed.",
      bed_name: "Name of the bed, the only one of its unit.",
      opens_on: "First day the bed is open; empty: since ever.",
      closes_on: "First day it is no longer open; empty: without an end.",
      gender_policy: "Who may sleep there.",
      features: "Features, such as step_free|cot.",
      flat: "Flat that groups several rooms.",
      bed_kind: "Kind of bed.",
    },
    households: {
      household_id: "Id of the household in your system: the same for each of its members.",
      person_id: "Id of the person.",
      municipality: "Land registry code of the municipality, such as G478.",
      given_name: "Given name.",
      family_name: "Family name.",
      birth_date: "Date of birth.",
      gender: "Gender.",
      role: "Role in the household; exactly one is the head.",
      needs: "Needs, such as step_free|cot. Those of health are kept encrypted.",
      member_from: "Since when they belong to the household; empty: since ever.",
      member_until: "First day they no longer do.",
    },
    stays: {
      placement_id: "Id of the placement: rows that repeat it are one placement.",
      household_id: "The household, by the id of the file of households.",
      person_id: "The person, by the id of the file of households.",
      bed_id: "The bed, by the id of the file of facilities.",
      arrival: "First day, planned or actual.",
      exit: "Planned day of exit: that night the bed is free already.",
      actual_exit: "Day the person truly left; empty if they are still there.",
      exit_reason: "Reason of the exit.",
      destination: "Where they went.",
      status: "Status, where the dates do not tell.",
      actual_arrival: "Actual day of arrival, if another.",
      unit_id: "The unit, where there is no bed.",
      municipality: "Land registry code, if several municipalities have the same ids.",
    },
  },

  file: "2. The file",
  fileLabel: "Drop the CSV file here, or choose it",
  fileHint: "UTF-8, with commas or semicolons, up to 100 MB. Everything is tried first, and nothing saved.",
  choose: "Choose a file",
  sending: "Uploading",
  sent: (sentBytes, wholeBytes) => `${bytes(sentBytes)} of ${bytes(wholeBytes)}`,
  checking: "Checking",
  checkingText: "The file has arrived: rows, references and overlaps are checked one by one.",
  writing: "Importing",
  stop: "Stop",
  troubleTitle: "This file will not do",
  troubles,
  failedPreview: "The check did not get to its end",
  failedImport: "We do not know whether the import got to its end",
  cutPreview: "The connection was cut, or the file was changed after it was chosen. Nothing was saved: try again.",
  cutImport: "The connection was cut. Repeating does no harm: what is in already does not go in twice.",
  tryAgain: "Try again",

  preview: "3. Preview",
  previewText: "Nothing has been saved yet.",
  rowsTile: "Rows",
  createdTile: "New",
  updatedTile: "Change",
  sameTile: "There already",
  rejectedTile: "Refused",
  unreadableTitle: "The file cannot be read",
  goodTitle: "All rows are good",
  nothingTitle: "There is nothing to import",
  nothingText: "All that is in the file is there already, the same.",
  someTitle: (rejected) => (rejected === 1 ? "1 row will not do" : `${number(rejected)} rows will not do`),
  someText: (good) =>
    good === 1
      ? "Mend the file and choose it again; or import only the row that is good: the others stay out and can be imported later."
      : `Mend the file and choose it again; or import only the ${number(good)} rows that are good: the others stay out and can be imported later.`,
  allRefusedTitle: "No row will do",
  allRefusedText: "Mend the file and choose it again.",
  importAll: (count) => `Import ${rows(count)}`,
  importGood: (count) => (count === 1 ? "Import only the good row" : `Import only the ${number(count)} good rows`),
  allOrNothing: "Either all goes in, or nothing.",
  otherFile: "Choose another file",

  rejections: "Refused rows",
  rejectionsListed: (listed) => `The first ${number(listed)} reasons are listed.`,
  rowColumn: "Row",
  reason: "Why, and what would do",
  wholeRow: "the whole row",
  downloadRejections: "Download the list (CSV)",
  rejectionsFile: "refused-rows.csv",
  pages: "Pages of the refused rows",
  previous: "Previous",
  next: "Next",
  pageOf: (page, pages) => `Page ${number(page)} of ${number(pages)}`,

  doneTitle: "Import finished",
  doneRefusedTitle: "Nothing was imported",
  doneText: (created, updated) => `${rows(created)} new, ${rows(updated)} changed.`,
  doneRejected: (count) => (count === 1 ? "1 row stayed out." : `${number(count)} rows stayed out.`),
  repeatText: "The same file can be imported again without harm: what is in already stays as it is.",
  see: { facilities: "Go to the facilities", households: "Go to the households", stays: "Go to the households" },
  another: "Import another file",

  leaveTitle: "The import is under way",
  leaveText: "If you leave this page the upload stops and you will not see how it went. Repeating the same file later does no harm.",
  leave: "Leave the page",
  stay: "Stay here",

  exports: "Export",
  exportsText: (municipality) => `The data of ${municipality} in the columns of the import, to be opened in a spreadsheet. Needs of health do not leave.`,
  exportKind: (kind) => `Download ${kind} (CSV)`,
};

function bytes(count: number): string {
  return count < 1_000_000 ? `${number(Math.ceil(count / 1000))} kB` : `${number(Math.round(count / 100_000) / 10)} MB`;
}
