import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { newId } from "@/db/ids";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, aPlacement, aUnit, type BuiltUnit, departure, step } from "@/test/builders";
import { postOffice } from "@/test/post-office";
import { sendDueMessages } from "../mail/send-due";
import { keepTasks } from "./keep";

const ARRIVAL = "2027-03-10";

let api: Api;
let manager: Caller;
let database: Database;
let elsewhere: Database;
let office: Awaited<ReturnType<typeof postOffice>>;
let ours: string;
let theirs: string;

beforeAll(async () => {
  api = await startApi({ today: ARRIVAL });
  process.env.NEXTAUTH_URL = "https://posti.comune.example";
  process.env.POSTOLETTO_MAIL_FROM = "Postoletto <posta@comune.example>";
  manager = await api.as("manager");
  const url = process.env.DATABASE_URL ?? "";
  [database, elsewhere] = [connect(url, 4), connect(url, 4)];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  [ours, theirs] = [await organisation("Nostra"), await organisation("Loro")];
});
beforeEach(async () => {
  itIs(ARRIVAL);
  await keepTasks(database);
  await api.owner`DELETE FROM outbox_message`;
  office = await postOffice();
  process.env.POSTOLETTO_SMTP_URL = office.url;
});
afterEach(() => office.close());
afterAll(async () => {
  await Promise.all([database.end(), elsewhere.end()]);
  await api.close();
});

type Person = { email: string; call: Caller };

/** Somebody with a role, and the address that mail to them goes to. */
async function aPerson(role: Parameters<Api["as"]>[0], organisationId: string | null = null, municipality = PERUGIA): Promise<Person> {
  const call = await api.as(role, municipality, organisationId);
  return { call, email: (await call<{ email: string }>("GET", "/me")).body.email };
}

/** In house at the organisation's since ARRIVAL, and over since the day before the one set then. */
async function anOverstay(fields: Record<string, unknown> = { organisationId: ours }, household?: { id: string }): Promise<void> {
  const unit = await aUnit(manager, 1, {}, fields);
  const placement = await aPlacement(manager, unit, ARRIVAL, "2027-03-12", household ? { householdId: household.id } : {});
  await step(manager, placement, "arrival", { date: ARRIVAL });
  itIs("2027-03-13");
}

async function delivered(): Promise<string[]> {
  await keepTasks(database);
  await sendDueMessages(database);
  return office.letters.flatMap(({ to }) => to);
}

