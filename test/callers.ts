import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { newId } from "@/db/ids";
import type { Role } from "@/domain/actor";
import { IDLE_MINUTES } from "@/server/auth/session-times";
import { textOf } from "./answer-text";
import { TORINO, PERUGIA } from "./api";
import type { Asked } from "./requests";

export type Heard = { status: number; text: string; headers: Headers };

/** Somebody at the door, with what they show. */
export type Visitor = (asked: Pick<Asked, "method" | "path"> & Partial<Asked> & { headers?: Record<string, string> }) => Promise<Heard>;

export async function visitor(shown: Record<string, string>): Promise<Visitor> {
  const { api } = await import("@/server/http/app");
  return async ({ method, path, query = "", body, headers = {} }) => {
    const type = path.startsWith("/imports/") && method === "POST" ? "text/csv" : "application/json";
    const content = typeof body === "string" ? body : JSON.stringify(body);
    const response = await api.request(`/api/v1${path}${query === "" ? "" : `?${query}`}`, {
      method, headers: { ...shown, ...(body === undefined ? {} : { "content-type": type }), ...headers }, ...(body === undefined ? {} : { body: content }),
    });
    return { status: response.status, text: await textOf(response), headers: response.headers };
  };
}

type Holder = { role: Role; municipality: string | null; organisationId: string | null };
const WORKER: Holder = { role: "manager", municipality: PERUGIA, organisationId: null };

/** A user with this role; answers the id. */
export async function aUser(owner: postgres.Sql, { role, municipality, organisationId }: Holder, isDisabled = false): Promise<string> {
  const id = newId();
  await owner`INSERT INTO app_user (id, email, name, disabled_at) VALUES (${id}, ${`${id}@test.example`}, ${role}, ${isDisabled ? new Date().toISOString() : null})`;
  await owner`INSERT INTO user_role (id, user_id, role, municipality_id, organisation_id) VALUES (${newId()}, ${id}, ${role}, ${municipality}, ${organisationId})`;
  return id;
}

type Ends = { expired?: boolean; revoked?: boolean };
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const ahead = (minutes: number) => ago(-minutes);

export async function withToken(owner: postgres.Sql, userId: string, ends: Ends = {}): Promise<Visitor> {
  return visitor({ authorization: `Bearer ${await aToken(owner, userId, ends)}` });
}

/** A token of the user, as they hold it. */
export async function aToken(owner: postgres.Sql, userId: string, { expired = false, revoked = false }: Ends = {}): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await owner`INSERT INTO api_token (id, user_id, name, hash, expires_at, revoked_at) VALUES (${newId()}, ${userId}, 'test', ${hash}, ${expired ? ago(1) : null}, ${revoked ? ago(1) : null})`;
  return token;
}

/** With the cookie of a browser that signed in, sent by a page of the product itself. */
export async function withSession(owner: postgres.Sql, userId: string, { expired = false, revoked = false, idle = false }: Ends & { idle?: boolean } = {}, secret = process.env.NEXTAUTH_SECRET ?? ""): Promise<Visitor> {
  const id = newId();
  await owner`
    INSERT INTO user_session (id, user_id, last_seen_at, expires_at, revoked_at)
    VALUES (${id}, ${userId}, ${ago(idle ? IDLE_MINUTES + 1 : 0)}, ${expired ? ago(1) : ahead(60)}, ${revoked ? ago(1) : null})`;
  const cookie = await encode({ token: { sessionId: id }, secret });
  return visitor({ cookie: `next-auth.session-token=${cookie}`, "sec-fetch-site": "same-origin" });
}

/** Everybody the door is closed to, whatever they ask for. */
export async function strangers(owner: postgres.Sql): Promise<[string, Visitor][]> {
  const [worker, disabled] = [await aUser(owner, WORKER), await aUser(owner, WORKER, true)];
  return [
    ["nobody", await visitor({})],
    ["a token that is none", await visitor({ authorization: "Bearer nonsense" })],
    ["a password instead of a token", await visitor({ authorization: "Basic YTpi" })],
    ["a revoked token", await withToken(owner, worker, { revoked: true })],
    ["an expired token", await withToken(owner, worker, { expired: true })],
    ["a disabled user's token", await withToken(owner, disabled)],
    ["a disabled user's session", await withSession(owner, disabled)],
    ["an expired session", await withSession(owner, worker, { expired: true })],
    ["an idle session", await withSession(owner, worker, { idle: true })],
    ["a revoked session", await withSession(owner, worker, { revoked: true })],
    ["a cookie signed by somebody else", await withSession(owner, worker, {}, randomBytes(32).toString("base64"))],
    ["a cookie that is none", await visitor({ cookie: "next-auth.session-token=nonsense", "sec-fetch-site": "same-origin" })],
  ];
}

export type Known = Holder & { name: string; visit: Visitor };

/** Everybody who has a role, by what they may see: of Perugia, of its organisations, of Torino, of the network. */
export async function colleagues(owner: postgres.Sql, organisations: { ours: string; theirs: string }): Promise<Known[]> {
  const roles: [string, Role, string | null, string | null][] = [
    ["a social worker", "social_worker", PERUGIA, null],
    ["an operator of the municipality", "operator", PERUGIA, null],
    ["an operator of our organisation", "operator", PERUGIA, organisations.ours],
    ["an operator of their organisation", "operator", PERUGIA, organisations.theirs],
    ["a manager", "manager", PERUGIA, null],
    ["an administrator of the municipality", "administrator", PERUGIA, null],
    ["a coordinator of the municipality", "coordinator", PERUGIA, null],
    ["a manager of Torino", "manager", TORINO, null],
    ["a coordinator of the network", "coordinator", null, null],
    ["an administrator of the network", "administrator", null, null],
  ];
  return Promise.all(roles.map(async ([name, role, municipality, organisationId]) => {
    const holder = { role, municipality, organisationId };
    return { name, ...holder, visit: await withToken(owner, await aUser(owner, holder)) };
  }));
}
