import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor, connect } from "@/db/client";
import { nightsUnderRules } from "@/db/stay-clock";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltUnit, departure, step } from "@/test/builders";
import { aPersonRow, csv, dataOf } from "@/test/import-files";
import { systemActor } from "../actor";
import { makeAllNameHashes } from "./jobs";

const TODAY = "2027-06-01";
const MILANO = "F205";
const GROUP = "accoglienza";

let api: Api;
let manager: Caller;
let worker: Caller;
let torinese: Caller;
let here: BuiltUnit;
let there: BuiltUnit;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, worker, torinese] = [await api.as("manager"), await api.as("social_worker"), await api.as("manager", TORINO)];
  [here, there] = [await ruled(manager, PERUGIA), await ruled(torinese, TORINO)];
}, 120_000);
afterAll(() => api.close());

/** Forty beds under a rule of thirty nights that are counted over the network. */
async function ruled(caller: Caller, municipality: string, rule: object = {}): Promise<BuiltUnit> {
  const { id } = await aFacility(caller, { municipality });
  const body = { municipality, facilityId: id, validFrom: "2020-01-01", maxStay: { days: 30 }, counting: "cumulative", clockScope: "network", clockGroup: GROUP, ...rule };
  expect((await caller("POST", "/stay-rules", { body })).status).toBe(201);
  return aUnit(caller, 40, {}, { id, municipality });
}

type Person = Parameters<typeof aHousehold>[1] extends (infer P)[] | undefined ? P : never;

/** A household elsewhere that has spent twenty nights. */
async function stayedThere(person: Person, caller = torinese, municipality = TORINO, unit = there): Promise<BuiltHousehold> {
  const household = await aHousehold(caller, [person], { municipality });
  itIs("2027-05-01");
  const placement = await aPlacement(caller, unit, "2027-05-01", "2027-05-21", { householdId: household.id });
  await step(caller, placement, "arrival", { date: "2027-05-01" });
  itIs("2027-05-21");
  await step(caller, placement, "departure", departure("2027-05-21"));
  itIs(TODAY);
  return household;
}

type Told = { personId: string; same: boolean | null; decidedByName: string | null; isCounted: boolean; version: number };
const recognitions = async ({ id }: BuiltHousehold, caller = manager) => (await caller<{ items: Told[] }>("GET", `/households/${id}/recognitions`)).body.items;
const decide = ({ id, members }: BuiltHousehold, same: boolean | null, caller = manager, headers: Record<string, string> = {}) =>
  caller<Told>("POST", `/households/${id}/members/${members[0]?.personId}/recognition`, { body: { same }, headers });
const otherNights = async ({ id }: BuiltHousehold, caller = manager, unit = here, on = "2027-06-05") => (await caller<{ otherNights: number }>("GET", `/households/${id}/stay-clock?unitId=${unit.id}&on=${on}`)).body.otherNights;
const place = ({ id }: BuiltHousehold, exit: string) => manager<{ id: string; latestExit: string }>("POST", "/placements", { body: { householdId: id, unitId: here.id, arrival: "2027-06-05", exit } });

test("nights of somebody of this name and birth date count once somebody said that it is the same person, and no longer when that is taken back", async () => {
  await stayedThere({ givenName: "Nicolò", familyName: "D'Angelo", birthDate: "1981-02-03" });
  const household = await aHousehold(manager, [{ givenName: "DANGELO", familyName: "Nicolo'", birthDate: "1981-02-03" }]);
  const plan = await place(household, "2027-07-05");
  expect(plan).toMatchObject({ status: 201, body: { latestExit: "2027-07-05" } });
  const [asked, ...others] = await recognitions(household, worker);
  expect(others).toEqual([]);
  expect(asked).toEqual({ personId: household.members[0]?.personId, same: null, decidedAt: null, decidedByName: null, isCounted: false, version: asked?.version });
  const kept = async () => (await manager<{ latestExit: string }>("GET", `/placements/${plan.body.id}`)).body.latestExit;

  expect(await decide(household, true, worker, { "if-match": `${asked?.version}` })).toMatchObject({ status: 200, body: { same: true, isCounted: true, decidedByName: "social_worker", version: Number(asked?.version) + 1 } });
  expect([await otherNights(household), await kept()]).toEqual([20, "2027-06-15"]);
  expect(await decide(household, false, worker, { "if-match": `${asked?.version}` })).toMatchObject({ status: 412 });

  expect(await decide(household, null)).toMatchObject({ status: 200, body: { same: null, isCounted: false } });
  expect([await otherNights(household), await kept()]).toEqual([0, "2027-07-05"]);
  expect(await recognitions(household)).toMatchObject([{ same: null, isCounted: false }]);
  const audit = await api.owner`SELECT action, facts FROM audit_entry WHERE subject_id = ${household.id} AND action LIKE 'household.recognition%' ORDER BY at`;
  expect(audit.map(({ action }) => String(action))).toEqual(["household.recognition_decided", "household.recognition_taken_back"]);
  expect(await api.owner`SELECT 1 FROM audit_entry WHERE subject_id = ${household.id} AND action = 'household.nights_elsewhere.read'`).not.toHaveLength(0);
});