describe("a new task is told", () => {
  test("to those who work where it is, and to nobody else", async () => {
    const [operator, other, torinese, coordinator] = [await aPerson("operator", ours), await aPerson("operator", theirs), await aPerson("operator", null, TORINO), await aPerson("coordinator", null)];
    await anOverstay();
    const to = await delivered();
    expect(to).toContain(operator.email);
    for (const { email } of [other, torinese, coordinator]) expect(to).not.toContain(email);
    office.letters.length = 0;
    expect(await delivered()).toEqual([]);
  });

  test("in one message, with a number and a link, and nothing about anybody", async () => {
    const operator = await aPerson("operator", ours);
    const household = await aHousehold(manager, [{ givenName: "Zenobia", familyName: "Quaresima" }]);
    await anOverstay({ organisationId: ours, name: "Casa Segretissima" }, household);
    itIs(ARRIVAL);
    await anOverstay();
    await delivered();
    const [letter, ...others] = office.letters.filter(({ to }) => to.includes(operator.email));
    expect(others).toEqual([]);
    const [, ...said] = (letter?.text ?? "").split("\r\n\r\n");
    const text = said.join(" ").replaceAll("=\r\n", "").replaceAll("=3D", "=");
    expect(text).toContain("Ci sono 2 nuove");
    expect(text).toContain("https://posti.comune.example/oggi?tasks=mine");
    expect(text).not.toMatch(/Zenobia|Quaresima|Segretissima|N-\d{4}|[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  test("to the household's social worker, unless the place is protected", async () => {
    const worker = await aPerson("social_worker");
    const { id: socialWorkerId } = (await worker.call<{ id: string }>("GET", "/me")).body;
    const { body: programme } = await manager<{ id: string }>("POST", "/programmes", { body: { municipality: PERUGIA, name: `LgNet ${newId()}` } });
    const followed = async () => {
      const household = await aHousehold(manager);
      expect((await manager("POST", `/households/${household.id}/cases`, { body: { programmeId: programme.id, from: ARRIVAL, socialWorkerId } })).status).toBe(201);
      return household;
    };
    await anOverstay({ organisationId: ours, addressProtected: true }, await followed());
    expect(await delivered()).not.toContain(worker.email);
    itIs(ARRIVAL);
    await anOverstay({ organisationId: ours }, await followed());
    expect(await delivered()).toContain(worker.email);
  });

  test("as each person set it, who alone sets it", async () => {
    const [quiet, eager] = [await aPerson("operator", ours), await aPerson("operator", ours)];
    expect((await quiet.call<{ mailedTasks: string[] }>("PATCH", "/me", { body: { mailedTasks: ["needs_bed"] } })).body.mailedTasks).toEqual(["needs_bed"]);
    expect((await eager.call<{ mailedTasks: string[] }>("GET", "/me")).body.mailedTasks).toEqual(["overdue", "needs_bed", "extension", "ending", "permit", "of_age"]);
    expect((await quiet.call("PATCH", "/me", { body: { mailedTasks: ["anything"] } })).status).toBe(400);
    await expect(api.owner`UPDATE app_user SET mailed_tasks = '{anything}'`).rejects.toThrow("app_user_mailed_tasks");
    await anOverstay();
    const to = await delivered();
    expect([to.includes(quiet.email), to.includes(eager.email)]).toEqual([false, true]);
  });

  test("once, when two processes are at it", async () => {
    const operator = await aPerson("operator", ours);
    await anOverstay();
    await Promise.all([keepTasks(database), keepTasks(elsewhere), keepTasks(database), keepTasks(elsewhere)]);
    await Promise.all([sendDueMessages(database), sendDueMessages(elsewhere)]);
    expect(office.letters.filter(({ to }) => to.includes(operator.email))).toHaveLength(1);
  });

  test("to nobody who is shut out", async () => {
    const operator = await aPerson("operator", ours);
    await api.owner`UPDATE app_user SET disabled_at = now() WHERE email = ${operator.email}`;
    await anOverstay();
    expect(await delivered()).not.toContain(operator.email);
  });

  test("also when a step made it at once, like a plan that lost its bed", async () => {
    const operator = await aPerson("operator", ours);
    await operator.call("PATCH", "/me", { body: { mailedTasks: ["needs_bed"] } });
    const room: BuiltUnit = await aUnit(manager, 1, {}, { organisationId: ours });
    const first = await aPlacement(manager, room, ARRIVAL, "2027-03-12");
    await step(manager, first, "arrival", { date: ARRIVAL });
    await aPlacement(manager, room, "2027-03-12", "2027-03-20");
    itIs("2027-03-14");
    await step(manager, first, "departure", departure("2027-03-14"));
    expect(await delivered()).toContain(operator.email);
  });

  test("and not months later, where no mail goes out", async () => {
    delete process.env.POSTOLETTO_SMTP_URL;
    await anOverstay();
    await keepTasks(database);
    expect(await api.owner`SELECT 1 FROM outbox_message`).toHaveLength(0);
    process.env.POSTOLETTO_SMTP_URL = office.url;
    expect(await delivered()).toEqual([]);
  });
});

test("a request for an extension is told to the managers who may decide it, and not to who asked", async () => {
  const [asking, deciding, operator] = [await aPerson("manager"), await aPerson("manager"), await aPerson("operator")];
  const unit = await aUnit(manager, 1);
  await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 1, extensionLength: { months: 3 } } });
  const placement = await aPlacement(manager, unit, ARRIVAL, "2027-09-10");
  expect((await asking.call("POST", `/placements/${placement.id}/extensions`, { body: { exit: "2027-10-10", reason: "health" } })).status).toBe(201);
  for (const { call } of [asking, deciding, operator]) await call("PATCH", "/me", { body: { mailedTasks: ["extension"] } });
  const to = await delivered();
  expect([asking, deciding, operator].map(({ email }) => to.includes(email))).toEqual([false, true, false]);
});
