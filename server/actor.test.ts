import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { asActor } from "@/db/client";
import { may, municipalitiesWith } from "@/domain/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { actorFromRequest, systemActor } from "./actor";
import { database } from "./database";
import { createToken } from "./tokens/create";
import { revokeToken } from "./tokens/revoke";
import { addUserWithRole } from "./users/add-role";
import { disableUser } from "./users/disable";

const PERUGIA = "G478";
const BOLOGNA = "A944";

let fresh: FreshDatabase;
let owner: postgres.Sql;
let userId: string;

const asCli = <T>(work: Parameters<typeof asActor<T>>[2]) => asActor(database(), systemActor("cli"), work);
const withToken = (token: string) => new Request("http://localhost:3000/api/v1/me", { headers: { authorization: `Bearer ${token}` } });

async function aToken(expiresAt: string | null = null) {
  const created = await asCli((db) => createToken(db, { userId, name: "script", expiresAt }));
  if (!created.ok) throw new Error(created.failure.code);
  return created.value;
}

async function aSession(times: { seen?: string; expires?: string } = {}): Promise<{ id: string; request: Request }> {
  const { seen = "0 minutes", expires = "8 hours" } = times;
  const [session] = await owner<{ id: string }[]>`
    INSERT INTO user_session (id, user_id, last_seen_at, expires_at)
    VALUES (gen_random_uuid(), ${userId}, now() - ${seen}::interval, now() + ${expires}::interval) RETURNING id`;
  const id = session?.id ?? "";
  const cookie = await encode({ token: { sessionId: id }, secret: "a secret of this test" });
  return { id, request: new Request("http://localhost:3000/", { headers: { cookie: `other=1; next-auth.session-token=${cookie}` } }) };
}

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.appUrl;
  process.env.NEXTAUTH_SECRET = "a secret of this test";
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  owner = postgres(fresh.ownerUrl, { max: 1 });
});

beforeEach(async () => {
  const email = `maria.${Math.random()}@comune.example`;
  const user = await asCli((db) => addUserWithRole(db, { email, name: "Maria Rossi", role: "operator", municipality: PERUGIA, organisationId: null }));
  if (!user.ok) throw new Error(user.failure.code);
  userId = user.value.id;
});

afterAll(async () => {
  await owner.end();
  await database().end();
  await fresh.drop();
});

describe("a token", () => {
  test("speaks for its user, with the user's roles of this moment", async () => {
    const { token } = await aToken();
    expect(token).toMatch(/^pl_[\w-]{43}$/);

    const first = await actorFromRequest(withToken(token));
    expect(first).toMatchObject({ via: "token", actor: { kind: "token", id: userId, name: "Maria Rossi" } });
    expect(first?.actor.grants).toEqual([{ role: "operator", municipality: PERUGIA, organisationId: null }]);

    await owner`INSERT INTO user_role (id, user_id, role, municipality_id) VALUES (gen_random_uuid(), ${userId}, 'manager', ${BOLOGNA})`;
    const second = await actorFromRequest(withToken(token));
    expect(second && municipalitiesWith(second.actor, "facility.write")).toEqual([BOLOGNA]);
    expect(second && may(second.actor, "placement.write", PERUGIA)).toBe(true);
  });

  test("that is unknown, empty or of another kind opens nothing", async () => {
    const { token } = await aToken();
    for (const header of [`Bearer ${token}x`, "Bearer ", "Bearer", `Basic ${token}`, token, `Bearer ${token} ${token}`]) {
      const request = new Request("http://localhost:3000/", { headers: { authorization: header } });
      expect(await actorFromRequest(request), header).toBeNull();
    }
  });

  test("that was revoked opens nothing", async () => {
    const { token, id } = await aToken();
    await asCli((db) => revokeToken(db, { tokenId: id }));
    expect(await actorFromRequest(withToken(token))).toBeNull();
  });

  test("that has expired opens nothing", async () => {
    const { token, id } = await aToken("2099-12-31T23:59:59Z");
    expect(await actorFromRequest(withToken(token))).not.toBeNull();
    await owner`UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = ${id}`;
    expect(await actorFromRequest(withToken(token))).toBeNull();
  });

  test("of a disabled user opens nothing", async () => {
    const { token } = await aToken();
    await asCli((db) => disableUser(db, { userId }));
    expect(await actorFromRequest(withToken(token))).toBeNull();
  });

  test("that is wrong is not made good by a session beside it", async () => {
    const { request } = await aSession();
    const headers = new Headers(request.headers);
    headers.set("authorization", "Bearer pl_wrong");
    expect(await actorFromRequest(new Request("http://localhost:3000/", { headers }))).toBeNull();
  });

  test("is kept as a hash only", async () => {
    const { token, id } = await aToken();
    const [row] = await owner`SELECT row_to_json(t)::text AS row FROM api_token t WHERE id = ${id}`;
    expect(row?.row).not.toContain(token.slice(3));
  });
});

