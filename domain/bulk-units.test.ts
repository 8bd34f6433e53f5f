import { expect, test } from "vitest";
import { type BulkFailure, type BulkGroup, MOST_BEDS, MOST_BEDS_IN_UNIT, MOST_UNITS, parseBulkUnits } from "./bulk-units";

const flats = (beds: number[], cots = 0): BulkGroup => ({ sort: "flat", beds, cots });
const rooms = (beds: number[], cots = 0): BulkGroup => ({ sort: "room", beds, cots });
const units = (beds: number[], cots = 0): BulkGroup => ({ sort: "unit", beds, cots });
const times = (count: number, beds: number) => Array.from({ length: count }, () => beds);

test.each<[string, BulkGroup[]]>([
  ["3 appartamenti, 4+4+3 letti", [flats([4, 4, 3])]],
  ["3 flats, 4+4+3 beds", [flats([4, 4, 3])]],
  ["3 Appartamenti: 4 + 4 + 3 posti letto", [flats([4, 4, 3])]],
  ["3 appartamenti, 4, 4, 3", [flats([4, 4, 3])]],
  ["4+4+3", [units([4, 4, 3])]],
  ["4+4+3 letti", [units([4, 4, 3])]],
  ["10 stanze da 2", [rooms(times(10, 2))]],
  ["10 rooms of 2", [rooms(times(10, 2))]],
  ["10 stanze, 2 letti ciascuna", [rooms(times(10, 2))]],
  ["10 rooms, 2 beds each", [rooms(times(10, 2))]],
  ["5 alloggi con 3 letti", [units(times(5, 3))]],
  ["3 x 4", [units(times(3, 4))]],
  ["3x4 letti", [units(times(3, 4))]],
  ["un appartamento da 6", [flats([6])]],
  ["una stanza, quattro letti", [rooms([4])]],
  ["a flat with five beds", [flats([5])]],
  ["1 dormitorio da 20", [rooms([20])]],
  ["2 camere doppie", [rooms([2, 2])]],
  ["2 double rooms", [rooms([2, 2])]],
  ["3 triple", [rooms([3, 3, 3])]],
  ["2 singole e 1 doppia", [rooms([1, 1]), rooms([2])]],
  ["2 camere doppie e 1 stanza da 3", [rooms([2, 2]), rooms([3])]],
  ["2 flats of 4 and 3 rooms of 1", [flats([4, 4]), rooms([1, 1, 1])]],
  ["3 appartamenti da 4, 2 stanze da 2", [flats([4, 4, 4]), rooms([2, 2])]],
  ["3 appartamenti da 4; 2 stanze da 2", [flats([4, 4, 4]), rooms([2, 2])]],
  ["2 stanze da 2\n1 stanza da 3", [rooms([2, 2]), rooms([3])]],
  ["2 stanze da 3 e 1 culla", [rooms([3, 3], 1)]],
  ["2 rooms of 3 with 2 cots", [rooms([3, 3], 2)]],
  ["3 appartamenti, 4+4+3 letti e una culla", [flats([4, 4, 3], 1)]],
  ["2 stanze da 3 con culla", [rooms([3, 3], 1)]],
  [`${MOST_UNITS} stanze da 1`, [rooms(times(MOST_UNITS, 1))]],
])("%s", (text, groups) => {
  expect(parseBulkUnits(text)).toEqual({ ok: true, value: groups });
});

test.each<[string, BulkFailure]>([
  ["", { code: "nothing_said" }],
  ["  , ", { code: "nothing_said" }],
  ["3 appartamenti, 4+4 letti", { code: "counts_differ", units: 3, counts: 2 }],
  ["2 flats, 4+4+3", { code: "counts_differ", units: 2, counts: 3 }],
  ["3 appartamenti, 12 letti", { code: "each_or_all", units: 3, beds: 12 }],
  ["3 appartamenti", { code: "beds_missing", group: "3 appartamenti" }],
  ["2 stanze da 2, 3 appartamenti", { code: "beds_missing", group: "3 appartamenti" }],
  ["0 stanze da 2", { code: "beds_missing", group: "0 stanze da 2" }],
  ["3 stanze da 0", { code: "beds_missing", group: "3 stanze da 0" }],
  ["3 tende da 2", { code: "not_understood", word: "tende" }],
  ["3 stanze da 2!", { code: "not_understood", word: "!" }],
  ["-3 stanze da 2", { code: "not_understood", word: "-" }],
  [`${MOST_UNITS + 1} stanze da 1`, { code: "too_many_units", most: MOST_UNITS }],
  ["99999999999 rooms of 2", { code: "too_many_units", most: MOST_UNITS }],
  [`1 stanza da ${MOST_BEDS_IN_UNIT + 1}`, { code: "too_many_beds", most: MOST_BEDS_IN_UNIT }],
  ["100 stanze da 11", { code: "too_many_beds", most: MOST_BEDS }],
])("%s is not made: the reason is told", (text, failure) => {
  expect(parseBulkUnits(text)).toEqual({ ok: false, failure });
});
