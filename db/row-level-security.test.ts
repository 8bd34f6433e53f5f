import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Grant, Role } from "@/domain/actor";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { sealEverything } from "@/test/audit";
import { aFacility, aHousehold, aPlacement, aUnit, step } from "@/test/builders";
import { asActor, connect, type Database } from "./client";
import { postgresError } from "./errors";
import { newId } from "./ids";

let api: Api;
let app: Database;
/** Tables with a municipality, and the columns that can be written. */
let tables: { name: string; columns: string[] }[];
let ours: { id: string };
let theirs: { id: string };

const PEOPLE = ["person", "household", "membership", "household_case", "case_goal", "case_exit_path", "referral", "placement", "stay", "extension", "placement_correction", "household_counter", "person_recognition", "task"];

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  app = connect(process.env.DATABASE_URL ?? "", 2);
  for (const municipality of [PERUGIA, TORINO]) await fill(municipality);
  await sealEverything(app);
  ours = await anOrganisation("Casa Nostra");
  theirs = await anOrganisation("Casa Loro");
  tables = await api.owner<{ name: string; columns: string[] }[]>`
    SELECT table_name AS name, array_agg(column_name::text) FILTER (WHERE is_generated = 'NEVER') AS columns
    FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name HAVING bool_or(column_name = 'municipality_id') ORDER BY table_name`;
});
afterAll(async () => {
  await app.end();
  await api.close();
});

