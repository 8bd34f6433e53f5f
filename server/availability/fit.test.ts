import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, startApi } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltUnit, type Found, type ToldCheck } from "@/test/builders";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-01" });
  manager = await api.as("manager");
});
afterAll(() => api.close());

type Answer = { items: Found[]; excludedBy: { code: string; units: number }[]; examined: number };
type Person = NonNullable<Parameters<typeof aHousehold>[1]>[number];

const woman: Person = { gender: "female", birthDate: "1990-05-05" };
const man: Person = { gender: "male", birthDate: "1988-01-01" };
const boyOf = (birthDate: string): Person => ({ gender: "male", birthDate, role: "child" });

const search = (unit: { facilityId: string }, rest: string) => manager<Answer>("GET", `/availability?municipality=G478&facilityId=${unit.facilityId}&includeUnfit=true&${rest}`);

async function place(unit: BuiltUnit, household: BuiltHousehold, from: string, until: string) {
  return manager<{ code?: string; checks?: ToldCheck[] }>("POST", "/placements", { body: { householdId: household.id, unitId: unit.id, arrival: from, exit: until } });
}

/** The codes of the checks that fail, once each is told in words with a remedy, and booking agrees. */
async function failing(unit: BuiltUnit, household: BuiltHousehold, from = "2027-03-10", until = "2027-03-20"): Promise<string[]> {
  const { body } = await search(unit, `householdId=${household.id}&from=${from}&until=${until}`);
  const item = body.items.find(({ unitId }) => unitId === unit.id);
  const failed = item?.checks?.filter(({ passed }) => !passed) ?? [];
  for (const told of item?.checks ?? []) expect(told, JSON.stringify(told)).toMatchObject({ code: expect.stringMatching(/^[a-z_]+$/), detail: expect.stringMatching(/\S+ \S+/) });
  for (const told of failed) expect(told, JSON.stringify(told)).toMatchObject({ passed: false, remedy: expect.stringMatching(/^[a-z_]+$/), remedyDetail: expect.stringMatching(/\S/) });
  expect(item?.fits).toBe(failed.length === 0);
  expect(body.excludedBy).toEqual(failed.map(({ code }) => ({ code, units: 1 })).sort((a, b) => (a.code < b.code ? -1 : 1)));

  const placed = await place(unit, household, from, until);
  expect(placed.status === 201, `${JSON.stringify(failed)} ${JSON.stringify(placed.body)}`).toBe(failed.length === 0);
  return failed.map(({ code }) => code);
}

describe("gender", () => {
  test.each<[string, string, Person[], string[]]>([
    ["a woman in a women's room", "women", [woman], []],
    ["a man in a women's room", "women", [man], ["gender_policy"]],
    ["a man in a men's room", "men", [man], []],
    ["a mother with a small boy in a women's room", "women", [woman, boyOf("2020-01-01")], []],
    ["a mother with a boy who is 18 on the exit day", "women", [woman, boyOf("2009-03-20")], []],
    ["a mother with a boy who is 18 on the last night", "women", [woman, boyOf("2009-03-19")], ["gender_policy"]],
    ["a mother with a son who is 18 on arrival", "women", [woman, boyOf("2009-03-10")], ["gender_policy"]],
    ["a girl who comes of age in a men's room with her father", "men", [man, { gender: "female", birthDate: "2009-03-15", role: "child" }], ["gender_policy"]],
    ["somebody of other gender in a women's room", "women", [{ gender: "other" }], ["gender_policy"]],
    ["somebody of unknown gender in a mixed room", "mixed", [{ gender: "unknown" }], []],
    ["a family in a room for families", "family", [man, boyOf("2020-01-01")], []],
    ["adults in a room for families", "family", [man, woman], ["gender_policy"]],
    ["a family whose only minor comes of age on the last night", "family", [man, boyOf("2009-03-19")], ["gender_policy"]],
    ["a family whose only minor comes of age on the exit day", "family", [man, boyOf("2009-03-20")], []],
    ["somebody of other gender with a child in a room for families", "family", [{ gender: "other" }, boyOf("2020-01-01")], []],
  ])("%s", async (_case, genderPolicy, people, expected) => {
    const unit = await aUnit(manager, 3, { genderPolicy });
    expect(await failing(unit, await aHousehold(manager, people))).toEqual(expected);
  });

  test("of the room counts before the facility's", async () => {
    const unit = await aUnit(manager, 1, { genderPolicy: "mixed" }, { genderPolicy: "women" });
    expect(await failing(unit, await aHousehold(manager, [man]))).toEqual([]);
    const inheriting = await aUnit(manager, 1, {}, { genderPolicy: "women" });
    expect(await failing(inheriting, await aHousehold(manager, [man]))).toEqual(["gender_policy"]);
  });
});

