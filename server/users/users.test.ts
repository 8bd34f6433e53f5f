import { afterAll, beforeAll, describe, expect, test } from "vitest";
import postgres from "postgres";
import { asActor, connect, type Database, type Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { networkCodes } from "@/db/network";
import { addGrant, setPasswordHash } from "@/db/users";
import type { Actor, Grant, Role } from "@/domain/actor";
import { systemActor } from "@/server/actor";
import { Forbidden } from "@/server/guard";
import { createToken } from "@/server/tokens/create";
import { findTokens } from "@/server/tokens/list";
import { revokeToken } from "@/server/tokens/revoke";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { addUserWithRole } from "./add-role";
import { createUser, type UserInput } from "./create";
import { disableUser } from "./disable";
import { findUsers } from "./list";
import { describeMe } from "./me";
import { setPassword } from "./set-password";

const PERUGIA = "G478";
const BOLOGNA = "A944";

let fresh: FreshDatabase;
let database: Database;
let network: string[];
let ownOrganisation: string;
let foreignOrganisation: string;
let made = 0;

const anEmail = () => `user${++made}@comune.example`;
const grant = (role: Role, municipality: string | null = PERUGIA): Grant => ({ role, municipality, organisationId: null });
const aColleague = (given: Partial<UserInput> = {}): UserInput => ({ email: anEmail(), name: "Anna Bianchi", ...grant("operator"), ...given });
const as = <T>(actor: Actor, work: (db: Db) => Promise<T>) => asActor(database, actor, work);

/** A user who holds these roles. */
async function somebody(...grants: Grant[]): Promise<Actor> {
  const email = anEmail();
  let id = "";
  for (const one of grants) {
    const user = await as(systemActor("cli"), (db) => addUserWithRole(db, { email, name: "Maria Rossi", ...one }));
    if (user.ok) id = user.value.id;
  }
  return { kind: "user", id, name: "Maria Rossi", grants, network };
}

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect(fresh.appUrl, 4);
  network = await networkCodes(database);
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
    const manager = await somebody(grant("manager"));
    const input = aColleague({ email: " Anna.Bianchi@Comune.Example ", organisationId: ownOrganisation, password: "una lunga frase" });
    const created = await as(manager, (db) => createUser(db, input));
    expect(created).toMatchObject({ ok: true, value: { email: "anna.bianchi@comune.example", language: "it", disabledAt: null } });
    expect(created.ok && created.value.grants).toEqual([{ role: "operator", municipality: PERUGIA, organisationId: ownOrganisation }]);

    const listed = await as(manager, (db) => findUsers(db, { limit: 200, after: null }));
    expect(listed.ok && listed.value.items.map(({ email }) => email)).toContain("anna.bianchi@comune.example");
  });

  test.each<[string, Grant, Partial<UserInput>, string]>([
    ["a manager makes no administrator", grant("manager"), { role: "administrator" }, "role_beyond_yours"],
    ["a manager makes no coordinator", grant("manager"), { role: "coordinator" }, "role_beyond_yours"],
    ["a manager makes nobody in the whole network", grant("manager"), { municipality: null }, "role_beyond_yours"],
    ["an administrator of a city makes none of the network", grant("administrator"), { role: "administrator", municipality: null }, "role_beyond_yours"],
    ["a password is not short", grant("manager"), { password: "elevenchars" }, "password_too_short"],
    ["a password is not the e-mail", grant("manager"), { email: "Somebody@comune.example", password: "somebody@comune.EXAMPLE" }, "password_is_email"],
  ])("%s", async (_case, held, wanted, code) => {
    const actor = await somebody(held);
    expect(await as(actor, (db) => createUser(db, aColleague(wanted)))).toMatchObject({ ok: false, failure: { code } });
  });

  test.each<[string, Grant[], Partial<UserInput>, unknown]>([
    ["another city is not found", [grant("manager")], { municipality: BOLOGNA }, NotFound],
    ["neither is one that does not exist", [grant("administrator", null)], { municipality: "ZZZZ" }, NotFound],
    ["a city where one only works is refused", [grant("manager"), grant("operator", BOLOGNA)], { municipality: BOLOGNA }, Forbidden],
    ["an operator makes nobody", [grant("operator")], {}, Forbidden],
    ["a coordinator makes nobody", [grant("coordinator", null)], {}, Forbidden],
  ])("%s", async (_case, held, wanted, refusal) => {
    const actor = await somebody(...held);
    await expect(as(actor, (db) => createUser(db, aColleague(wanted)))).rejects.toThrow(refusal as typeof NotFound);
  });

  test("an organisation of another city is not found", async () => {
    const manager = await somebody(grant("manager"));
    await expect(as(manager, (db) => createUser(db, aColleague({ organisationId: foreignOrganisation })))).rejects.toThrow(NotFound);
  });

  test("administrators make administrators and coordinators, those of the network network-wide", async () => {
    const ofTheCity = await somebody(grant("administrator"));
    expect(await as(ofTheCity, (db) => createUser(db, aColleague(grant("administrator"))))).toMatchObject({ ok: true });
    expect(await as(ofTheCity, (db) => createUser(db, aColleague(grant("coordinator"))))).toMatchObject({ ok: true });
    const ofTheNetwork = await somebody(grant("administrator", null));
    expect(await as(ofTheNetwork, (db) => createUser(db, aColleague(grant("coordinator", null))))).toMatchObject({ ok: true });
    expect(await as(ofTheNetwork, (db) => createUser(db, aColleague(grant("manager", BOLOGNA))))).toMatchObject({ ok: true });
  });

  test("an e-mail belongs to one user, also to one out of sight", async () => {
    const email = anEmail();
    const [perugia, bologna] = [await somebody(grant("manager")), await somebody(grant("manager", BOLOGNA))];
    await as(bologna, (db) => createUser(db, aColleague({ email, municipality: BOLOGNA })));
    expect(await as(perugia, (db) => createUser(db, aColleague({ email })))).toMatchObject({ failure: { code: "email_taken" } });
  });

  test("the database refuses the role of an administrator even when the rule is skipped", async () => {
    const manager = await somebody(grant("manager"));
    const colleague = await somebody(grant("operator"));
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
    const [manager, target] = [await somebody(grant("manager")), await somebody(...held)];
    const refused = { ok: false, failure: { code: "user_beyond_yours" } };
    expect(await as(manager, (db) => disableUser(db, { userId: target.id }))).toMatchObject(refused);
    expect(await as(manager, (db) => setPassword(db, { userId: target.id, password: "una lunga frase" }))).toMatchObject(refused);
    await expect(as(manager, (db) => setPasswordHash(db, target.id, "a hash"))).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("nobody of another city is found", async () => {
    const [manager, stranger] = [await somebody(grant("manager")), await somebody(grant("operator", BOLOGNA))];
    await expect(as(manager, (db) => disableUser(db, { userId: stranger.id }))).rejects.toThrow(NotFound);
    await expect(as(manager, (db) => setPassword(db, { userId: stranger.id, password: "una lunga frase" }))).rejects.toThrow(NotFound);
  });

  test("nobody shuts themselves out", async () => {
    const manager = await somebody(grant("manager"));
    expect(await as(manager, (db) => disableUser(db, { userId: manager.id }))).toMatchObject({ failure: { code: "own_account" } });
  });

  test("a manager disables a colleague", async () => {
    const [manager, colleague] = [await somebody(grant("manager")), await somebody(grant("social_worker"))];
    const disabled = await as(manager, (db) => disableUser(db, { userId: colleague.id }));
    expect(disabled.ok && disabled.value.disabledAt).toMatch(/Z$/);
    expect(disabled.ok && disabled.value.version).toBe(2);
  });
});