test("one side is enough; the other may still say that it is somebody else, which silences the question and the match", async () => {
  const person = { givenName: "Amina", familyName: "Diallo", birthDate: "1990-01-01" };
  const theirs = await stayedThere(person);
  const ours = await aHousehold(manager, [person]);
  // Nights there are here too, so that there is something to ask about.
  expect((await place(ours, "2027-06-10")).status).toBe(201);
  expect(await decide(theirs, true, torinese)).toMatchObject({ status: 200 });
  expect(await recognitions(ours)).toMatchObject([{ same: null, decidedByName: null, isCounted: true }]);
  expect(await otherNights(ours)).toBe(20);

  expect(await decide(ours, false)).toMatchObject({ status: 200, body: { same: false, isCounted: false } });
  expect(await otherNights(ours)).toBe(0);
  expect(await otherNights(theirs, torinese, there, "2027-06-20")).toBe(5);
  expect(await decide(theirs, false, torinese)).toMatchObject({ status: 200 });
  expect(await decide(ours, true)).toMatchObject({ status: 200, body: { isCounted: true } });
  expect([await otherNights(ours), await otherNights(theirs, torinese, there, "2027-06-20")]).toEqual([20, 0]);
});

test("people of different fiscal codes are never the same, and who has none is not taken for one of two", async () => {
  const person = { givenName: "Ali", familyName: "Hassan", birthDate: "1990-01-01" };
  const codes = ["HSSLAI90A01Z330A", "HSSLAI90A01Z330B"];
  await stayedThere({ ...person, fiscalCode: codes[0] });
  const ours = await aHousehold(manager, [person]);
  expect(await decide(ours, true)).toMatchObject({ status: 200, body: { isCounted: true } });
  const change = (fiscalCode: string | null) => manager("PATCH", `/households/${ours.id}/members/${ours.members[0]?.personId}`, { body: { fiscalCode } });
  await change(codes[1] ?? "");
  expect([await recognitions(ours), await otherNights(ours)]).toMatchObject([[{ same: true, isCounted: false }], 0]);
  expect((await decide(ours, null)).status).toBe(200);
  expect(await recognitions(ours)).toEqual([]);
  expect(await decide(ours, true)).toMatchObject({ status: 409, body: { code: "nobody_of_that_name" } });

  // By the code there is nothing to ask.
  await change(codes[0] ?? "");
  expect([await recognitions(ours), await otherNights(ours)]).toEqual([[], 20]);

  const third = await aHousehold(manager, [person]);
  expect(await decide(third, true)).toMatchObject({ status: 200, body: { isCounted: true } });
  await aHousehold(torinese, [{ ...person, fiscalCode: codes[1] }], { municipality: TORINO });
  expect(await otherNights(third)).toBe(0);
});

test("whoever is the same by name is the same as whom the fiscal code says", async () => {
  const milanese = await api.as("manager", MILANO);
  const elsewhere = await ruled(milanese, MILANO);
  const fiscalCode = "KWLMRA85B02Z330K";
  await stayedThere({ givenName: "Maryam", familyName: "Kowalska", birthDate: "1985-02-02", fiscalCode }, milanese, MILANO, elsewhere);
  await aHousehold(torinese, [{ givenName: "Miriam", familyName: "Kowalska", birthDate: "1985-02-02", fiscalCode }], { municipality: TORINO });
  const ours = await aHousehold(manager, [{ givenName: "Miriam", familyName: "Kowalska", birthDate: "1985-02-02" }]);
  expect(await recognitions(ours)).toMatchObject([{ isCounted: false }]);
  expect(await decide(ours, true)).toMatchObject({ body: { isCounted: true } });
  expect(await otherNights(ours)).toBe(20);
});

test("a name or birth date that is put right takes the decision with it", async () => {
  await stayedThere({ givenName: "Rosa", familyName: "Conti", birthDate: "1979-09-09" });
  const ours = await aHousehold(manager, [{ givenName: "Rosa", familyName: "Conti", birthDate: "1979-09-08" }]);
  expect(await recognitions(ours)).toEqual([]);
  const born = (birthDate: string) => manager("PATCH", `/households/${ours.id}/members/${ours.members[0]?.personId}`, { body: { birthDate } });
  await born("1979-09-09");
  expect(await decide(ours, true)).toMatchObject({ body: { isCounted: true } });
  await born("1979-09-07");
  expect([await recognitions(ours), await otherNights(ours)]).toEqual([[], 0]);
});

