import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { newId } from "@/db/ids";
import type { Role } from "@/domain/actor";
import { textOf } from "./answer-text";
import { freshDatabase } from "./database";

export const PERUGIA = "G478";
export const TORINO = "L219";

export type Answered<T = Record<string, unknown>> = { status: number; body: T; headers: Headers };
type Options = { body?: unknown; headers?: Record<string, string> };

/** Somebody who calls the API with a token of their own. */
export type Caller = <T = Record<string, unknown>>(method: string, path: string, options?: Options) => Promise<Answered<T>>;

export type Api = {
  ownerUrl: string;
  owner: postgres.Sql;
  /** A user with this role, and their token. */
  as(role: Role, municipality?: string | null, organisationId?: string | null): Promise<Caller>;
  nobody: Caller;
  close(): Promise<void>;
};

/** The API in this process on a database of its own. `today` is the test clock's. Once per test file. */
export async function startApi({ today }: { today: string }): Promise<Api> {
  const fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.appUrl;
  process.env.POSTOLETTO_EMBEDDED = "1";
  process.env.POSTOLETTO_TEST = "1";
  process.env.POSTOLETTO_TODAY = today;
  process.env.POSTOLETTO_KEY ??= randomBytes(32).toString("base64");
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("base64");
  const owner = postgres(fresh.ownerUrl, { max: 2, onnotice: () => {} });
  const { api } = await import("@/server/http/app");
  const { database } = await import("@/server/database");
  const { stopLive } = await import("@/server/events/streams");

  const caller = (token: string | null): Caller => async <T>(method: string, path: string, { body, headers = {} }: Options = {}) => {
    const response = await api.request(`/api/v1${path}`, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await textOf(response);
    return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as T, headers: response.headers };
  };

  return {
    ownerUrl: fresh.ownerUrl,
    owner,
    nobody: caller(null),
    as: async (role, municipality = PERUGIA, organisationId = null) => caller(await newToken(owner, role, municipality, organisationId)),
    close: async () => {
      await stopLive();
      await owner.end();
      await database().end();
      await fresh.drop();
    },
  };
}

/** Sets the test clock. */
export function itIs(today: string): void {
  process.env.POSTOLETTO_TODAY = today;
}

async function newToken(owner: postgres.Sql, role: Role, municipality: string | null, organisationId: string | null): Promise<string> {
  const [userId, token] = [newId(), randomBytes(32).toString("base64url")];
  await owner`INSERT INTO app_user (id, email, name) VALUES (${userId}, ${`${userId}@test.example`}, ${role})`;
  await owner`INSERT INTO user_role (id, user_id, role, municipality_id, organisation_id) VALUES (${newId()}, ${userId}, ${role}, ${municipality}, ${organisationId})`;
  await owner`INSERT INTO api_token (id, user_id, name, hash) VALUES (${newId()}, ${userId}, 'test', ${createHash("sha256").update(token).digest("hex")})`;
  return token;
}