describe("listing users", () => {
  test("page after page, everybody of one's own cities once and nobody else", async () => {
    const manager = await somebody(grant("manager", "F839"));
    const colleagues = [manager, await somebody(grant("operator", "F839"), grant("social_worker", "F839")), await somebody(grant("operator", "F839"))];
    const seen: string[] = [];
    for (let after: string | null = null, turn = 0; turn < 10; turn++) {
      const page = await as(manager, (db) => findUsers(db, { limit: 1, after }));
      if (!page.ok) throw new Error("refused");
      seen.push(...page.value.items.map(({ id }) => id));
      after = page.value.next;
      if (after === null) break;
    }
    expect(seen.toSorted()).toEqual(colleagues.map(({ id }) => id).toSorted());
  });

  test("of a city one does not keep is refused", async () => {
    const manager = await somebody(grant("manager"));
    await expect(as(manager, (db) => findUsers(db, { municipality: BOLOGNA, limit: 50, after: null }))).rejects.toThrow(NotFound);
    const operator = await somebody(grant("operator"));
    await expect(as(operator, (db) => findUsers(db, { limit: 50, after: null }))).rejects.toThrow(Forbidden);
  });
});

describe("tokens", () => {
  test("everybody makes and revokes their own", async () => {
    const operator = await somebody(grant("operator"));
    const created = await as(operator, (db) => createToken(db, { name: "script" }));
    if (!created.ok) throw new Error(created.failure.code);
    expect(created.value).toMatchObject({ userId: operator.id, name: "script", expiresAt: null, revokedAt: null });
    const revoked = await as(operator, (db) => revokeToken(db, { tokenId: created.value.id }));
    expect(revoked.ok && revoked.value.revokedAt).toMatch(/Z$/);
    const listed = await as(operator, (db) => findTokens(db));
    expect(listed.ok && listed.value).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(created.value.token);
  });

  test("an administrator makes and revokes those of the city's users", async () => {
    const [administrator, operator] = [await somebody(grant("administrator")), await somebody(grant("operator"))];
    const created = await as(administrator, (db) => createToken(db, { name: "gateway", userId: operator.id }));
    if (!created.ok) throw new Error(created.failure.code);
    expect(created.value.userId).toBe(operator.id);
    expect(await as(administrator, (db) => revokeToken(db, { tokenId: created.value.id }))).toMatchObject({ ok: true });
  });

  test.each<[string, Grant, Grant[]]>([
    ["a manager makes none for a colleague", grant("manager"), [grant("operator")]],
    ["an administrator makes none for somebody with a role elsewhere", grant("administrator"), [grant("operator"), grant("operator", BOLOGNA)]],
    ["nor for an administrator of the network", grant("administrator"), [grant("operator"), grant("administrator", null)]],
  ])("%s", async (_case, held, holder) => {
    const [actor, user] = [await somebody(held), await somebody(...holder)];
    expect(await as(actor, (db) => createToken(db, { name: "x", userId: user.id }))).toMatchObject({ failure: { code: "user_beyond_yours" } });
  });

  test("those of others are not found", async () => {
    const [manager, operator, administrator] = [await somebody(grant("manager")), await somebody(grant("operator")), await somebody(grant("administrator", BOLOGNA))];
    const created = await as(operator, (db) => createToken(db, { name: "script" }));
    if (!created.ok) throw new Error(created.failure.code);
    for (const stranger of [manager, administrator]) {
      await expect(as(stranger, (db) => revokeToken(db, { tokenId: created.value.id }))).rejects.toThrow(NotFound);
      await expect(as(stranger, (db) => createToken(db, { name: "x", userId: operator.id })).then((answer) => {
        if (!answer.ok) throw new NotFound(answer.failure.code);
      })).rejects.toThrow(NotFound);
    }
  });

  test("one that is over before it begins is refused", async () => {
    const operator = await somebody(grant("operator"));
    const refused = await as(operator, (db) => createToken(db, { name: "x", expiresAt: "2020-01-01T00:00:00Z" }));
    expect(refused).toMatchObject({ failure: { code: "already_expired" } });
  });
});

test("everybody is told who they are and what they may do where", async () => {
  const worker = await somebody({ role: "operator", municipality: PERUGIA, organisationId: ownOrganisation }, grant("coordinator", null));
  const me = await as(worker, (db) => describeMe(db));
  if (!me.ok) throw new Error("refused");
  expect(me.value.grants).toEqual([
    { role: "operator", municipality: { code: PERUGIA, name: "Perugia" }, organisation: { id: ownOrganisation, name: "Cooperativa" } },
    { role: "coordinator", municipality: null, organisation: null },
  ]);
  expect(me.value.municipalities).toHaveLength(16);
  const perugia = me.value.municipalities.find(({ code }) => code === PERUGIA);
  const bologna = me.value.municipalities.find(({ code }) => code === BOLOGNA);
  expect(perugia?.permissions).toContain("placement.write");
  expect(bologna?.permissions).toEqual(["self.read", "inventory.read", "availability.read"]);
});
