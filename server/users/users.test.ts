import { afterAll, beforeAll, describe, expect, test } from "vitest";
import postgres from "postgres";
import { asActor, connect, type Database, type Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { addGrant, setPasswordHash } from "@/db/users";
import type { Actor, Grant } from "@/domain/actor";
import { Forbidden } from "@/server/guard";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { anEmail, BOLOGNA, grant, PERUGIA, somebody } from "@/test/people";
import { createUser, type UserInput } from "./create";
import { disableUser } from "./disable";
import { findUsers } from "./list";
import { describeMe } from "./me";
import { setPassword } from "./set-password";

let fresh: FreshDatabase;
let database: Database;
let ownOrganisation: string;
let foreignOrganisation: string;

const aColleague = (given: Partial<UserInput> = {}): UserInput => ({ email: anEmail(), name: "Anna Bianchi", ...grant("operator"), ...given });
const as = <T>(actor: Actor, work: (db: Db) => Promise<T>) => asActor(database, actor, work);

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 4);
  const owner = postgres(fresh.ownerUrl, { max: 1 });
  const organisations = await owner<{ id: string }[]>`
    INSERT INTO organisation (id, municipality_id, name)
    VALUES (gen_random_uuid(), ${PERUGIA}, 'Cooperativa'), (gen_random_uuid(), ${BOLOGNA}, 'Cooperativa') RETURNING id`;
  [ownOrganisation = "", foreignOrganisation = ""] = organisations.map(({ id }) => id);
  await owner.end();
});

afterAll(async () => {
  await database.end();
  await fresh.drop();
});