describe("minors and unrelated adults in one room", () => {
  const family = [woman, boyOf("2020-01-01")];
  test.each<[string, Person[], Person[], string, string, string, string[]]>([
    ["an adult after a family", family, [man], "by_bed", "2027-03-19", "2027-03-22", ["minors"]],
    ["an adult from the family's exit day on", family, [man], "by_bed", "2027-03-20", "2027-03-22", []],
    ["a family after an adult", [man], family, "by_bed", "2027-03-08", "2027-03-11", ["minors"]],
    ["a family that leaves on the adult's arrival day", [man], family, "by_bed", "2027-03-08", "2027-03-10", []],
    ["two families: each child with the other's mother", family, family, "by_bed", "2027-03-10", "2027-03-12", ["minors"]],
    ["two adults", [man], [man], "by_bed", "2027-03-10", "2027-03-12", []],
    ["an adult beside one who comes of age on that adult's first night", [woman, boyOf("2009-03-15")], [man], "by_bed", "2027-03-15", "2027-03-18", []],
    ["an adult beside one who comes of age a night later", [woman, boyOf("2009-03-16")], [man], "by_bed", "2027-03-15", "2027-03-18", ["minors"]],
  ])("%s", async (_case, first, second, letting, from, until, expected) => {
    const unit = await aUnit(manager, 6, { letting });
    await aPlacement(manager, unit, "2027-03-10", "2027-03-20", { householdId: (await aHousehold(manager, first)).id });
    expect(await failing(unit, await aHousehold(manager, second), from, until)).toEqual(expected);
  });

  test("who would share is shown by age band and gender, without names", async () => {
    const unit = await aUnit(manager, 2);
    await aPlacement(manager, unit, "2027-03-10", "2027-03-20", { householdId: (await aHousehold(manager, [man])).id });
    const { body } = await search(unit, "from=2027-03-18&until=2027-03-25");
    expect(body.items[0]).toMatchObject({ sharedWith: [{ ageBand: "30-54", gender: "male", nights: 2 }] });
    expect(JSON.stringify(body)).not.toMatch(/Ada|Prova/);
  });
});

describe("lawful residence", () => {
  const permit = (expiresOn: string, renewalRequestedOn: string | null = null) => ({ kind: "asylum", expiresOn, renewalRequestedOn });
  test.each<[string, Person[], string[]]>([
    ["an Italian", [{ citizenship: "IT" }], []],
    ["a citizen of the EU", [{ citizenship: "RO" }], []],
    ["a Norwegian", [{ citizenship: "NO" }], []],
    ["a Swiss", [{ citizenship: "CH" }], []],
    ["a citizen of the United Kingdom", [{ citizenship: "GB" }], ["lawful_residence"]],
    ["not known", [{ citizenship: null }], ["lawful_residence"]],
    ["stateless without a permit", [{ citizenship: "XXA" }], ["lawful_residence"]],
    ["stateless with a permit", [{ citizenship: "XXA", residencePermit: permit("2028-01-01") }], []],
    ["a permit that ends on the arrival day", [{ citizenship: "NG", residencePermit: permit("2027-03-10") }], []],
    ["a permit that ended the day before", [{ citizenship: "NG", residencePermit: permit("2027-03-09") }], ["lawful_residence"]],
    ["a permit that ended, renewal asked", [{ citizenship: "NG", residencePermit: permit("2027-03-09", "2027-02-01") }], []],
    ["a permit that ended, renewal asked after the arrival", [{ citizenship: "NG", residencePermit: permit("2027-03-09", "2027-03-11") }], ["lawful_residence"]],
    ["citizenship not known, a valid permit", [{ citizenship: null, residencePermit: permit("2028-01-01") }], []],
    ["a child without a document", [{}, { birthDate: "2020-01-01", role: "child", citizenship: null }], []],
    ["one of two adults without", [{}, { role: "partner", citizenship: "NG" }], ["lawful_residence"]],
  ])("%s", async (_case, people, expected) => {
    const unit = await aUnit(manager, 2);
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: null, conditions: [{ code: "lawful_residence" }] } });
    expect(await failing(unit, await aHousehold(manager, people))).toEqual(expected);
    if (expected.length > 0) {
      const { body } = await place(unit, await aHousehold(manager, people), "2027-03-10", "2027-03-20");
      expect(body.checks?.find(({ code }) => code === "lawful_residence")).toMatchObject({ passed: false, remedy: "document_needed" });
    }
  });
});

