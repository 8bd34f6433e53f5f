import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUDIT_ACTIONS } from "@/domain/audit";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, aUnit } from "@/test/builders";
import { aUser, type Visitor, withSession, withToken } from "@/test/callers";
import { csv } from "@/test/import-files";
import { aPlace, type Place, TODAY } from "@/test/place";
import { type Asked, requestTo } from "@/test/requests";
import { operations } from "../http/operation";

type Operation = (typeof operations)[number];

let api: Api;
let place: Place;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  place = await aPlace(api, manager, { municipality: PERUGIA, mark: "Elce" });
  await aHousehold(manager, [{ givenName: "Serafina", familyName: "Belcanto", birthDate: "1980-01-01" }], { name: "Famiglia Belcanto", phone: "075 1234567" });
  // What the stays of the file need.
  for (const path of ["/imports/facilities", "/imports/households"]) await (await somebody("manager")).visit({ method: "POST", path, body: FILES[path]?.() });
});
afterAll(() => api.close());

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const PASSWORD = "una frase lunga e tranquilla";

const FILES: Record<string, () => string> = {
  "/imports/facilities": () => csv([{ facility_id: "F", facility_name: "Casa", municipality: PERUGIA, kind: "cohousing", unit_id: "U", unit_name: "1", letting: "by_bed", bed_id: "B", bed_name: "1", opens_on: "2026-01-01", closes_on: "", gender_policy: "mixed", features: "" }]),
  "/imports/households": () => csv([{ household_id: "H", person_id: "P", municipality: PERUGIA, given_name: "Ada", family_name: "Importata", birth_date: "1990-01-01", gender: "female", role: "head", needs: "" }]),
  "/imports/stays": () => csv([{ placement_id: "S", household_id: "H", person_id: "P", bed_id: "B", arrival: "2026-02-01", exit: "2026-03-01", actual_exit: "2026-03-01", exit_reason: "end_of_stay", destination: "family" }]),
};

type Somebody = { id: string; visit: Visitor };

async function somebody(role: "manager" | "administrator" | "coordinator" | "social_worker", municipality: string | null = PERUGIA): Promise<Somebody> {
  const id = await aUser(api.owner, { role, municipality, organisationId: null });
  return { id, visit: await withToken(api.owner, id) };
}

/** Somebody signed in twice, whose password is known. */
async function somebodySignedIn(): Promise<Somebody> {
  const administrator = await somebody("administrator");
  const body = { email: `${crypto.randomUUID()}@comune.example`, name: "Collega", municipality: PERUGIA, role: "social_worker", password: PASSWORD };
  const made = await administrator.visit({ method: "POST", path: "/users", body });
  const { id } = JSON.parse(made.text) as { id: string };
  await withSession(api.owner, id);
  return { id, visit: await withSession(api.owner, id) };
}

type Deed = { who: Somebody; asked: Pick<Asked, "method" | "path"> & Partial<Asked> };

/** Who may do it, and how they ask for it. */
async function deedOf(operation: Operation): Promise<Deed> {
  const { method, path } = { ...operation, method: operation.method.toUpperCase() };
  if (path === "/me/password") return { who: await somebodySignedIn(), asked: { method, path, body: { currentPassword: PASSWORD, password: "un'altra frase lunga" } } };
  if (path.startsWith("/sessions")) {
    const who = await somebodySignedIn();
    const [session] = await api.owner<{ id: string }[]>`SELECT id FROM user_session WHERE user_id = ${who.id} ORDER BY id LIMIT 1`;
    return { who, asked: { method, path: path.replace("{id}", session?.id ?? "") } };
  }
  if (operation.permission === "setting.write") return { who: await somebody("administrator", null), asked: requestTo(operation, place) };
  const role = operation.permission === "audit.read" || operation.path.startsWith("/tokens/") ? "administrator" : "manager";
  const who = await somebody(role);
  return { who, asked: path in FILES ? { method, path, body: FILES[path]?.() } : requestTo(operation, place) };
}

type Written = { action: string; municipality_id: string | null; subject_id: string; transaction: string };

const writtenBy = ({ id }: Somebody) => api.owner<Written[]>`SELECT action, municipality_id, subject_id, xmin::text AS transaction FROM audit_entry WHERE actor_id = ${id} ORDER BY at, id`;

const mutating = () => operations.filter(({ method }) => method !== "get");
const reading = () => operations.filter(({ method }) => method === "get");

