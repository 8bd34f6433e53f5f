import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltHousehold, step } from "@/test/builders";

const TODAY = "2027-03-01";

type Item = { kind: string; id: string; title: string; detail: string | null; householdId?: string; status?: string; arrival?: string; exit?: string; facilityId?: string };

let api: Api;
let manager: Caller;
let socialWorker: Caller;
let organisation: string;
let family: BuiltHousehold;
let hidden: BuiltHousehold;
let shelter: { id: string };
let refuge: { id: string };

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  socialWorker = await api.as("social_worker");
  organisation = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Casa rifugio" } })).body.id;

  shelter = await aFacility(manager, { name: "Rifugio Elce", address: "Via dell’Università 12" });
  const unit = await aUnit(manager, 4, { name: "U4", flat: "Piano terra", beds: [{ name: "Letto 1" }, { name: "Letto 2" }, { name: "Letto 3" }, { name: "Culla" }] }, shelter);
  family = await aHousehold(manager, [{ givenName: "Niccolò", familyName: "Okafor" }, { givenName: "Grace", familyName: "Okafor", role: "child", birthDate: "2020-04-04" }], { name: "Famiglia Okafor", phone: "+39 333 123.45.67" });
  const placement = await aPlacement(manager, unit, TODAY, "2027-05-01", { householdId: family.id });
  await step(manager, placement, "arrival", { date: TODAY });

  refuge = await aFacility(manager, { name: "Casa Mimosa", address: "Via Segreta 7", addressProtected: true, organisationId: organisation });
  hidden = await aHousehold(manager, [{ givenName: "Ilaria", familyName: "Nascosta" }], { phone: "+39 333 765.43.21" });
  await aPlacement(manager, await aUnit(manager, 1, { name: "M1" }, refuge), "2027-04-01", "2027-05-01", { householdId: hidden.id });
}, 120_000);
afterAll(() => api.close());

async function found(caller: Caller, q: string, more = ""): Promise<Item[]> {
  const { status, body } = await caller<{ items: Item[] }>("GET", `/search?municipality=${PERUGIA}&q=${encodeURIComponent(q)}${more}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items;
}

const named = (items: Item[]) => items.map(({ kind, title, detail }) => `${kind}: ${title} (${detail})`);

describe("one search finds", () => {
  test.each([
    ["a household, its members and where it is, by a part of a name", "okaf", ["household: Famiglia Okafor", "person: Niccolò Okafor", "person: Grace Okafor", "placement: Rifugio Elce, U4"]],
    ["a person by both names, who stands before the others", "grace okafor", ["household: Famiglia Okafor", "person: Grace Okafor", "person: Niccolò Okafor", "placement: Rifugio Elce, U4"]],
    ["a household by its telephone number, however written", "3331234567", ["household: Famiglia Okafor", "placement: Rifugio Elce, U4"]],
    ["a unit by its name and its facility's", "elce u4", ["unit: U4"]],
    ["units by the name of their flat", "piano terra", ["unit: U4"]],
    ["a bed by its name and where it is", "letto 2 elce", ["bed: Letto 2"]],
    ["a facility by its name without minding case", "ELCE", ["facility: Rifugio Elce"]],
    ["a facility by its address without minding accents", "universita", ["facility: Rifugio Elce"]],
    ["nothing by what nobody is called", "zzz", []],
  ])("%s", async (_case, q, expected) => {
    expect((await found(socialWorker, q)).map(({ kind, title }) => `${kind}: ${title}`)).toEqual(expected);
  });

  test("a household by its code, with what tells it apart", async () => {
    const items = await found(socialWorker, family.code);
    expect(items).toMatchObject([
      { kind: "household", id: family.id, detail: family.code, phone: "+39 333 123.45.67", adults: 1, minors: 1, isProtected: false },
      { kind: "placement", householdId: family.id, status: "in_house", arrival: TODAY, exit: "2027-05-01", facilityId: shelter.id },
    ]);
    expect((await found(socialWorker, String(Number(family.code.slice(2))))).slice(0, 2)).toEqual(items);
  });

  test("no more of each kind than asked for", async () => {
    const items = await found(manager, "letto", "&limit=2");
    expect(named(items)).toEqual(["bed: Letto 1 (Rifugio Elce, U4)", "bed: Letto 2 (Rifugio Elce, U4)"]);
    for (const wrong of ["&limit=0", "&limit=21", "&limit=x"]) expect((await manager("GET", `/search?municipality=${PERUGIA}&q=letto${wrong}`)).status).toBe(400);
    for (const q of ["", "%20", "a".repeat(101)]) expect((await manager("GET", `/search?municipality=${PERUGIA}&q=${q}`)).status).toBe(400);
  });

  test("a wildcard only where it is written", async () => {
    for (const q of ["%", "_", "\\"]) expect(await found(manager, q)).toEqual([]);
  });
});

test("looking for people is written down as a list of households is, looking by who sees none is not", async () => {
  const written = async () => [...(await api.owner`SELECT action, facts FROM audit_entry ORDER BY at`)];
  const before = (await written()).length;
  await found(socialWorker, "okafor");
  await found(await api.as("coordinator"), "okafor");
  expect((await written()).slice(before)).toEqual([{ action: "households.listed.read", facts: { households: 1, searched: true } }]);
});

describe("who finds what", () => {
  test("households of a protected facility by its organisation and the manager alone, by name, code or telephone", async () => {
    const [insider, other] = [await api.as("operator", PERUGIA, organisation), await api.as("operator")];
    for (const q of ["nascosta", hidden.code, "3337654321"]) {
      for (const caller of [manager, insider]) expect((await found(caller, q))[0]).toMatchObject({ kind: "household", id: hidden.id, isProtected: true });
      for (const caller of [socialWorker, other, await api.as("coordinator")]) expect(JSON.stringify(await found(caller, q))).not.toContain(hidden.id);
    }
    expect((await found(manager, "nascosta")).map(({ kind }) => kind)).toEqual(["household", "person", "placement"]);
  });

  test("the address of a protected facility neither shown nor searched", async () => {
    for (const caller of [socialWorker, await api.as("coordinator"), await api.as("operator")]) {
      expect(await found(caller, "segreta")).toEqual([]);
      expect(named(await found(caller, "mimosa"))).toEqual(["facility: Casa Mimosa (null)"]);
    }
    expect(named(await found(manager, "segreta"))).toEqual(["facility: Casa Mimosa (Via Segreta 7)"]);
  });

  test("a coordinator places and no people, an administrator nothing", async () => {
    const coordinator = await api.as("coordinator");
    for (const q of ["okafor", family.code, "3331234567"]) expect(await found(coordinator, q)).toEqual([]);
    expect((await found(coordinator, "u4")).map(({ kind }) => kind)).toEqual(["unit"]);
    expect((await (await api.as("administrator"))("GET", `/search?municipality=${PERUGIA}&q=u4`)).status).toBe(403);
  });

  test("nobody anything of another municipality", async () => {
    const torinese = await api.as("manager", TORINO);
    expect((await torinese("GET", `/search?municipality=${PERUGIA}&q=okafor`)).status).toBe(404);
    expect((await torinese<{ items: Item[] }>("GET", `/search?municipality=${TORINO}&q=elce`)).body.items).toEqual([]);
    const coordinator = await api.as("coordinator", null);
    expect(named(await found(coordinator, "elce"))).toEqual(["facility: Rifugio Elce (Via dell’Università 12)"]);
  });
});