test("nobody is asked about where no rule counts over the network, children beside an adult, or who is protected; of those elsewhere nothing is told", async () => {
  const person = { givenName: "Zenobia", familyName: "Quartieri", birthDate: "1992-07-07" };
  const away = await stayedThere(person);
  const milanese = await api.as("manager", MILANO);
  const local = await ruled(await api.as("manager", "H501"), "H501", { clockScope: "municipality" });
  expect(local.beds).not.toHaveLength(0);
  const roman = await api.as("manager", "H501");
  expect(await recognitions(await aHousehold(roman, [person], { municipality: "H501" }), roman)).toEqual([]);
  expect(await recognitions(await aHousehold(manager, [{}, { ...person, birthDate: "2020-07-07" }]))).toEqual([]);

  const ours = await aHousehold(manager, [person]);
  const answers = [await manager("GET", `/households/${ours.id}/recognitions`), await decide(ours, true), await manager("GET", `/households/${ours.id}/stay-clock?unitId=${here.id}&on=2027-06-05`)];
  const text = JSON.stringify(answers.map(({ body }) => body));
  const secrets = await api.owner<{ id: string }[]>`SELECT id::text FROM person WHERE municipality_id = ${TORINO} UNION SELECT id::text FROM placement WHERE municipality_id = ${TORINO} UNION SELECT id::text FROM household WHERE municipality_id = ${TORINO}`;
  for (const secret of [...secrets.map(({ id }) => id), TORINO, "Quartieri", "2027-05"]) expect(text).not.toContain(secret);
  expect((await decide(ours, null)).status).toBe(200);

  await api.owner`UPDATE person SET protected_for = gen_random_uuid() WHERE id = ${away.members[0]?.personId ?? ""}`;
  expect(await recognitions(ours)).toEqual([]);
  expect((await decide(ours, true, milanese)).status).toBe(404);
  expect((await decide(ours, true, await api.as("coordinator", null))).status).toBe(403);
});

test("two municipalities that decide about the same person wait for one another, whoever confirmed it", async () => {
  const person = { givenName: "Leyla", familyName: "Osman", birthDate: "1988-08-08" };
  const theirs = await stayedThere(person);
  const ours = await aHousehold(manager, [person]);
  expect((await decide(ours, true)).status).toBe(200);
  const next = await ruled(torinese, TORINO, { maxStay: { days: 32 } });
  const both = [
    place(ours, "2027-06-13"),
    torinese("POST", "/placements", { body: { householdId: theirs.id, unitId: next.id, arrival: "2027-07-01", exit: "2027-07-09" } }),
  ];
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([201, 422]);
});

test("the other municipality's decision is waited for while the clock of the same name is held", async () => {
  const person = { givenName: "Ines", familyName: "Fabbri", birthDate: "1977-07-07" };
  const theirs = await stayedThere(person);
  const ours = await aHousehold(manager, [person]);
  expect((await place(ours, "2027-06-10")).status).toBe(201);
  const database = connect(process.env.DATABASE_URL ?? "", 1);
  let isDecided = false;
  const deciding = await asActor(database, systemActor("cli"), async (db) => {
    await nightsUnderRules(db, [ours.members[0]?.personId ?? ""], { overNetwork: true, hold: true });
    const answer = decide(theirs, true, torinese).then((each) => {
      isDecided = true;
      return each.status;
    });
    await expect.poll(async () => (await api.owner`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`).length, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(isDecided).toBe(false);
    return { answer };
  });
  expect(await deciding.answer).toBe(200);
  await database.end();
});

test("everybody has what they are recognised by: who is registered, renamed, imported, and who was there before", async () => {
  const database = connect(process.env.DATABASE_URL ?? "", 2);
  const hashes = () => api.owner<{ id: string; hash: string | null }[]>`SELECT id, name_hash AS hash FROM person ORDER BY id`;
  const imported = async (name: string) => {
    expect((await dataOf(database).import("households", csv([aPersonRow({ household_id: "F1", person_id: "P1", given_name: name })]))).rejected).toEqual([]);
    return (await api.owner<{ hash: string }[]>`SELECT name_hash AS hash FROM person WHERE external_id = 'P1'`)[0]?.hash;
  };
  const [first, renamed, again] = [await imported("Carla"), await imported("Carlotta"), await imported("Carla")];
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(renamed).not.toBe(first);
  expect(again).toBe(first);

  const before = await hashes();
  expect(before.filter(({ hash }) => hash === null)).toEqual([]);
  await api.owner`UPDATE person SET name_hash = NULL`;
  await makeAllNameHashes(database);
  await database.end();
  expect(await hashes()).toEqual(before);

  // Whoever changes a name and forgets the rest leaves nothing of the name before.
  await api.owner`UPDATE person SET family_name = 'Altra' WHERE external_id = 'P1'`;
  expect((await hashes()).filter(({ hash }) => hash === null)).toHaveLength(1);
});