describe("conditions from rules", () => {
  test.each<[string, Record<string, unknown>, Person[], string[]]>([
    ["at most two", { code: "household_size", max: 2 }, [{}, {}, {}], ["household_size"]],
    ["at least two", { code: "household_size", min: 2 }, [{}, {}], []],
    ["families only, a couple", { code: "composition", anyOf: ["family_with_minors"] }, [{}, { role: "partner" }], ["composition"]],
    ["families only, a single parent", { code: "composition", anyOf: ["family_with_minors"] }, [{}, boyOf("2020-01-01")], []],
    ["single parents only, two parents", { code: "composition", anyOf: ["single_parent"] }, [{}, { role: "partner" }, boyOf("2020-01-01")], ["composition"]],
    ["every adult a woman, a boy", { code: "gender", anyOf: ["female"] }, [{}, boyOf("2020-01-01")], []],
    ["every adult a woman, a man", { code: "gender", anyOf: ["female"] }, [{}, man], ["gender"]],
    ["from 18, 18 on arrival", { code: "age", min: 18 }, [{ birthDate: "2009-03-10" }], []],
    ["up to 36, 36", { code: "age", max: 36 }, [{}], []],
    ["up to 35, 36", { code: "age", max: 35 }, [{}], ["age"]],
    ["third country, an Italian", { code: "citizenship", anyOf: ["third_country"] }, [{}], ["citizenship"]],
    ["third country, stateless", { code: "citizenship", anyOf: ["third_country"] }, [{ citizenship: "XXA" }], []],
    ["third country, not known", { code: "citizenship", anyOf: ["third_country"] }, [{ citizenship: null }], ["citizenship"]],
    ["with a need nobody has", { code: "needs_accepted", anyOf: ["wheelchair"] }, [{}], ["needs_accepted"]],
    ["with a feature the unit lacks", { code: "features", allOf: ["lift"] }, [{}], ["features"]],
  ])("%s", async (_case, condition, people, expected) => {
    const unit = await aUnit(manager, 3);
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: null, conditions: [condition] } });
    expect(await failing(unit, await aHousehold(manager, people))).toEqual(expected);
  });

  test("a minor without an adult is admitted by host families, and where a condition says so", async () => {
    const minor = () => aHousehold(manager, [{ birthDate: "2011-01-01" }]);
    expect(await failing(await aUnit(manager, 1), await minor())).toEqual(["composition"]);
    expect(await failing(await aUnit(manager, 1, {}, { kind: "family_hosting" }), await minor())).toEqual([]);
    const community = await aUnit(manager, 1);
    await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: community.facilityId, validFrom: "2020-01-01", maxStay: null, conditions: [{ code: "composition", anyOf: ["unaccompanied_minor"] }] } });
    expect(await failing(community, await minor())).toEqual([]);
  });

  test("of the programme that pays hold as well, for members on the arrival day", async () => {
    const programme = await manager<{ id: string }>("POST", "/programmes", { body: { municipality: "G478", name: `FAMI ${Math.random()}`, conditions: [{ code: "citizenship", anyOf: ["third_country"] }] } });
    const unit = await aUnit(manager, 2, {}, { programmeId: programme.body.id });
    expect(await failing(unit, await aHousehold(manager))).toEqual(["citizenship"]);
    expect(await failing(unit, await aHousehold(manager, [{ citizenship: "NG" }]))).toEqual([]);
  });
});