/** What is noted of readings that tell of people. */
const READINGS: Record<string, string> = {
  "get /households": "households.listed.read", "get /households/{id}": "household.read",
  "get /placements": "placements.listed.read", "get /placements/{id}": "placement.read", "get /placements/{id}/extensions": "placement.read", "get /placements/{id}/rules": "placement.read", "get /extensions": "placements.listed.read", "get /stay-rules/{id}/impact": "placements.listed.read",
  "get /availability": "household.fit.read", "get /search": "households.listed.read", "get /board": "placements.listed.read", "get /facilities/{id}": "placements.listed.read", "get /facilities/{id}/in-the-way": "placements.listed.read",
  "get /exports/facilities.csv": "export.facilities", "get /exports/households.csv": "export.households", "get /exports/stays.csv": "export.stays",
};

/** The deeds are done after the readings: imports and departures would change what is read. */
describe("every reading", () => {
  test("that tells of people leaves its entry, by name of the reader; no other reading tells of them", async () => {
    for (const operation of reading()) {
      const { who, asked } = await deedOf(operation);
      const { status, text } = await who.visit(asked);
      expect(status, nameOf(operation)).toBe(200);
      const actions = (await writtenBy(who)).map(({ action }) => action);
      const expected = READINGS[nameOf(operation)];
      if (expected === undefined) expect([actions, text.includes(place.people)], nameOf(operation)).toEqual([[], false]);
      else expect(actions, nameOf(operation)).toContain(expected);
    }
  });

  test("that is refused leaves nothing", async () => {
    const [outsider, stranger] = [await somebody("coordinator"), await somebody("manager", TORINO)];
    for (const operation of reading().filter((each) => nameOf(each) in READINGS && !each.path.startsWith("/exports"))) {
      for (const who of [outsider, stranger]) {
        const { status } = await who.visit((await deedOf(operation)).asked);
        if (status >= 400) expect(await writtenBy(who), nameOf(operation)).toEqual([]);
      }
    }
    expect(await writtenBy(stranger)).toEqual([]);
  });

  test("of an export is on record before its first row is: whoever hangs up has read all the same", async () => {
    const who = await somebody("manager");
    const { runExport } = await import("../exports/run");
    const { database } = await import("../database");
    const { networkCodes } = await import("@/db/network");
    const actor = { kind: "user", id: who.id, name: "", grants: [{ role: "manager", municipality: PERUGIA, organisationId: null }], network: await networkCodes(database()) } as const;
    const rows = runExport(database(), actor, "households")[Symbol.asyncIterator]();
    await rows.next();
    await rows.next();
    expect((await writtenBy(who)).map(({ action }) => action)).toContain("export.households.begun");
    await rows.return?.();
  });
});

