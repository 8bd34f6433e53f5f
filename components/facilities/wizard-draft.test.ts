import { expect, test } from "vitest";
import { faultOf, rowsOf, unitsOf, type UnitRow } from "./wizard-draft";

const sortName = { flat: "Appartamento", room: "Stanza", unit: "Alloggio" };
const cotName = (position: number) => `Culla ${position}`;
let rows = 0;
const newId = () => `r${++rows}`;
const row = (fields: Partial<UnitRow>): UnitRow => ({ id: newId(), pattern: "Stanza", flat: "", letting: "by_bed", count: 1, beds: 2, cots: 0, sort: "single", ...fields });

test("three flats of 4, 4 and 3 are two rows, and their numbers go on from one to the next", () => {
  const made = rowsOf([{ sort: "flat", beds: [4, 4, 3], cots: 1 }], { newId, sortName });
  expect(made.map(({ count, beds, cots, letting }) => [count, beds, cots, letting])).toEqual([[2, 4, 1, "whole_unit"], [1, 3, 1, "whole_unit"]]);
  const units = unitsOf({ rows: made, names: {} }, cotName);
  expect(units.map(({ name, beds }) => `${name}: ${beds.map((bed) => bed.name).join(" ")}`)).toEqual(["Appartamento 1: 1 2 3 4 Culla 1", "Appartamento 2: 1 2 3 4 Culla 1", "Appartamento 3: 1 2 3 Culla 1"]);
});

test("a name changed by hand stays; numbers begin again in another flat; bunks are two to a frame", () => {
  const [first, second] = [row({ count: 2, sort: "bunk", beds: 3 }), row({ flat: "Mansarda" })];
  const units = unitsOf({ rows: [first, second], names: { [`${first.id}.1`]: "Studio" } }, cotName);
  expect(units.map(({ name, flat }) => `${flat}/${name}`)).toEqual(["/Stanza 1", "/Studio", "Mansarda/Stanza 1"]);
  expect(units[0]?.beds.map(({ kind }) => kind)).toEqual(["bunk_lower", "bunk_upper", "bunk_lower"]);
});

test.each([
  ["two have one name", [row({ count: 2 })], (id: string) => ({ [`${id}.1`]: "stanza 1" }), { code: "namesTwice", name: "stanza 1" }],
  ["one has no name", [row({})], (id: string) => ({ [`${id}.0`]: " " }), { code: "nameMissing" }],
  ["there are more than may be made at once", [row({ count: 201 })], () => ({}), { code: "tooMany" }],
  ["all is well", [row({ count: 3 })], () => ({}), null],
])("units cannot be made when %s", (_case, made, names, fault) => {
  expect(faultOf(unitsOf({ rows: made, names: names(made[0]?.id ?? "") }, cotName))).toEqual(fault);
});