test("size, places, opening and the maximum stay each have their own no", async () => {
  const facility = await aFacility(manager);
  const [small, taken, closed] = [await aUnit(manager, 1, {}, facility), await aUnit(manager, 2, { name: "taken" }, facility), await aUnit(manager, 2, { name: "closed", opensOn: "2027-03-15" }, facility)];
  await aPlacement(manager, { ...taken, facilityId: facility.id }, "2027-03-12", "2027-03-14");
  await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: facility.id, validFrom: "2020-01-01", maxStay: { weeks: 1 } } });
  const couple = await aHousehold(manager, [woman, man]);
  const { body } = await search({ facilityId: facility.id }, `householdId=${couple.id}&from=2027-03-10&until=2027-03-18`);
  const failed = (unit: { id: string }) => body.items.find(({ unitId }) => unitId === unit.id)?.checks?.filter(({ passed }) => !passed).map(({ code, remedy }) => [code, remedy]);
  expect(failed(small)).toEqual([["size", "bigger_unit"], ["max_stay", "shorter_stay"]]);
  expect(failed(taken)).toEqual([["free_beds", "wait"], ["max_stay", "shorter_stay"]]);
  expect(failed(closed)).toEqual([["opening", "later_arrival"], ["max_stay", "shorter_stay"]]);
  expect(body).toMatchObject({ examined: 3, excludedBy: [{ code: "max_stay", units: 3 }, { code: "free_beds", units: 1 }, { code: "opening", units: 1 }, { code: "size", units: 1 }] });
});

test("features asked and not wanted narrow the search", async () => {
  const unit = await aUnit(manager, 1, { features: ["lift"] }, { features: ["step_free"] });
  const found = async (rest: string) => (await manager<Answer>("GET", `/availability?municipality=G478&facilityId=${unit.facilityId}&from=2027-03-10&until=2027-03-12&${rest}`)).body.items.length;
  expect([await found("features=lift,step_free"), await found("features=kitchen"), await found("withoutFeatures=lift"), await found("withoutFeatures=kitchen")]).toEqual([1, 0, 0, 1]);
  const { body } = await search(unit, "adults=1&adultGenders=female&from=2027-03-10&until=2027-03-12&features=kitchen");
  expect(body.items[0]).toMatchObject({ fits: false, checks: expect.arrayContaining([expect.objectContaining({ code: "features", passed: false, remedy: "ask_fewer_features" })]) });
});

test("a unit let whole tells its spare beds", async () => {
  const unit = await aUnit(manager, 4, { letting: "whole_unit" });
  const { body } = await search(unit, "adults=1&adultGenders=female&from=2027-03-10&until=2027-03-12");
  expect(body.items[0]?.checks?.find(({ code }) => code === "letting")).toMatchObject({ passed: true, facts: { letting: "whole_unit", spareBeds: 3 } });
});

test("what fits is booked and what does not is refused, over random people and rooms", { timeout: 300_000 }, async () => {
  const person = fc.record({
    birthDate: fc.constantFrom("1990-05-05", "2009-03-10", "2009-03-12", "2009-03-14", "2015-01-01"), gender: fc.constantFrom("female", "male", "other"),
    citizenship: fc.constantFrom("IT", "NG", null), residencePermit: fc.constantFrom(null, { kind: "asylum", expiresOn: "2027-03-11" }),
  });
  const people = fc.array(person, { minLength: 1, maxLength: 3 });
  const room = fc.record({ letting: fc.constantFrom("by_bed", "whole_unit"), genderPolicy: fc.constantFrom("women", "men", "mixed", "family"), beds: fc.integer({ min: 1, max: 4 }), lawful: fc.boolean() });
  const nights = fc.record({ from: fc.integer({ min: 8, max: 14 }), nights: fc.integer({ min: 0, max: 6 }) });
  const asDays = ({ from, nights: count }: { from: number; nights: number }) => [`2027-03-${String(from).padStart(2, "0")}`, `2027-03-${String(from + count).padStart(2, "0")}`] as const;

  await fc.assert(
    fc.asyncProperty(room, fc.array(fc.record({ people, nights }), { minLength: 2, maxLength: 4 }), async ({ beds, lawful, ...fields }, seekers) => {
      const unit = await aUnit(manager, beds, fields);
      if (lawful) await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: null, conditions: [{ code: "lawful_residence" }] } });
      for (const seeker of seekers) {
        const [from, until] = asDays(seeker.nights);
        await failing(unit, await aHousehold(manager, seeker.people), from, until);
      }
    }),
    { numRuns: 20, interruptAfterTimeLimit: 90_000 },
  );
});