async function anOrganisation(name: string): Promise<{ id: string }> {
  const manager = await api.as("manager");
  return (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body;
}

/** At least one row of everything a municipality can own. */
async function fill(municipality: string): Promise<void> {
  const manager = await api.as("manager", municipality);
  const organisation = await manager<{ id: string }>("POST", "/organisations", { body: { municipality, name: "Cooperativa" } });
  const programme = await manager<{ id: string }>("POST", "/programmes", { body: { municipality, name: "LgNet2" } });
  const facility = await aFacility(manager, { municipality, organisationId: organisation.body.id, programmeId: programme.body.id });
  const unit = await aUnit(manager, 2, { flat: "A" }, facility);
  await manager("POST", "/closures", { body: { bedId: unit.beds[0]?.id, from: "2027-05-01", until: "2027-05-02", reason: "other" } });
  await manager("POST", "/stay-rules", { body: { municipality, validFrom: "2020-01-01", maxStay: null } });
  const household = await aHousehold(manager, [{}], { municipality });
  const placement = await aPlacement(manager, unit, "2027-03-10", "2027-03-12", { householdId: household.id });
  await step(manager, placement, "arrival", { date: "2027-03-10" });
  const caseId = newId();
  await api.owner`INSERT INTO household_case (id, municipality_id, household_id, programme_id, from_day) VALUES (${caseId}, ${municipality}, ${household.id}, ${programme.body.id}, '2027-03-01')`;
  await api.owner`INSERT INTO case_goal (id, municipality_id, case_id, position, text, aimed_on) VALUES (${newId()}, ${municipality}, ${caseId}, 0, 'Italiano', '2027-06-01')`;
  await api.owner`INSERT INTO case_exit_path (id, municipality_id, case_id, position, kind) VALUES (${newId()}, ${municipality}, ${caseId}, 0, 'rent_support')`;
  await api.owner`INSERT INTO person_recognition SELECT id, municipality_id, name_hash, true, 'x', now() FROM person WHERE id = ${household.members[0]?.personId ?? ""}`;
  await api.owner`INSERT INTO referral (id, municipality_id, household_id, source, urgency, received_on) VALUES (${newId()}, ${municipality}, ${household.id}, 'other', 1, '2027-03-01')`;
  await api.owner`INSERT INTO extension (id, municipality_id, placement_id, exit, latest_exit_before, reason, asked_by) VALUES (${newId()}, ${municipality}, ${placement.id}, '2027-04-12', '2027-03-12', 'health', ${newId()})`;
  await api.owner`INSERT INTO placement_correction (id, municipality_id, placement_id, changes, note, made_by) VALUES (${newId()}, ${municipality}, ${placement.id}, '[]', 'a note', ${newId()})`;
  await api.owner`INSERT INTO task (id, municipality_id, kind, cause, household_id) VALUES (${newId()}, ${municipality}, 'needs_bed', 'a cause', ${household.id})`;
  await api.owner`INSERT INTO municipal_holiday (id, municipality_id, name, month_day) VALUES (${newId()}, ${municipality}, 'Patrono', '01-29')`;
}

const grant = (role: Role, municipality: string | null = PERUGIA, organisationId: string | null = null): Grant => ({ role, municipality, organisationId });
const actor = (...grants: Grant[]): Actor => ({ kind: "user", id: newId(), name: "Maria Rossi", grants, network: [PERUGIA, TORINO] });

/** What a statement gives as the app's role on behalf of somebody; rolled back. */
async function asked<T>(who: Actor, statement: string): Promise<T[]> {
  const undo = new Error("undo");
  let rows: T[] = [];
  await asActor(app, who, async (db) => {
    rows = [...(await db.drizzle.execute(sql.raw(statement)))] as T[];
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return rows;
}

const sqlState = (who: Actor, statement: string): Promise<string> => asked(who, statement).then((rows) => `${rows.length} rows`, (error: unknown) => postgresError(error)?.code ?? String(error));

async function municipalitiesSeen(who: Actor, table: string): Promise<string[]> {
  const rows = await asked<{ municipality_id: string }>(who, `SELECT DISTINCT municipality_id FROM "${table}" WHERE municipality_id IS NOT NULL ORDER BY 1`);
  return rows.map(({ municipality_id }) => municipality_id);
}

describe("every table of the schema", () => {
  test("has row-level security on and forced, with a policy of its own, and cannot be emptied by the app", async () => {
    const all = await api.owner<{ name: string; enabled: boolean; forced: boolean; policies: string[] }[]>`
      SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
        ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname NOT IN ('owner_all', 'command_line')) AS policies
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`;
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ enabled, forced }) => !enabled || !forced).map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ policies }) => policies.length === 0).map(({ name }) => name)).toEqual([]);
    for (const { name } of all) expect(await sqlState(actor(grant("manager")), `TRUNCATE "${name}" CASCADE`), name).toBe("42501");
  });

  test("has rows of both municipalities here, so that what follows means something", async () => {
    for (const { name } of tables) {
      const seen = await api.owner.unsafe<{ municipality_id: string }[]>(`SELECT DISTINCT municipality_id FROM "${name}" WHERE municipality_id IS NOT NULL`);
      expect(seen.map(({ municipality_id }) => municipality_id), name).toEqual(expect.arrayContaining([PERUGIA, TORINO]));
    }
  });
});

