import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { connect, type Database } from "@/db/client";
import { newId } from "@/db/ids";
import { migrate } from "@/db/migrate";
import { api } from "@/server/http/app";
import { asAdmin, type TestServer, urlFor } from "../../test/servers";
import { ensureDatabase } from "../../scripts/postgres/roles.mjs";
import { inBulk } from "./bulk";
import { fillHistory } from "./history";
import { buildPlaces, sizeOf } from "./world";

type Answered<T> = { status: number; body: T };

/** A database of one size, and a manager who asks the API about it. */
export type Site = { stays: number; owner: postgres.Sql; ask: <T>(method: string, path: string, body?: unknown) => Promise<T>; close(): Promise<void> };

/** The product keeps its pool under this name; the benchmark turns from one database to the other. */
const globals = globalThis as typeof globalThis & { postolettoDatabase?: Database };

export async function buildSite(server: TestServer, name: string, stays: number): Promise<Site> {
  await asAdmin(server, (sql) => ensureDatabase(sql, name, server.owner.name));
  const appUrl = urlFor(server, server.app, name);
  await migrate({ ownerUrl: urlFor(server, server.owner, name), appUrl });

  const owner = postgres(urlFor(server, server.owner, name), { max: 1, onnotice: () => {}, connection: { maintenance_work_mem: "1GB", work_mem: "256MB" } });
  await buildPlaces(owner);
  await inBulk(owner, () => fillHistory(owner, sizeOf(stays)));
  const token = await managerOf(owner);
  const database = connect(appUrl, 4);
  return { stays, owner, ask: asking(database, token), close: async () => void (await Promise.all([owner.end(), database.end()])) };
}

function asking(database: Database, token: string): Site["ask"] {
  return async <T>(method: string, path: string, body?: unknown) => {
    globals.postolettoDatabase = database;
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await api.request(`/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, ...content });
    const answered: Answered<T> = { status: response.status, body: (await response.json()) as T };
    if (answered.status >= 300) throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`);
    return answered.body;
  };
}

async function managerOf(owner: postgres.Sql): Promise<string> {
  const [userId, token] = [newId(), randomBytes(32).toString("base64url")];
  await owner`INSERT INTO app_user (id, email, name) VALUES (${userId}, 'bench@test.example', 'Bench')`;
  await owner`INSERT INTO user_role (id, user_id, role, municipality_id) VALUES (${newId()}, ${userId}, 'manager', 'G478')`;
  await owner`INSERT INTO api_token (id, user_id, name, hash) VALUES (${newId()}, ${userId}, 'bench', ${createHash("sha256").update(token).digest("hex")})`;
  return token;
}
