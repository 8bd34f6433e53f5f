import { readFile } from "node:fs/promises";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import { asc, eq, sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Day } from "@/domain/day";
import { addFrame } from "./demo/frame-rows";
import type { Ground } from "./demo/ground";
import { historyOf } from "./demo/history";
import { addHouseholds } from "./demo/household-rows";
import { planOf } from "./demo/network";
import { addPlaces } from "./demo/place-rows";
import { addPlacement } from "./demo/placement-rows";
import { idsFrom, randomFrom } from "./demo/random";
import { insertRows, noRows, type Rows, type Transaction } from "./demo/rows";
import { addNetworkStaff, addStaff } from "./demo/users";
import { municipality } from "./schema/municipalities";
import { appUser } from "./schema/users";

export type DemoSettings = { ownerUrl: string; today: Day; password: string };

/**
 * Fills an empty database with the demo network: the inventory that was published, and invented people with two years of stays
 * up to `today`. The same day gives the same network. One transaction, as the owner.
 */
export function loadDemo(settings: DemoSettings): Promise<{ logins: string[] }> {
  return asOwner(settings.ownerUrl, (database) => database.transaction((tx) => load(tx, settings)));
}

/** Empties every table of municipalities and users, then loads; all or nothing. */
export function resetDemo(settings: DemoSettings): Promise<{ logins: string[] }> {
  return asOwner(settings.ownerUrl, (database) =>
    database.transaction(async (tx) => {
      await empty(tx);
      return load(tx, settings);
    }),
  );
}

/** True while there is no user, who alone could have written anything. */
export function isEmpty(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (database) => (await database.$count(appUser)) === 0);
}

async function asOwner<T>(ownerUrl: string, work: (database: PostgresJsDatabase) => Promise<T>): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(drizzle(client));
  } finally {
    await client.end();
  }
}

async function empty(tx: Transaction): Promise<void> {
  const owned = await tx.execute<{ name: string }>(sql`
    SELECT DISTINCT quote_ident(t.table_name) AS name
    FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND (c.column_name = 'municipality_id' OR t.table_name IN ('app_user', 'idempotency_key', 'audit_seal'))`);
  await beingAllowedToForget(tx, () => tx.execute(sql.raw(`TRUNCATE ${owned.map(({ name }) => name).join(", ")} CASCADE`)));
}

/** The audit is never emptied, not even by its owner: the demonstration alone begins anew, and says so. Undone with the transaction. */
async function beingAllowedToForget(tx: Transaction, empty: () => Promise<unknown>): Promise<void> {
  for (const table of ["audit_entry", "audit_seal"]) await tx.execute(sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_never_emptied`));
  await empty();
  for (const table of ["audit_entry", "audit_seal"]) await tx.execute(sql.raw(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_never_emptied`));
}

async function load(tx: Transaction, { today, password }: DemoSettings): Promise<{ logins: string[] }> {
  const network = await tx.select().from(municipality).where(eq(municipality.inNetwork, true)).orderBy(asc(municipality.name));
  const programmes = await publishedProgrammes();
  // One hash for all: eighty of them would take longer than everything else together.
  const passwordHash = await hash(password);

  const rows = noRows();
  for (const { code, name } of network) addMunicipality(rows, { code, name, today, passwordHash, programmes });
  const random = randomFrom(NETWORK_SEED);
  addNetworkStaff({ rows, today, random, newId: idsFrom(random, today) }, passwordHash);
  await insertRows(tx, rows);
  return { logins: rows.appUser.map(({ email }) => email) };
}

const NETWORK_SEED = 2023;
/** Apart from the plan's seed, so that another column of ids changes nobody's name. */
const ID_SEED = 7_000_000;

type Programme = { code: string; name: string };
type Loading = { code: string; name: string; today: Day; passwordHash: string; programmes: Programme[] };

function addMunicipality(rows: Rows, { code, name, today, passwordHash, programmes }: Loading): void {
  const plan = planOf(name);
  const random = randomFrom(plan.seed);
  const history = historyOf(plan, random);
  const ground: Ground = { municipality: code, plan, today, random, rows, newId: idsFrom(randomFrom(ID_SEED + plan.seed), today) };

  const frame = addFrame(ground, programmes);
  const { operatorId, socialWorkerId } = addStaff(ground, frame.organisationIds, passwordHash);
  const inventory = addPlaces(ground, frame, operatorId);
  const householdIds = addHouseholds(ground, frame, socialWorkerId, history.households);
  const inOrder = [...history.placements].sort((a, b) => a.nights.arrival - b.nights.arrival);
  for (const placement of inOrder) addPlacement(ground, { frame, inventory, householdIds, operatorId }, placement);
}

async function publishedProgrammes(): Promise<Programme[]> {
  const published = JSON.parse(await readFile(path.resolve("data/lgnet2-network.json"), "utf8")) as { programmes: Programme[] };
  return published.programmes.map(({ code, name }) => ({ code, name }));
}
