import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { MOST_BEDS, MOST_UNITS } from "@/domain/bulk-units";
import { type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, freeBeds, step } from "@/test/builders";

const TODAY = "2027-03-10";

type Unit = { id: string; version: number; name: string; flat: string | null; letting: string; features: string[]; genderPolicy: string | null; opensOn: string | null; beds: { id: string; name: string; kind: string; tonight?: string; household?: { code: string } | null }[] };
type Facility = {
  id: string; name: string; units: Unit[]; bedCount: number; freeTonight: number; confirmedByName: string | null;
  tonight: Record<string, number>; today: { arrivals: number; departures: number };
};

let api: Api;
let manager: Caller;
let worker: Caller;
let coordinator: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, worker, coordinator] = [await api.as("manager"), await api.as("social_worker"), await api.as("coordinator", null)];
});
afterAll(() => api.close());

const body = (units: unknown[], fields = {}) => ({ municipality: PERUGIA, name: "Casa Nuova", kind: "cohousing", opensOn: "2027-01-01", units, ...fields });
const beds = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${index + 1}` }));
const made = async () => (await api.owner<{ table: string; rows: number }[]>`
  SELECT 'facility' AS table, count(*)::int AS rows FROM facility UNION SELECT 'unit', count(*)::int FROM unit UNION SELECT 'bed', count(*)::int FROM bed
  UNION SELECT 'flat', count(*)::int FROM flat UNION SELECT 'audit', count(*)::int FROM audit_entry ORDER BY 1`).map(({ table, rows }) => `${table} ${rows}`);

test("a facility comes with its units and beds in one go, in the order told, each written down", async () => {
  const units = [
    { name: "Appartamento 1", letting: "whole_unit", features: ["step_free"], genderPolicy: "family", beds: [...beds(2), { name: "Culla", kind: "cot" }] },
    { name: "Stanza 1", flat: "Piano terra", letting: "by_bed", opensOn: "2027-02-01", beds: [{ name: "1", kind: "bunk_lower" }, { name: "2", kind: "bunk_upper" }] },
    { name: "Stanza 2", flat: "Piano terra", letting: "by_bed" },
  ];
  const { status, body: facility } = await manager<Facility>("POST", "/facilities", { body: body(units) });
  expect(status).toBe(201);
  expect(facility.units).toMatchObject(units);
  const page = (await manager<Facility>("GET", `/facilities/${facility.id}`)).body;
  expect(page.units.map(({ name, flat, beds: own }) => [name, flat, own.length])).toEqual([["Appartamento 1", null, 3], ["Stanza 1", "Piano terra", 2], ["Stanza 2", "Piano terra", 0]]);
  const written = await api.owner<{ action: string; facts: unknown }[]>`SELECT action, facts FROM audit_entry WHERE subject_id = ANY (${[facility.id, ...facility.units.map(({ id }) => id)]}) ORDER BY id`;
  expect(written).toMatchObject([
    { action: "facility.created", facts: { units: 3 } }, { action: "unit.created", facts: { beds: 3 } }, { action: "unit.created", facts: { beds: 2 } }, { action: "unit.created", facts: { beds: 0 } },
  ]);
});

test.each<[string, unknown[], object, number, string]>([
  ["two beds of a unit have one name", [{ name: "U1", letting: "by_bed", beds: beds(1) }, { name: "U2", letting: "by_bed", beds: [{ name: "1" }, { name: "1" }] }], {}, 400, "units.1.beds"],
  ["a unit has no name", [{ name: "U1", letting: "by_bed" }, { name: " ", letting: "by_bed" }], {}, 400, "units.1.name"],
  ["a bed's kind is unknown", [{ name: "U1", letting: "by_bed", beds: [{ name: "1", kind: "sofa" }] }], {}, 400, "units.0.beds.0.kind"],
  ["a unit closes before it opens", [{ name: "U1", letting: "by_bed", opensOn: "2027-05-01", closesOn: "2027-04-01" }], {}, 400, "units.0.closesOn"],
  ["there are too many units", Array.from({ length: MOST_UNITS + 1 }, (_, index) => ({ name: `U${index}`, letting: "by_bed" })), {}, 400, "units"],
  ["there are too many beds", Array.from({ length: 3 }, (_, index) => ({ name: `U${index}`, letting: "by_bed", beds: beds(MOST_BEDS / 2) })), {}, 400, "units"],
])("nothing is made when %s", async (_case, units, fields, status, path) => {
  const before = await made();
  const answer = await manager<{ code: string; errors: { path: string; message: string }[] }>("POST", "/facilities", { body: body(units, fields) });
  expect([answer.status, answer.body.errors[0]?.path]).toEqual([status, path]);
  expect(answer.body.errors[0]?.message).toMatch(/\S/);
  expect(await made()).toEqual(before);
});

test("nothing is made for an organisation that is not there, nor by somebody who only works there", async () => {
  const before = await made();
  const units = [{ name: "U1", letting: "by_bed", beds: beds(2) }];
  expect((await manager("POST", "/facilities", { body: body(units, { organisationId: newId() }) })).status).toBe(404);
  expect((await worker("POST", "/facilities", { body: body(units) })).status).toBe(403);
  expect(await made()).toEqual(before);
});

test("sent again with its key it is the same facility", async () => {
  const headers = { "idempotency-key": newId() };
  const asked = { headers, body: body([{ name: "U1", letting: "by_bed", beds: beds(3) }]) };
  const first = await manager<Facility>("POST", "/facilities", asked);
  const before = await made();
  expect((await manager<Facility>("POST", "/facilities", asked)).body).toEqual(first.body);
  expect(await made()).toEqual(before);
  expect((await manager("POST", "/facilities", { headers, body: body([{ name: "U2", letting: "by_bed" }]) })).status).toBe(409);
});

test("a unit moves into a flat that is made for it, and out again", async () => {
  const unit = await aUnit(manager, 1);
  const moved = await manager<Unit>("PATCH", `/units/${unit.id}`, { body: { flat: "Mansarda" } });
  expect([moved.status, moved.body.flat]).toEqual([200, "Mansarda"]);
  expect((await manager<Unit>("PATCH", `/units/${unit.id}`, { body: { name: "U9" } })).body).toMatchObject({ name: "U9", flat: "Mansarda" });
  expect((await manager<Unit>("PATCH", `/units/${unit.id}`, { body: { flat: null } })).body.flat).toBeNull();
});

test("several beds are added, or none of them", async () => {
  const unit = await aUnit(manager, 2);
  expect((await manager("POST", `/units/${unit.id}/beds/bulk`, { body: { beds: [{ name: "3" }, { name: "2" }] } })).body).toMatchObject({ code: "name_taken" });
  expect((await manager("POST", `/units/${unit.id}/beds/bulk`, { body: { beds: [{ name: "3" }, { name: "3" }] } })).status).toBe(400);
  const added = await manager<Unit>("POST", `/units/${unit.id}/beds/bulk`, { body: { beds: [{ name: "3" }, { name: "Culla", kind: "cot" }] } });
  expect(added.status).toBe(201);
  expect(added.body.beds.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["1 single", "2 single", "3 single", "Culla cot"]);
});

test("a facility says what is free tonight as the search does, what is not and why, and who comes and goes", async () => {
  const facility = await aFacility(manager);
  const unit = await aUnit(manager, 6, {}, facility);
  const [leaving, staying] = [await aPlacement(manager, unit, "2027-03-01", TODAY), await aPlacement(manager, unit, "2027-03-01", "2027-04-01")];
  for (const placement of [leaving, staying]) await step(manager, placement, "arrival", { date: "2027-03-01" });
  const household = await aHousehold(manager);
  const arriving = await aPlacement(manager, unit, TODAY, "2027-03-20", { householdId: household.id });
  const taken = new Set([leaving, staying, arriving].flatMap(({ stays }) => stays.map(({ bedId }) => bedId)));
  const closed = unit.beds.find(({ id }) => !taken.has(id))?.id;
  await manager("POST", "/closures", { body: { bedId: closed, from: TODAY, until: "2027-03-12", reason: "damage" } });

  const line = (await manager<{ items: Facility[] }>("GET", `/facilities?municipality=${PERUGIA}&limit=200`)).body.items.find(({ id }) => id === facility.id);
  const free = await freeBeds(manager, unit, TODAY, "2027-03-11");
  expect(line).toMatchObject({ bedCount: 6, freeTonight: free.length, tonight: { open: 6, offline: 1, free: free.length, overdue: 0 }, today: { arrivals: 1, departures: 1 } });
  const page = (await manager<Facility>("GET", `/facilities/${facility.id}`)).body;
  expect([page.tonight, page.today]).toEqual([line?.tonight, line?.today]);
  expect(page.units[0]?.beds.find(({ id }) => id === arriving.stays[0]?.bedId)).toMatchObject({ tonight: "taken", household: { code: household.code, id: household.id, placementId: arriving.id, until: "2027-03-20" } });
  expect((await coordinator<Facility>("GET", `/facilities/${facility.id}`)).body.units[0]?.beds.every((bed) => bed.household === null)).toBe(true);
});

test("who confirmed a facility stands beside when", async () => {
  const facility = await aFacility(manager);
  expect((await manager<Facility>("GET", `/facilities/${facility.id}`)).body.confirmedByName).toBeNull();
  await manager("POST", `/facilities/${facility.id}/confirmation`);
  expect((await worker<Facility>("GET", `/facilities/${facility.id}`)).body.confirmedByName).toBe("manager");
});

test("what is in the way is told with its days to everybody, with whose it is to who finds them", async () => {
  const organisationId = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Custodi" } })).body.id;
  const facility = await aFacility(manager, { addressProtected: true, organisationId });
  const unit = await aUnit(manager, 2, {}, facility);
  const household = await aHousehold(manager);
  const placement = await aPlacement(manager, unit, TODAY, "2027-03-20", { householdId: household.id });
  const bedId = placement.stays[0]?.bedId ?? "";
  const ask = async (by: Caller, query: string) => (await by<{ items: Record<string, unknown>[] }>("GET", `/facilities/${facility.id}/in-the-way?${query}`));

  const told = { bedId, unitName: "U1", kind: "stay", from: TODAY, until: "2027-03-20" };
  expect((await ask(manager, `from=${TODAY}`)).body.items).toMatchObject([{ ...told, placementId: placement.id, household: { code: household.code } }]);
  for (const stranger of [worker, coordinator]) expect((await ask(stranger, `from=${TODAY}`)).body.items).toMatchObject([{ ...told, id: bedId, placementId: null, household: null }]);
  expect((await ask(manager, "from=2027-03-20")).body.items).toEqual([]);
  expect((await ask(manager, "from=2027-03-01&until=2027-03-10")).body.items).toEqual([]);
  expect((await ask(manager, `from=${TODAY}&bedId=${unit.beds.find(({ id }) => id !== bedId)?.id}`)).body.items).toEqual([]);
  expect((await ask(manager, `from=${TODAY}&unitId=${unit.id}`)).body.items).toHaveLength(1);
  expect((await ask(manager, `from=${TODAY}&until=${TODAY}`)).status).toBe(400);
  expect((await ask(manager, `from=${TODAY}&bedId=${newId()}`)).status).toBe(404);
});

test("closures that are over or were cancelled stay in the history", async () => {
  const unit = await aUnit(manager, 1);
  const close = async (from: string, until: string) => (await manager<{ id: string }>("POST", "/closures", { body: { unitId: unit.id, from, until, reason: "other" } })).body.id;
  const [past, cancelled] = [await close("2027-01-01", "2027-01-05"), await close("2027-05-01", "2027-05-02")];
  await manager("DELETE", `/closures/${cancelled}`);
  const { body: page } = await manager<{ items: { id: string; cancelledAt: string | null }[]; nextCursor: string | null }>("GET", `/facilities/${unit.facilityId}/closures?limit=1`);
  expect(page.items).toMatchObject([{ id: cancelled, cancelledAt: expect.any(String) }]);
  const rest = (await manager<{ items: { id: string }[]; nextCursor: string | null }>("GET", `/facilities/${unit.facilityId}/closures?limit=1&cursor=${page.nextCursor}`)).body;
  expect(rest).toMatchObject({ items: [{ id: past }], nextCursor: null });
});
