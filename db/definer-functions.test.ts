import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Grant, Role } from "@/domain/actor";
import { type Api, PERUGIA, startApi, TORINO } from "@/test/api";
import { type Places, thePlaces } from "@/test/places";
import { TODAY } from "@/test/place";
import { asActor, connect, type Database } from "./client";
import { newId } from "./ids";

let api: Api;
let app: Database;
let world: Places;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  app = connect(process.env.DATABASE_URL ?? "", 2);
  world = await thePlaces(api);
}, 120_000);
afterAll(async () => {
  await app.end();
  await api.close();
});

const grant = (role: Role, municipality: string | null, organisationId: string | null = null): Grant => ({ role, municipality, organisationId });
const actor = (...grants: Grant[]): Actor => ({ kind: "user", id: newId(), name: "Maria Rossi", grants, network: [PERUGIA, TORINO] });

async function rows(who: Actor, statement: string): Promise<number> {
  return asActor(app, who, async (db) => [...(await db.drizzle.execute(sql.raw(statement)))].length);
}

type Probe = { theirs: () => string; seenBy: Role };

/**
 * Functions that run as the owner, past row-level security: each with a question about Torino, whose answer is empty for everybody of
 * Perugia, and who of Torino is answered. Null: it takes a secret, or tells no row of a municipality.
 */
const REVIEWED: Record<string, Probe | null> = {
  token_bearer: null, session_bearer: null, calendar_bearer: null, schema_version: null, may_grant: null, keeps_user: null, administers_user: null, public_settings: null,
  // To whoever keeps the account, in whichever municipality (server/http/user-changes.test.ts).
  last_sign_ins: null,
  // Names of users, to administrators: whoever acted in the municipality may have a role elsewhere.
  actor_names: null,
  household_history: { theirs: () => `SELECT * FROM household_history('${TORINO}', ARRAY['${world.places.torino.householdId}'])`, seenBy: "social_worker" },
  stays_in_units: { theirs: () => `SELECT * FROM stays_in_units(ARRAY(SELECT u.id FROM (VALUES ${theirUnits()}) u(id)), '1900-01-01', '2199-12-31')`, seenBy: "coordinator" },
  nights_in_units: { theirs: () => `SELECT * FROM nights_in_units(ARRAY(SELECT u.id FROM (VALUES ${theirUnits()}) u(id)), '1900-01-01', '2199-12-31')`, seenBy: "coordinator" },
  // Asked about somebody of Torino; that Perugia is told days and no more of its own people elsewhere is server/placements/cumulative.test.ts.
  nights_under_rules: { theirs: () => `SELECT * FROM nights_under_rules(ARRAY(SELECT p.id FROM (VALUES ${theirPeople()}) p(id)), true, false)`, seenBy: "social_worker" },
  // The same of the question who is recognised by name: server/households/recognitions.test.ts.
  clocks_of_namesakes: { theirs: () => `SELECT * FROM clocks_of_namesakes(ARRAY(SELECT p.id FROM (VALUES ${theirPeople()}) p(id)))`, seenBy: "social_worker" },
  keep_latest_exit: { theirs: () => `SELECT keep_latest_exit(p.id, '2027-12-31') FROM (VALUES ${theirPlacements()}) p(id)`, seenBy: "social_worker" },
  households_named: { theirs: () => `SELECT * FROM households_named('${TORINO}', ARRAY['%${world.places.torino.people}%'], NULL, 50)`, seenBy: "social_worker" },
  households_with_phone: { theirs: () => `SELECT * FROM households_with_phone('${TORINO}', '5559876', NULL, 50)`, seenBy: "social_worker" },
};

let unitIds: string[] = [];
let personIds: string[] = [];
let placementIds: string[] = [];
const theirUnits = () => unitIds.map((id) => `('${id}'::uuid)`).join(", ");
const theirPlacements = () => placementIds.map((id) => `('${id}'::uuid)`).join(", ");
const theirPeople = () => personIds.map((id) => `('${id}'::uuid)`).join(", ");

beforeAll(async () => {
  await api.owner`UPDATE household SET phone = '+39 011 555.98.76'`;
  await api.owner`UPDATE person SET name_hash = 'the same name'`;
  await api.owner`UPDATE stay_rule SET counting = 'cumulative'`;
  placementIds = (await api.owner<{ id: string }[]>`SELECT id FROM placement WHERE municipality_id = ${TORINO}`).map(({ id }) => id);
  personIds = (await api.owner<{ id: string }[]>`SELECT id FROM person WHERE municipality_id = ${TORINO}`).map(({ id }) => id);
  unitIds = (await api.owner<{ id: string }[]>`SELECT id FROM unit WHERE municipality_id = ${TORINO}`).map(({ id }) => id);
});

test("every function that runs past row-level security is known, has a path of its own, and nobody else made it", async () => {
  const found = await api.owner<{ name: string; path: string[] | null }[]>`
    SELECT p.proname AS name, p.proconfig AS path FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.prosecdef ORDER BY 1`;
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(REVIEWED).sort());
  expect(found.filter(({ path }) => !path?.some((setting) => setting.startsWith("search_path="))).map(({ name }) => name)).toEqual([]);
});

test.each(Object.entries(REVIEWED).flatMap(([name, probe]) => (probe === null ? [] : [[name, probe] as const])))("%s tells nobody of Perugia about Torino", async (_name, { theirs, seenBy }) => {
  const { ours } = world.organisations;
  const everybody = [grant("social_worker", PERUGIA), grant("operator", PERUGIA), grant("operator", PERUGIA, ours), grant("manager", PERUGIA), grant("coordinator", PERUGIA), grant("administrator", PERUGIA), grant("administrator", null)];
  for (const held of everybody) expect(await rows(actor(held), theirs()), `${held.role} ${held.municipality}`).toBe(0);
  expect(await rows(actor(), theirs())).toBe(0);
  expect(await rows(actor(grant(seenBy, TORINO)), theirs())).toBeGreaterThan(0);
});

test.each(["name", "telephone"])("the search by %s finds nobody of a protected facility for those who may not", async (by) => {
  const { people } = world.places.protected;
  const named = by === "name" ? `SELECT * FROM households_named('${PERUGIA}', ARRAY['%${people}%'], NULL, 50)` : `SELECT * FROM households_with_phone('${PERUGIA}', '0115559876', NULL, 90)`;
  const hidden = Number((await api.owner`SELECT count(*) FROM household WHERE protected_for IS NOT NULL`)[0]?.count);
  const all = await rows(actor(grant("manager", PERUGIA)), named);
  expect(hidden).toBeGreaterThan(0);
  for (const held of [grant("social_worker", PERUGIA), grant("operator", PERUGIA), grant("operator", PERUGIA, world.organisations.theirs)]) expect(await rows(actor(held), named)).toBe(all - hidden);
  expect(await rows(actor(grant("operator", PERUGIA, world.organisations.ours)), named)).toBe(all);
});
