import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type Found } from "@/test/builders";

let api: Api;
let perugia: Caller;
let torino: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-01" });
  perugia = await api.as("manager");
  torino = await api.as("manager", TORINO);
});
afterAll(() => api.close());

type Elsewhere = { items: { code: string; name: string; units: number }[] };
const nights = "from=2027-03-10&until=2027-03-20";

describe("a place in another municipality", () => {
  beforeAll(async () => {
    await aUnit(perugia, 2, { name: "P1" });
    const there = { municipality: TORINO };
    await aUnit(torino, 2, { name: "T1" }, there);
    await aUnit(torino, 4, { name: "T2", letting: "whole_unit" }, there);
  });

  test("is counted for whoever may search there, and for these people", async () => {
    const coordinator = await api.as("coordinator", null);
    const ask = async (rest: string) => (await coordinator<Elsewhere>("GET", `/availability/elsewhere?municipality=${PERUGIA}&${nights}&${rest}`)).body.items;
    expect(await ask("adults=2")).toEqual([{ code: TORINO, name: "Torino", units: 2 }]);
    expect(await ask("adults=4")).toEqual([{ code: TORINO, name: "Torino", units: 1 }]);
    expect(await ask("adults=5")).toEqual([]);
    expect(await ask("adults=1&kind=hotel")).toEqual([]);
  });

  test("is nobody's else to know", async () => {
    expect((await perugia<Elsewhere>("GET", `/availability/elsewhere?municipality=${PERUGIA}&${nights}`)).body.items).toEqual([]);
    expect((await perugia("GET", `/availability/elsewhere?municipality=${TORINO}&${nights}`)).status).toBe(404);
  });
});

describe("a search that looks ahead", () => {
  const ahead = async (facilityId: string, rest: string) =>
    (await perugia<{ items: (Found & { freeFrom?: string })[] }>("GET", `/availability?municipality=${PERUGIA}&facilityId=${facilityId}&forward=true&includeUnfit=true&${rest}`)).body.items[0];

  test("tells the day from which the whole stay fits, and booking from that day agrees", async () => {
    const unit = await aUnit(perugia, 1);
    await aPlacement(perugia, unit, "2027-03-05", "2027-03-15");
    const item = await ahead(unit.facilityId, `${nights}&adults=1`);
    expect(item).toMatchObject({ fits: false, freeFrom: "2027-03-15" });
    await aPlacement(perugia, unit, "2027-03-15", "2027-03-25");
  });

  test("promises no day on which a minor would share with strangers who come later", async () => {
    const unit = await aUnit(perugia, 2);
    const whole = await aHousehold(perugia, [{}, { givenName: "Bruna" }]);
    await aPlacement(perugia, unit, "2027-03-05", "2027-03-15", { householdId: whole.id });
    expect(await ahead(unit.facilityId, `${nights}&adults=0&minorAges=8`)).toHaveProperty("freeFrom", "2027-03-15");
    await aPlacement(perugia, unit, "2027-03-22", "2027-04-20");
    expect(await ahead(unit.facilityId, `${nights}&adults=0&minorAges=8`)).not.toHaveProperty("freeFrom");
  });

  test("tells until when the beds are free that are free on arrival", async () => {
    const unit = await aUnit(perugia, 1);
    await aPlacement(perugia, unit, "2027-03-18", "2027-04-15");
    const item = await ahead(unit.facilityId, `${nights}&adults=1`);
    expect(item?.checks).toContainEqual(expect.objectContaining({ code: "free_beds", passed: false, facts: expect.objectContaining({ freeUntil: "2027-03-18" }) }));
  });
});

test("a facility that is confirmed on a day that was set is confirmed on that day", async () => {
  itIs("2027-03-01");
  const { id } = await aFacility(perugia);
  await perugia("POST", `/facilities/${id}/confirmation`);
  const { body } = await perugia<{ confirmedAt: string }>("GET", `/facilities/${id}`);
  expect(new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome" }).format(Date.parse(body.confirmedAt))).toBe("2027-03-01");
});
