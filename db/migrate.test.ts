import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { migrate } from "./migrate";

let fresh: FreshDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = postgres(fresh.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await fresh.drop();
});

test("has all 7,894 municipalities by codice catastale, 16 of them in the network", async () => {
  const [counted] = await owner`SELECT count(*)::int AS all, count(*) FILTER (WHERE in_network)::int AS network FROM municipality`;
  expect(counted).toEqual({ all: 7894, network: 16 });
  const named = await owner`SELECT code, name, province FROM municipality WHERE code IN ('G478', 'A952') ORDER BY code`;
  expect([...named]).toEqual([{ code: "A952", name: "Bolzano", province: "BZ" }, { code: "G478", name: "Perugia", province: "PG" }]);
});

test("does nothing the second time, also twice at once", async () => {
  const before = await owner`SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations`;
  await Promise.all([migrate(fresh), migrate(fresh)]);
  expect(await owner`SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations`).toEqual(before);
});

test("leaves the app's role owning nothing and above no row", async () => {
  const role = decodeURIComponent(new URL(fresh.appUrl).username);
  const [owned] = await owner`SELECT count(*)::int AS count FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = ${role}`;
  const [rights] = await owner`SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = ${role}`;
  expect(owned?.count).toBe(0);
  expect(rights).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
});