describe("every deed", () => {
  test("that cannot be written down is not done, and nothing is told: 500", async () => {
    const contents = async () => {
      const tables = await api.owner<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('user_session', 'attempt_count')`;
      return Promise.all(tables.map(async ({ name }) => [name, (await api.owner<{ hash: string }[]>`SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS hash FROM ${api.owner(name)} t`)[0]?.hash]));
    };
    const audited = [...mutating(), ...reading().filter((each) => nameOf(each) in READINGS && !each.path.startsWith("/exports"))];
    const deeds = [];
    for (const operation of audited) deeds.push({ operation, ...(await deedOf(operation)) });
    await api.owner`CREATE FUNCTION no_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit is closed' USING ERRCODE = 'P0001'; END $$`;
    await api.owner`CREATE TRIGGER no_audit BEFORE INSERT ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION no_audit()`;
    const before = await contents();

    const heard: [string, number, boolean][] = [];
    for (const { operation, who, asked } of deeds) {
      const { status, text } = await who.visit(asked);
      heard.push([nameOf(operation), status, text.includes(place.people)]);
    }
    const after = await contents();
    await api.owner`DROP TRIGGER no_audit ON audit_entry`;
    expect(heard).toEqual(deeds.map(({ operation }) => [nameOf(operation), 500, false]));
    expect(after).toEqual(before);
  });

  test("that is refused leaves nothing", async () => {
    const refusers = [await somebody("coordinator"), await somebody("manager", TORINO)];
    for (const operation of mutating().filter(({ path }) => !(path in FILES) && !path.startsWith("/sessions") && path !== "/tokens" && path !== "/me" && path !== "/me/calendar")) {
      const { asked } = await deedOf(operation);
      for (const who of refusers) {
        const { status } = await who.visit(asked);
        expect([nameOf(operation), status >= 400, await writtenBy(who)]).toEqual([nameOf(operation), true, []]);
      }
    }
    for (const operation of mutating().filter(({ method }) => method === "patch")) {
      const { who, asked } = await deedOf(operation);
      const { status } = await who.visit({ ...asked, headers: { "if-match": "999999" } });
      expect([nameOf(operation), status, await writtenBy(who)]).toEqual([nameOf(operation), 412, []]);
    }
  });

  test("that is refused by a rule leaves nothing, also where the refusal is kept for a repetition", async () => {
    const unit = await aUnit(manager, 1);
    const asked = async () => ({ method: "POST", path: "/placements", body: { householdId: (await aHousehold(manager)).id, unitId: unit.id, arrival: TODAY, exit: "2027-03-20" } });
    const [first, second] = [await somebody("manager"), await somebody("manager")];
    expect((await first.visit(await asked())).status).toBe(201);
    const refused = { ...(await asked()), headers: { "idempotency-key": "once" } };
    for (let time = 0; time < 2; time += 1) expect((await second.visit(refused)).status).toBe(409);
    expect([(await writtenBy(first)).map(({ action }) => action), await writtenBy(second)]).toEqual([["placement.planned"], []]);
  });

  test("that is done leaves its entry, by name of who did it, in one transaction and in the municipality concerned", async () => {
    for (const operation of mutating()) {
      const { who, asked } = await deedOf(operation);
      const { status, text } = await who.visit(asked);
      expect(status, `${nameOf(operation)} ${text}`).toBeLessThan(300);
      const written = await writtenBy(who);
      expect([written.length > 0, new Set(written.map(({ transaction }) => transaction)).size], nameOf(operation)).toEqual([true, 1]);
      const where = operation.permission === "setting.write" ? null : PERUGIA;
      for (const entry of written) expect([entry.municipality_id, AUDIT_ACTIONS as readonly string[]], nameOf(operation)).toEqual([where, expect.arrayContaining([entry.action])]);
    }
  });

  test("that concerns the whole network is written down without a municipality", async () => {
    const administrator = await somebody("administrator", null);
    const body = { email: "rete@comune.example", name: "Rete", municipality: null, role: "coordinator" };
    const { id } = JSON.parse((await administrator.visit({ method: "POST", path: "/users", body })).text) as { id: string };
    await administrator.visit({ method: "POST", path: `/users/${id}/disable` });
    await administrator.visit({ method: "POST", path: "/tokens", body: { name: "script" } });
    const [coordinator] = [await somebody("coordinator", null)];
    expect((await coordinator.visit({ method: "POST", path: "/tokens", body: { name: "script" } })).status).toBe(201);
    expect((await writtenBy(administrator)).map(({ action, municipality_id }) => [action, municipality_id])).toEqual([["user.created", null], ["user.disabled", null], ["token.created", null]]);
    expect((await writtenBy(coordinator)).map(({ action, municipality_id }) => [action, municipality_id])).toEqual([["token.created", null]]);
  });
});

test("no entry has a name, an e-mail, a fiscal code, a phone number or a note of anybody in it", async () => {
  const fiscalCode = "BLCSFN80A41G478Q";
  const { body } = await manager<{ id: string }>("POST", "/households", { body: { municipality: PERUGIA, name: "Famiglia Codice", members: [{ givenName: "Serafina", familyName: "Belcanto", birthDate: "1980-01-01", gender: "female", role: "head", fiscalCode }] } });
  await manager("PATCH", `/households/${body.id}`, { body: { name: "Famiglia Cambiata", phone: "075 7654321" } });
  const personal = await api.owner<{ value: string }[]>`
    SELECT given_name AS value FROM person UNION SELECT family_name FROM person UNION SELECT name FROM household WHERE name IS NOT NULL UNION SELECT phone FROM household WHERE phone IS NOT NULL
    UNION SELECT email FROM app_user UNION SELECT name FROM app_user WHERE name NOT IN (SELECT role FROM user_role) UNION SELECT note FROM referral WHERE note IS NOT NULL
    UNION SELECT note FROM closure WHERE note IS NOT NULL UNION SELECT address FROM facility WHERE address IS NOT NULL`;
  const values = [fiscalCode, PASSWORD, ...personal.map(({ value }) => value).filter((value) => value.length > 2)];
  expect(values.length).toBeGreaterThan(20);
  const found = await api.owner<{ value: string; action: string }[]>`SELECT value, action FROM audit_entry e JOIN unnest(${values}::text[]) AS value ON strpos(e::text, value) > 0`;
  expect([...found]).toEqual([]);
});
