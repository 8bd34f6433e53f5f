import { expect, test } from "vitest";
import { compositionsOf, isLawfullyResident, type MemberRole, type PartyMember } from "./people";

const member = (birthDate: string, role: MemberRole = "other", fields: Partial<PartyMember> = {}): PartyMember => ({ personId: birthDate, role, birthDate, gender: "female", citizenship: null, residencePermit: null, ...fields });
const [adult, partner, child] = [member("1990-01-01", "head"), member("1991-01-01", "partner"), member("2020-01-01", "child")];

test.each([
  ["one adult", [adult], ["single"]],
  ["two partners", [adult, partner], ["couple", "adults"]],
  ["two adults who are no couple", [adult, member("1970-01-01")], ["adults"]],
  ["two partners and a grown-up", [adult, partner, member("1970-01-01")], ["adults"]],
  ["one adult and a child", [adult, child], ["single_parent", "family_with_minors"]],
  ["two adults and a child", [adult, partner, child], ["family_with_minors"]],
  ["a child alone", [child], ["unaccompanied_minor"]],
  ["18 on the day", [member("2009-03-10", "head")], ["single"]],
  ["18 the day after", [member("2009-03-11", "head")], ["unaccompanied_minor"]],
  ["nobody", [], []],
])("%s", (_case, members, expected) => {
  expect(compositionsOf({ members, needs: [], known: true }, "2027-03-10")).toEqual(expected);
});

const permit = (expiresOn: string, renewalRequestedOn: string | null = null) => ({ kind: "work", expiresOn, renewalRequestedOn });
test.each([
  ["Italian", "IT", null, true],
  ["of the EU", "HR", null, true],
  ["of the EEA", "LI", null, true],
  ["Swiss", "CH", null, true],
  ["British", "GB", null, false],
  ["not known", null, null, false],
  ["stateless", "XXA", null, false],
  ["with a permit until the day", "MA", permit("2027-03-10"), true],
  ["with a permit until the day before", "MA", permit("2027-03-09"), false],
  ["with a receipt of that day", "MA", permit("2027-01-01", "2027-03-10"), true],
  ["with a receipt of the day after", "MA", permit("2027-01-01", "2027-03-11"), false],
])("a citizen %s is lawfully resident: %4$s", (_case, citizenship, residencePermit, expected) => {
  expect(isLawfullyResident(member("1990-01-01", "head", { citizenship, residencePermit }), "2027-03-10")).toBe(expected);
});