describe("making users", () => {
  test("a manager makes a colleague, who appears in the list", async () => {
    const manager = await somebody(database, grant("manager"));
    const input = aColleague({ email: " Anna.Bianchi@Comune.Example ", organisationId: ownOrganisation, password: "una lunga frase" });
    const created = await as(manager, (db) => createUser(db, input));
    expect(created).toMatchObject({ ok: true, value: { email: "anna.bianchi@comune.example", language: "it", disabledAt: null } });
    expect(created.ok && created.value.grants).toEqual([{ role: "operator", municipality: PERUGIA, organisationId: ownOrganisation }]);

    const listed = await as(manager, (db) => findUsers(db, { limit: 200 }));
    expect(listed.map(({ email }) => email)).toContain("anna.bianchi@comune.example");
  });

  test.each<[string, Grant, Partial<UserInput>, string]>([
    ["a manager makes no administrator", grant("manager"), { role: "administrator" }, "role_beyond_yours"],
    ["a manager makes no coordinator", grant("manager"), { role: "coordinator" }, "role_beyond_yours"],
    ["a manager makes nobody in the whole network", grant("manager"), { municipality: null }, "role_beyond_yours"],
    ["an administrator of a city makes none of the network", grant("administrator"), { role: "administrator", municipality: null }, "role_beyond_yours"],
    ["a password is not short", grant("manager"), { password: "elevenchars" }, "password_too_short"],
    ["a password is not the e-mail", grant("manager"), { email: "Somebody@comune.example", password: "somebody@comune.EXAMPLE" }, "password_is_email"],
  ])("%s", async (_case, held, wanted, code) => {
    const actor = await somebody(database, held);
    expect(await as(actor, (db) => createUser(db, aColleague(wanted)))).toMatchObject({ ok: false, failure: { code } });
  });

  test.each<[string, Grant[], Partial<UserInput>, unknown]>([
    ["another city is not found", [grant("manager")], { municipality: BOLOGNA }, NotFound],
    ["neither is one that does not exist", [grant("administrator", null)], { municipality: "ZZZZ" }, NotFound],
    ["a city where one only works is refused", [grant("manager"), grant("operator", BOLOGNA)], { municipality: BOLOGNA }, Forbidden],
    ["an operator makes nobody", [grant("operator")], {}, Forbidden],
    ["a coordinator makes nobody", [grant("coordinator", null)], {}, Forbidden],
  ])("%s", async (_case, held, wanted, refusal) => {
    const actor = await somebody(database, ...held);
    await expect(as(actor, (db) => createUser(db, aColleague(wanted)))).rejects.toThrow(refusal as typeof NotFound);
  });

  test("an organisation of another city is not found", async () => {
    const manager = await somebody(database, grant("manager"));
    await expect(as(manager, (db) => createUser(db, aColleague({ organisationId: foreignOrganisation })))).rejects.toThrow(NotFound);
  });

  test("administrators make administrators and coordinators, those of the network network-wide", async () => {
    const ofTheCity = await somebody(database, grant("administrator"));
    expect(await as(ofTheCity, (db) => createUser(db, aColleague(grant("administrator"))))).toMatchObject({ ok: true });
    expect(await as(ofTheCity, (db) => createUser(db, aColleague(grant("coordinator"))))).toMatchObject({ ok: true });
    const ofTheNetwork = await somebody(database, grant("administrator", null));
    expect(await as(ofTheNetwork, (db) => createUser(db, aColleague(grant("coordinator", null))))).toMatchObject({ ok: true });
    expect(await as(ofTheNetwork, (db) => createUser(db, aColleague(grant("manager", BOLOGNA))))).toMatchObject({ ok: true });
  });

  test("an e-mail belongs to one user, also to one out of sight", async () => {
    const email = anEmail();
    const [perugia, bologna] = [await somebody(database, grant("manager")), await somebody(database, grant("manager", BOLOGNA))];
    await as(bologna, (db) => createUser(db, aColleague({ email, municipality: BOLOGNA })));
    expect(await as(perugia, (db) => createUser(db, aColleague({ email })))).toMatchObject({ failure: { code: "email_taken" } });
  });

  test("the database refuses the role of an administrator even when the rule is skipped", async () => {
    const manager = await somebody(database, grant("manager"));
    const colleague = await somebody(database, grant("operator"));
    for (const wanted of [grant("administrator"), grant("manager", BOLOGNA), grant("operator", null)]) {
      await expect(as(manager, (db) => addGrant(db, colleague.id, wanted))).rejects.toMatchObject({ cause: { code: "42501" } });
      await expect(as(manager, (db) => addGrant(db, manager.id, wanted))).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});

describe("changing users", () => {
  test.each<[string, Grant[]]>([
    ["an administrator", [grant("administrator")]],
    ["a coordinator of the network", [grant("operator"), grant("coordinator", null)]],
    ["somebody who works in another city as well", [grant("operator"), grant("operator", BOLOGNA)]],
  ])("a manager neither shuts out %s nor takes over their account", async (_case, held) => {
    const [manager, target] = [await somebody(database, grant("manager")), await somebody(database, ...held)];
    const refused = { ok: false, failure: { code: "user_beyond_yours" } };
    expect(await as(manager, (db) => disableUser(db, { userId: target.id }))).toMatchObject(refused);
    expect(await as(manager, (db) => setPassword(db, { userId: target.id, password: "una lunga frase" }))).toMatchObject(refused);
    await expect(as(manager, (db) => setPasswordHash(db, target.id, "a hash"))).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("nobody of another city is found", async () => {
    const [manager, stranger] = [await somebody(database, grant("manager")), await somebody(database, grant("operator", BOLOGNA))];
    await expect(as(manager, (db) => disableUser(db, { userId: stranger.id }))).rejects.toThrow(NotFound);
    await expect(as(manager, (db) => setPassword(db, { userId: stranger.id, password: "una lunga frase" }))).rejects.toThrow(NotFound);
  });

  test("nobody shuts themselves out", async () => {
    const manager = await somebody(database, grant("manager"));
    expect(await as(manager, (db) => disableUser(db, { userId: manager.id }))).toMatchObject({ failure: { code: "own_account" } });
  });

  test("a manager disables a colleague", async () => {
    const [manager, colleague] = [await somebody(database, grant("manager")), await somebody(database, grant("social_worker"))];
    const disabled = await as(manager, (db) => disableUser(db, { userId: colleague.id }));
    expect(disabled.ok && disabled.value.disabledAt).toMatch(/Z$/);
    expect(disabled.ok && disabled.value.version).toBe(2);
  });
});

describe("listing users", () => {
  test("page after page, everybody of one's own cities once and nobody else", async () => {
    const manager = await somebody(database, grant("manager", "F839"));
    const colleagues = [manager, await somebody(database, grant("operator", "F839"), grant("social_worker", "F839")), await somebody(database, grant("operator", "F839"))];
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; cursor = seen.at(-1)) {
      const rows = await as(manager, (db) => findUsers(db, { limit: 1, cursor }));
      seen.push(...rows.slice(0, 1).map(({ id }) => id));
      more = rows.length > 1;
    }
    expect(seen.toSorted()).toEqual(colleagues.map(({ id }) => id).toSorted());
  });

  test("of a city one does not keep is refused", async () => {
    const manager = await somebody(database, grant("manager"));
    await expect(as(manager, (db) => findUsers(db, { municipality: BOLOGNA, limit: 50 }))).rejects.toThrow(NotFound);
    const operator = await somebody(database, grant("operator"));
    await expect(as(operator, (db) => findUsers(db, { limit: 50 }))).rejects.toThrow(Forbidden);
  });
});

test("everybody is told who they are and what they may do where", async () => {
  const worker = await somebody(database, { role: "operator", municipality: PERUGIA, organisationId: ownOrganisation }, grant("coordinator", null));
  const me = await as(worker, (db) => describeMe(db));
  expect(me.grants).toEqual([
    { role: "operator", municipality: { code: PERUGIA, name: "Perugia" }, organisation: { id: ownOrganisation, name: "Cooperativa" } },
    { role: "coordinator", municipality: null, organisation: null },
  ]);
  expect(me.municipalities).toHaveLength(16);
  const perugia = me.municipalities.find(({ code }) => code === PERUGIA);
  const bologna = me.municipalities.find(({ code }) => code === BOLOGNA);
  expect(perugia?.permissions).toContain("placement.write");
  expect(bologna?.permissions).toEqual(["self.read", "inventory.read", "availability.read", "report.read"]);
});
