import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Actor, mayEverywhere, municipalitiesReached, municipalitiesWith, organisationsOf } from "@/domain/actor";
import { NETWORK_CHAIN } from "@/domain/audit";
import { driverOf, prepareStatements } from "./driver";

type Drizzle = PostgresJsDatabase<Record<string, never>>;
type DrizzleTransaction = Parameters<Parameters<Drizzle["transaction"]>[0]>[0];

/** A transaction in which the database knows who is asking. Every read and write goes through one. */
export type Db = { readonly drizzle: DrizzleTransaction; readonly actor: Actor };

/** The pool, and how many transactions hold or await one of its connections. Nothing can be read through it before an actor is named. */
export type Database = { readonly drizzle: Drizzle; readonly sql: postgres.Sql; readonly load: { readonly connections: number; transactions: number }; end(): Promise<void> };

/**
 * Seconds until a connection that ended is made again. The driver waits three times as long for each that ended, up to twenty seconds: once
 * a server had reset the whole pool, the time to connect was over before a connection was tried, and requests failed long after it was back.
 */
const reconnectsAfter = () => 0.05 + Math.random() * 0.2;

/** Opens a pool of at most `max` connections to `url`; connections are made when first needed. */
export function connect(url: string, max = 16): Database {
  const client = postgres(url, {
    max,
    connect_timeout: 10,
    backoff: reconnectsAfter,
    onnotice: () => {},
    connection: { application_name: "postoletto", TimeZone: "UTC" },
  });
  return { drizzle: drizzle(client), sql: client, load: { connections: max, transactions: 0 }, end: () => client.end({ timeout: 5 }) };
}

/** The organisation of operators who work for the municipality itself, in the protection of rows. */
export const OWN_ORGANISATION = "00000000-0000-0000-0000-000000000000";

/** What the policies of drizzle/0002 read; set for the transaction only. */
function settings(actor: Actor): Record<string, string> {
  const isOperatorOfTheMunicipality = actor.grants.some(({ role, organisationId }) => role === "operator" && organisationId === null);
  const organisations = organisationsOf(actor).concat(isOperatorOfTheMunicipality ? OWN_ORGANISATION : []);
  return {
    "app.actor": actor.id,
    "app.system": actor.kind === "system" ? actor.id : "",
    "app.places": municipalitiesWith(actor, "inventory.read").join(","),
    "app.people": municipalitiesWith(actor, "household.read").join(","),
    "app.operated": municipalitiesWith(actor, "placement.write").join(","),
    "app.managed": municipalitiesWith(actor, "facility.write").join(","),
    "app.users": municipalitiesWith(actor, "user.write").join(","),
    "app.administered": [...municipalitiesWith(actor, "audit.read"), ...(mayEverywhere(actor, "audit.read") ? [NETWORK_CHAIN] : [])].join(","),
    "app.reached": [...municipalitiesReached(actor), ...(actor.grants.some(({ municipality }) => municipality === null) ? [NETWORK_CHAIN] : [])].join(","),
    "app.organisations": organisations.join(","),
  };
}

/** Runs `work` in one transaction as `actor`; whatever it throws rolls everything back. */
export async function asActor<T>(database: Database, actor: Actor, work: (db: Db) => Promise<T>): Promise<T> {
  database.load.transactions += 1;
  try {
    return await database.drizzle.transaction(async (tx) => {
      const db = { drizzle: tx, actor };
      prepareStatements(db);
      await driverOf(db)`SELECT set_config(key, value, true) FROM json_each_text(${JSON.stringify(settings(actor))})`;
      return work(db);
    });
  } finally {
    database.load.transactions -= 1;
  }
}

/** A savepoint: what `work` wrote is undone when it throws, the transaction around it goes on. */
export function inSavepoint<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.drizzle.transaction((tx) => {
    const inside = { drizzle: tx, actor: db.actor };
    prepareStatements(inside);
    return work(inside);
  });
}