describe("a session", () => {
  test("that is open speaks for its user", async () => {
    const { request } = await aSession();
    expect(await actorFromRequest(request)).toMatchObject({ via: "session", actor: { kind: "user", id: userId } });
  });

  test("tells by its snapshot whether anything was written since, as a token does", async () => {
    const { request } = await aSession();
    const { token } = await aToken();
    for (const recognised of [request, withToken(token)]) {
      const before = await actorFromRequest(recognised);
      await owner`UPDATE app_user SET name = name WHERE id = ${userId}`;
      const after = await actorFromRequest(recognised);
      expect([before?.snapshot, after?.snapshot]).toEqual([expect.stringMatching(/^\d+:\d+:/), expect.stringMatching(/^\d+:\d+:/)]);
      expect(after?.snapshot).not.toBe(before?.snapshot);
    }
  });

  test.each([
    ["was last seen 31 minutes ago", { seen: "31 minutes" }],
    ["is older than eight hours", { expires: "-1 second" }],
  ])("that %s is over", async (_case, times) => {
    const { request } = await aSession(times);
    expect(await actorFromRequest(request)).toBeNull();
  });

  test("that was revoked is over", async () => {
    const { id, request } = await aSession();
    await owner`UPDATE user_session SET revoked_at = now() WHERE id = ${id}`;
    expect(await actorFromRequest(request)).toBeNull();
  });

  test("of a disabled user is over", async () => {
    const { request } = await aSession();
    await asCli((db) => disableUser(db, { userId }));
    expect(await actorFromRequest(request)).toBeNull();
  });

  test("is noted as seen once a minute, not at every request", async () => {
    const seen = async (id: string) => (await owner<{ ago: number }[]>`SELECT extract(epoch FROM now() - last_seen_at)::int AS ago FROM user_session WHERE id = ${id}`)[0]?.ago;
    const recent = await aSession({ seen: "30 seconds" });
    await actorFromRequest(recent.request);
    expect(await seen(recent.id)).toBeGreaterThanOrEqual(30);

    const earlier = await aSession({ seen: "29 minutes" });
    await actorFromRequest(earlier.request);
    expect(await seen(earlier.id)).toBeLessThan(5);
  });

  test("cannot be made up without the secret", async () => {
    const { id } = await aSession();
    const forged = await encode({ token: { sessionId: id }, secret: "another secret" });
    for (const cookie of [forged, id, "", "a.b.c"]) {
      const request = new Request("http://localhost:3000/", { headers: { cookie: `next-auth.session-token=${cookie}` } });
      expect(await actorFromRequest(request)).toBeNull();
    }
  });
});

test("without token and session there is nobody", async () => {
  expect(await actorFromRequest(new Request("http://localhost:3000/"))).toBeNull();
});

test("a role in the whole network stands for its sixteen municipalities", async () => {
  await owner`INSERT INTO user_role (id, user_id, role) VALUES (gen_random_uuid(), ${userId}, 'coordinator')`;
  const { token } = await aToken();
  const recognised = await actorFromRequest(withToken(token));
  expect(recognised && municipalitiesWith(recognised.actor, "availability.read")).toHaveLength(16);
  expect(recognised && municipalitiesWith(recognised.actor, "household.read")).toEqual([PERUGIA]);
});
