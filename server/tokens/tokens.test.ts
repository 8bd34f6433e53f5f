import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor, connect, type Database, type Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import type { Actor, Grant } from "@/domain/actor";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { BOLOGNA, grant, somebody } from "@/test/people";
import { createToken } from "./create";
import { findTokens } from "./list";
import { revokeToken } from "./revoke";

let fresh: FreshDatabase;
let database: Database;

const as = <T>(actor: Actor, work: (db: Db) => Promise<T>) => asActor(database, actor, work);

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 4);
});

afterAll(async () => {
  await database.end();
  await fresh.drop();
});

describe("tokens", () => {
  test("everybody makes and revokes their own", async () => {
    const operator = await somebody(database, grant("operator"));
    const created = await as(operator, (db) => createToken(db, { name: "script" }));
    if (!created.ok) throw new Error(created.failure.code);
    expect(created.value).toMatchObject({ userId: operator.id, name: "script", expiresAt: null, revokedAt: null });
    const revoked = await as(operator, (db) => revokeToken(db, { tokenId: created.value.id }));
    expect(revoked.revokedAt).toMatch(/Z$/);
    const listed = await as(operator, (db) => findTokens(db, { limit: 50 }));
    expect(listed).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(created.value.token);
  });

  test("an administrator makes and revokes those of the city's users", async () => {
    const [administrator, operator] = [await somebody(database, grant("administrator")), await somebody(database, grant("operator"))];
    const created = await as(administrator, (db) => createToken(db, { name: "gateway", userId: operator.id }));
    if (!created.ok) throw new Error(created.failure.code);
    expect(created.value.userId).toBe(operator.id);
    const revoked = await as(administrator, (db) => revokeToken(db, { tokenId: created.value.id }));
    expect(revoked.revokedAt).not.toBeNull();
  });

  test.each<[string, Grant, Grant[]]>([
    ["a manager makes none for a colleague", grant("manager"), [grant("operator")]],
    ["an administrator makes none for somebody with a role elsewhere", grant("administrator"), [grant("operator"), grant("operator", BOLOGNA)]],
    ["nor for an administrator of the network", grant("administrator"), [grant("operator"), grant("administrator", null)]],
  ])("%s", async (_case, held, holder) => {
    const [actor, user] = [await somebody(database, held), await somebody(database, ...holder)];
    expect(await as(actor, (db) => createToken(db, { name: "x", userId: user.id }))).toMatchObject({ failure: { code: "user_beyond_yours" } });
  });

  test("those of others are not found", async () => {
    const [manager, operator, administrator] = [await somebody(database, grant("manager")), await somebody(database, grant("operator")), await somebody(database, grant("administrator", BOLOGNA))];
    const created = await as(operator, (db) => createToken(db, { name: "script" }));
    if (!created.ok) throw new Error(created.failure.code);
    for (const stranger of [manager, administrator]) {
      await expect(as(stranger, (db) => revokeToken(db, { tokenId: created.value.id }))).rejects.toThrow(NotFound);
      const seen = await as(stranger, (db) => findTokens(db, { limit: 50 }));
      expect(seen.map(({ id }) => id)).not.toContain(created.value.id);
    }
    await expect(as(administrator, (db) => createToken(db, { name: "x", userId: operator.id }))).rejects.toThrow(NotFound);
  });

  test("one that is over before it begins is refused", async () => {
    const operator = await somebody(database, grant("operator"));
    const refused = await as(operator, (db) => createToken(db, { name: "x", expiresAt: "2020-01-01T00:00:00Z" }));
    expect(refused).toMatchObject({ failure: { code: "already_expired" } });
  });
});