describe("reading", () => {
  test.each<[Role]>([["social_worker"], ["operator"], ["manager"], ["administrator"]])("a %s of Perugia sees no row of Torino", async (role) => {
    for (const { name } of tables) expect(await municipalitiesSeen(actor(grant(role)), name), name).not.toContain(TORINO);
  });

  test("a manager sees their own", async () => {
    for (const { name } of tables.filter(({ name: table }) => table !== "audit_entry")) expect(await municipalitiesSeen(actor(grant("manager")), name), name).toEqual([PERUGIA]);
  });

  test("a coordinator sees places in the whole network and no people, an administrator neither", async () => {
    const [coordinator, administrator] = [actor(grant("coordinator", null)), actor(grant("administrator", null))];
    expect(await municipalitiesSeen(coordinator, "unit")).toEqual([PERUGIA, TORINO]);
    expect(await municipalitiesSeen(administrator, "unit")).toEqual([]);
    for (const name of PEOPLE) expect([await municipalitiesSeen(coordinator, name), await municipalitiesSeen(administrator, name)], name).toEqual([[], []]);
    expect(await municipalitiesSeen(coordinator, "audit_entry")).toEqual([]);
    expect(await municipalitiesSeen(administrator, "audit_entry")).toEqual([PERUGIA, TORINO]);
  });

  test("nobody sees anything but the names of municipalities", async () => {
    const everything = await api.owner<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'municipality'`;
    for (const { name } of everything) {
      const [unnamed] = await app.sql<{ count: number }[]>`SELECT count(*)::int AS count FROM ${app.sql(name)}`;
      const [withoutRole] = await asked<{ count: number }>(actor(), `SELECT count(*)::int AS count FROM "${name}"`);
      expect([unnamed?.count, withoutRole?.count], name).toEqual([0, 0]);
    }
  });

  test("nobody but whoever signs in reads passwords, sessions and tokens of others", async () => {
    for (const role of ["social_worker", "operator", "coordinator"] as const) {
      for (const name of ["user_password", "user_session", "api_token", "idempotency_key"]) expect(await asked(actor(grant(role)), `SELECT 1 FROM "${name}"`), name).toEqual([]);
    }
  });
});

describe("a household in a protected facility", () => {
  let protectedId: string;
  let callers: Record<"own" | "other" | "worker" | "manager", Caller>;

  beforeAll(async () => {
    const manager = await api.as("manager");
    callers = { own: await api.as("operator", PERUGIA, ours.id), other: await api.as("operator", PERUGIA, theirs.id), worker: await api.as("social_worker"), manager };
    const facility = await aFacility(manager, { organisationId: ours.id, addressProtected: true, address: "Via Segreta 1" });
    const household = await aHousehold(manager);
    const placement = await aPlacement(callers.own, await aUnit(manager, 1, {}, facility), "2027-03-10", "2027-03-20", { householdId: household.id });
    await api.owner`INSERT INTO task (id, municipality_id, kind, cause, household_id, placement_id) VALUES (${newId()}, ${PERUGIA}, 'needs_bed', ${placement.id}, ${household.id}, ${placement.id})`;
    protectedId = household.id;
  });

  test.each<[string, Grant[] | (() => Grant[]), boolean]>([
    ["its own operator", () => [grant("operator", PERUGIA, ours.id)], true],
    ["the manager", [grant("manager")], true],
    ["another organisation's operator", () => [grant("operator", PERUGIA, theirs.id)], false],
    ["the municipality's own operator", [grant("operator")], false],
    ["a social worker", [grant("social_worker")], false],
    ["a manager of Torino", [grant("manager", TORINO)], false],
    ["a coordinator", [grant("coordinator", null)], false],
    ["an administrator", [grant("administrator", null)], false],
  ])("is found by %s: %3$s", async (_who, grants, isFound) => {
    const who = actor(...(typeof grants === "function" ? grants() : grants));
    const count = async (from: string) => (await asked(who, `SELECT 1 FROM ${from}`)).length > 0;
    expect(await count(`household WHERE id = '${protectedId}'`)).toBe(isFound);
    expect(await count(`membership WHERE household_id = '${protectedId}'`)).toBe(isFound);
    expect(await count(`placement WHERE household_id = '${protectedId}'`)).toBe(isFound);
    expect(await count(`task WHERE household_id = '${protectedId}'`)).toBe(isFound);
    for (const table of ["person", "household", "membership", "placement", "stay"]) expect(await count(`${table} WHERE protected_for IS NOT NULL`), table).toBe(isFound);
  });

  test("is not there for others through the API, nor is the address", async () => {
    for (const [who, status] of [["own", 200], ["manager", 200], ["other", 404], ["worker", 404]] as const) {
      expect((await callers[who]("GET", `/households/${protectedId}`)).status, who).toBe(status);
      const listed = await callers[who]("GET", `/facilities?municipality=${PERUGIA}&limit=200`);
      expect(JSON.stringify(listed.body).includes("Via Segreta"), who).toBe(status === 200);
    }
  });
});

test("nobody places a household where they could not find it afterwards: 403", async () => {
  const manager = await api.as("manager");
  const unit = await aUnit(manager, 1, {}, await aFacility(manager, { addressProtected: true }));
  const body = { householdId: (await aHousehold(manager)).id, unitId: unit.id, arrival: "2027-03-10", exit: "2027-03-12" };
  expect(await (await api.as("operator", PERUGIA, theirs.id))("POST", "/placements", { body })).toMatchObject({ status: 403, body: { code: "other_organisation" } });
  expect(await (await api.as("operator"))("POST", "/placements", { body })).toMatchObject({ status: 201 });
});

/** No row is reached, or no right to. */
const NOTHING_DONE = /^(0 rows|42501)$/;

describe("writing", () => {
  test("a row of another municipality is refused, whatever the table", async () => {
    for (const { name, columns } of tables) {
      const [row] = await api.owner.unsafe<{ row: Record<string, unknown> }[]>(`SELECT to_jsonb(t) AS row FROM "${name}" t WHERE municipality_id = '${TORINO}' LIMIT 1`);
      const copy = JSON.stringify({ ...row?.row, ...(columns.includes("id") ? { id: newId() } : {}) }).replaceAll("'", "''");
      const list = columns.map((column) => `"${column}"`).join(", ");
      const insert = `INSERT INTO "${name}" (${list}) SELECT ${list} FROM jsonb_populate_record(NULL::"${name}", '${copy}')`;
      for (const role of ["social_worker", "operator", "manager", "coordinator", "administrator"] as const) expect(await sqlState(actor(grant(role)), insert), `${role} ${name}`).toBe("42501");
    }
  });

  test("nothing of another municipality's is changed or deleted, and nothing is given away to it", async () => {
    for (const { name } of tables) {
      for (const role of ["manager", "administrator"] as const) {
        const who = actor(grant(role));
        expect(await sqlState(who, `UPDATE "${name}" SET municipality_id = municipality_id WHERE municipality_id = '${TORINO}' RETURNING 1`), `${role} ${name}`).toMatch(NOTHING_DONE);
        expect(await sqlState(who, `DELETE FROM "${name}" WHERE municipality_id = '${TORINO}' RETURNING 1`), `${role} ${name}`).toMatch(NOTHING_DONE);
        expect(await sqlState(who, `UPDATE "${name}" SET municipality_id = '${TORINO}' WHERE municipality_id = '${PERUGIA}' RETURNING 1`), `${role} ${name}`).toMatch(NOTHING_DONE);
      }
    }
  });

  test("an operator asks for an extension and takes it back, and decides none", async () => {
    const [row] = await api.owner<{ id: string }[]>`SELECT id FROM extension WHERE municipality_id = ${PERUGIA}`;
    const change = (status: string) => `UPDATE extension SET status = '${status}', decided_by = 'x', decided_at = now() WHERE id = '${row?.id}' RETURNING 1`;
    for (const status of ["approved", "refused"]) expect(await sqlState(actor(grant("operator")), change(status)), status).toBe("42501");
    for (const status of ["approved", "refused", "withdrawn"]) expect(await sqlState(actor(grant("manager")), change(status)), status).toBe("1 rows");
    expect(await sqlState(actor(grant("operator")), change("withdrawn"))).toBe("1 rows");
  });

  test.each<[Role]>([["social_worker"], ["coordinator"], ["administrator"]])("a %s changes no bed, no placement, no rule", async (role) => {
    const who = actor(grant(role));
    for (const name of ["bed", "unit", "facility", "closure", "bed_block", "stay_rule", "programme", "organisation", "placement", "stay"]) {
      expect(await sqlState(who, `UPDATE "${name}" SET municipality_id = municipality_id RETURNING 1`), name).toMatch(NOTHING_DONE);
      expect(await sqlState(who, `DELETE FROM "${name}" RETURNING 1`), name).toMatch(NOTHING_DONE);
    }
  });
});
