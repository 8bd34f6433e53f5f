import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Caller, PERUGIA } from "../test/api";
import { aHousehold, aPlacement, aUnit, type BuiltUnit, step } from "../test/builders";
import { callerOf, runCommandLine, tokenOf } from "./caller";
import { databaseOf } from "./processes";
import { signIn } from "./sign-in";
import { type Product, startProduct, temporaryHome } from "./start";

type Home = Awaited<ReturnType<typeof temporaryHome>>;

let homes: [Home, Home];
let products: [Product, Product];
let callers: [Caller, Caller];

test.describe.configure({ mode: "serial" });
test.setTimeout(600_000);

test.beforeAll(async () => {
  test.setTimeout(600_000);
  homes = [await temporaryHome(), await temporaryHome()];
  const first = await startProduct({ home: homes[0].home, isEmbedded: true });
  products = [first, await startSecond()];
  const token = tokenOf(homes[0].home, "manager.perugia@demo.example");
  callers = [callerOf(products[0].url, token), callerOf(products[1].url, token)];
  for (const caller of callers) await warm(caller);
});

/** On the database and with the secrets of the first. */
function startSecond(port?: number): Promise<Product> {
  const { ownerUrl, appUrl } = databaseOf(homes[0].home);
  const secrets = JSON.parse(readFileSync(join(homes[0].home, "secrets.json"), "utf8")) as { sessionSecret: string; key: string };
  const env = { DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl, NEXTAUTH_SECRET: secrets.sessionSecret, POSTOLETTO_KEY: secrets.key };
  return startProduct({ home: homes[1].home, port, env, isEmbedded: true });
}

test.afterAll(async () => {
  for (const product of products?.toReversed() ?? []) await product.stop();
  for (const home of homes ?? []) await home.remove();
});

const romeDay = (daysAhead: number) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Rome" }).format(Date.now() + daysAhead * 86_400_000);
const ARRIVAL = romeDay(30);
const EXIT = romeDay(60);

/** Connections are made before a race, or the first racers run alone. */
const warm = (caller: Caller) => Promise.all(Array.from({ length: 16 }, () => caller("GET", "/me")));

async function householdsFor(count: number) {
  return Promise.all(Array.from({ length: count }, () => aHousehold(callers[0])));
}

test("of racers through both, one gets the bed and the others see who holds it @desktop", async () => {
  const racers = 16;
  const unit = await aUnit(callers[0], 1);
  const households = await householdsFor(racers);
  const answers = await Promise.all(households.map((household, turn) => placed(turn, unit, household.id)));

  const winner = answers.find(({ status }) => status === 201)?.body;
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
    expect([status, body.code]).toEqual([409, "bed_taken"]);
    expect(body.blockedBy).toContainEqual(expect.objectContaining({ kind: "stay", from: ARRIVAL, until: EXIT, bedId: unit.beds[0]?.id }));
  }
  const [only] = (winner as { stays: { bedId: string }[] }).stays;
  expect(only?.bedId).toBe(unit.beds[0]?.id);
});

test("twenty beds of one room go to twenty households, each bed once @desktop", async () => {
  const unit = await aUnit(callers[0], 20);
  const households = await householdsFor(30);
  const answers = await Promise.all(households.map((household, turn) => placed(turn, unit, household.id)));
  const beds = answers.filter(({ status }) => status === 201).map(({ body }) => (body as { stays: { bedId: string }[] }).stays[0]?.bedId);
  expect([beds.length, new Set(beds).size]).toEqual([20, 20]);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
});

test("a household is placed once, whichever process is asked @desktop", async () => {
  const [household] = await householdsFor(1);
  const units = await Promise.all(Array.from({ length: 8 }, () => aUnit(callers[0], 1)));
  const answers = await Promise.all(units.map((unit, turn) => placed(turn, unit, household?.id ?? "")));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const { body } of answers.filter(({ status }) => status !== 201)) expect(body.code).toBe("person_already_placed");
});

test("the same key sent to both has one effect and one answer @desktop", async () => {
  const body = { municipality: PERUGIA, members: [{ givenName: "Ada", familyName: "Chiave", birthDate: "1990-01-01", gender: "female", role: "head" }] };
  const send = (turn: number) => callers[turn % 2 as 0 | 1]<{ id: string }>("POST", "/households", { body, headers: { "idempotency-key": "one for both" } });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, turn) => send(turn)));
  expect(new Set(answers.map(({ status, body: answer }) => `${status} ${answer.id}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
});

test("both seal the audit, and the chains hold @desktop", async () => {
  const verified = runCommandLine(homes[0].home, ["audit", "verify"]);
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.out).toContain(PERUGIA);
});

test("what is changed through one is on the screens of the other at once: search, file and the day's work; after a break they catch up @desktop", async ({ page, context }) => {
  const [mine, other] = callers;
  const there = { ...products[1], password: products[0].password };
  const unit = await aUnit(mine, 1, {}, { name: "Casa in diretta" });
  const household = await aHousehold(mine, [{}], { name: "Famiglia di prima" });
  await signIn(page, there, "operator", `/nuclei/${household.id}`);
  const [search, today] = [await context.newPage(), await context.newPage()];
  await search.goto(`${there.url}/disponibilita?from=${romeDay(0)}&until=${romeDay(10)}`);
  await today.goto(`${there.url}/oggi`);
  const offered = search.getByRole("region", { name: "Casa in diretta" });
  await expect(offered).toContainText("1 letto libero su 1");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Famiglia di prima");

  const settledWork = today.getByRole("main").getByText(household.code);
  await expect(settledWork).toHaveCount(0);
  const placement = await aPlacement(mine, unit, romeDay(0), romeDay(10), { householdId: household.id });
  await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("Casa in diretta");
  await expect(offered).toContainText("Nessun letto libero");
  await expect(settledWork.first()).toBeVisible();

  const { port } = new URL(there.url);
  await products[1].stop();
  await expect(page.getByRole("status").filter({ hasText: "Senza rete" })).toBeVisible();
  await step(mine, placement, "cancellation", { reason: "found_other" });
  products = [products[0], await startSecond(Number(port))];
  await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("annullato", { timeout: 40_000 });
  await expect(page.getByRole("status").filter({ hasText: "Senza rete" })).toHaveCount(0);
  await expect(offered).toContainText("1 letto libero su 1");
  expect((await other("GET", "/me")).status).toBe(200);
});

function placed(turn: number, unit: BuiltUnit, householdId: string) {
  const caller = callers[turn % 2 as 0 | 1];
  return caller("POST", "/placements", { body: { householdId, unitId: unit.id, arrival: ARRIVAL, exit: EXIT } });
}
