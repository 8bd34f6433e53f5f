import { createReadStream } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { postmaster } from "../scripts/postgres/cluster.mjs";
import { isAlive, isGoneWithin } from "../scripts/processes.mjs";
import { projectRoot } from "../scripts/project.mjs";
import { type Answered, type Caller, PERUGIA } from "../test/api";
import { aHousehold, aUnit, type BuiltUnit } from "../test/builders";
import { callerOf, tokenOf } from "./caller";
import { databaseOf, dataOf, killEverything, processesOf } from "./processes";
import { fillSignIn } from "./sign-in";
import { type Product, startProduct, temporaryHome } from "./start";

const TODAY = "2027-02-10";
const MANAGER = "manager.perugia@demo.example";

let home: Awaited<ReturnType<typeof temporaryHome>>;
let product: Product;
let manager: Caller;

test.describe.configure({ mode: "serial" });
test.setTimeout(600_000);

test.beforeAll(async () => {
  test.setTimeout(600_000);
  home = await temporaryHome();
  product = await start();
  manager = callerOf(product.url, tokenOf(home.home, MANAGER));
});

test.afterAll(async () => {
  await product?.stop();
  await home?.remove();
});

const oneWoman = { municipality: PERUGIA, members: [{ givenName: "A", familyName: "B", birthDate: "1990-01-01", gender: "female", role: "head" }] };

const start = (port?: number) => startProduct({ home: home.home, today: TODAY, port, isEmbedded: true });

/** Starts again where the killed one was. */
async function startAgain(): Promise<void> {
  product = await start(Number(new URL(product.url).port));
}

const asOwner = <T>(work: (sql: postgres.Sql) => Promise<T>) => connected(databaseOf(home.home).ownerUrl, work);

async function connected<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

test("after kill -9 in the middle of 500 placements every answered one is there, and none by half @desktop", async () => {
  const units: BuiltUnit[] = [];
  for (let block = 0; block < 25; block += 1) units.push(await aUnit(manager, 20));
  const beds = units.flatMap((unit) => unit.beds.map(({ id }) => ({ unitId: unit.id, bedId: id })));
  const answered: string[] = [];
  let refused = 0;

  const worker = async (mine: typeof beds) => {
    for (const { unitId, bedId } of mine) {
      const household = await aHousehold(manager);
      const [member] = household.members;
      const body = { householdId: household.id, unitId, beds: [{ bedId, personId: member?.personId }], arrival: TODAY, exit: "2027-03-10" };
      const answer = await manager<{ id: string }>("POST", "/placements", { body, headers: { "idempotency-key": `${bedId}` } });
      if (answer.status === 201) answered.push(answer.body.id);
      else refused += 1;
      if (answered.length === 200) void killEverything(home.home);
    }
  };
  const workers = Array.from({ length: 8 }, (_, index) => worker(beds.filter((_bed, position) => position % 8 === index)));
  const ends = await Promise.allSettled(workers);
  expect(ends.map(({ status }) => status)).toEqual(Array(8).fill("rejected"));
  expect([answered.length >= 200 && answered.length < 500, refused]).toEqual([true, 0]);

  await startAgain();
  for (const id of answered) expect((await manager("GET", `/placements/${id}`)).status, id).toBe(200);
  const unitIds = units.map(({ id }) => id);
  const made = await asOwner((sql) => sql<{ id: string; parts: string }[]>`
    SELECT p.id, concat_ws(' ', (SELECT count(*) FROM stay s WHERE s.placement_id = p.id), (SELECT count(*) FROM bed_block b WHERE b.placement_id = p.id),
      (SELECT count(*) FROM audit_entry a WHERE a.subject_id = p.id::text AND a.action = 'placement.planned'),
      (SELECT count(*) FROM membership m WHERE m.household_id = p.household_id), (SELECT count(*) FROM idempotency_key k WHERE k.key = (SELECT bed_id::text FROM stay WHERE placement_id = p.id))) AS parts
    FROM placement p WHERE p.unit_id = ANY (${unitIds}::uuid[])`);
  expect(answered.filter((id) => !made.some((each) => each.id === id))).toEqual([]);
  // Whole or not at all: what one has, all have.
  expect([...new Set(made.map(({ parts }) => parts))]).toEqual([expect.stringMatching(/^1 \d 1 1 1$/)]);

  const [first] = beds;
  const household = await aHousehold(manager);
  const again = await manager("POST", "/placements", { body: { householdId: household.id, unitId: first?.unitId, beds: [{ bedId: first?.bedId, personId: household.members[0]?.personId }], arrival: TODAY, exit: "2027-03-01" } });
  expect(again).toMatchObject({ status: 409, body: { code: "bed_taken" } });
});

test("after kill -9 in the middle of an import nothing of the file is there, and the file goes in afterwards @desktop", async () => {
  const households = () => asOwner((sql) => sql<{ count: number }[]>`SELECT count(*)::int AS count FROM household`).then(([row]) => row?.count);
  // A transaction that has been at work for a while: the import's. Only its own role sees since when.
  const isUnderWay = () => connected(databaseOf(home.home).appUrl, (sql) => sql`SELECT 1 FROM pg_stat_activity WHERE application_name = 'postoletto' AND xact_start < clock_timestamp() - interval '1500 milliseconds'`).then((rows) => rows.length > 0);
  const before = await households();
  const file = createReadStream(join(projectRoot, "test/hotel/households.csv.gz")).pipe(createGunzip());
  const importing = upload("/imports/households", file);
  let end: string | null = null;
  const ended = importing.then((status) => (end = `answered ${status}`), () => (end = "cut off"));
  await expect.poll(async () => end ?? (await isUnderWay()), { timeout: 60_000, intervals: [100] }).toBe(true);
  await killEverything(home.home);
  expect(await ended).toBe("cut off");

  await startAgain();
  expect(await households()).toBe(before);
  const small = "household_id,person_id,municipality,given_name,family_name,birth_date,gender,role,needs\nX1,Y1,G478,Ada,Prova,1990-01-01,female,head,\n";
  expect(await manager("GET", "/me")).toMatchObject({ status: 200 });
  const answer = await fetch(`${product.url}/api/v1/imports/households`, { method: "POST", headers: { ...(await tokenHeader()), "content-type": "text/csv" }, body: small });
  expect(await answer.json()).toMatchObject({ rows: 1, created: 1, rejected: [] });
});

let header: Record<string, string> | undefined;
async function tokenHeader(): Promise<Record<string, string>> {
  header ??= { authorization: `Bearer ${tokenOf(home.home, MANAGER)}` };
  return header;
}

async function upload(path: string, file: NodeJS.ReadableStream): Promise<number> {
  const { authorization = "" } = await tokenHeader();
  return new Promise((resolve, reject) => {
    const sent = request(`${product.url}/api/v1${path}`, { method: "POST", headers: { authorization, "content-type": "text/csv" } }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0)).on("error", reject);
    });
    sent.on("error", reject);
    file.pipe(sent);
  });
}

test("the database goes and returns: 503 in words, no crash, and all is well by itself @desktop", async ({ page }) => {
  const { server } = processesOf(home.home);
  await page.goto(`${product.url}/accesso?next=/strutture`);
  await fillSignIn(page, MANAGER, product.password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strutture");
  const token = await tokenHeader();
  const status = async (path: string) => (await fetch(`${product.url}${path}`, { headers: token })).status;
  expect(await status("/readyz")).toBe(200);

  const database = postmaster(dataOf(home.home));
  const answers: Answered[] = [];
  let isGone = false;
  const registering = Array.from({ length: 8 }, async () => {
    while (!isGone) answers.push(await manager("POST", "/households", { body: oneWoman }));
  });
  // However slowly: it is about what they are told.
  await expect.poll(() => answers.length, { timeout: 60_000 }).toBeGreaterThan(20);
  process.kill(database?.pid ?? 0, "SIGINT");
  expect(await isGoneWithin(database?.pid ?? 0, 20_000)).toBe(true);
  isGone = true;
  await Promise.all(registering);
  expect([...new Set(answers.map((answer) => answer.status))].toSorted()).toEqual([201, 503]);
  for (const [path, expected] of [["/healthz", 200], ["/readyz", 503], ["/metrics", 503], ["/api/v1/me", 503], [`/api/v1/facilities?municipality=${PERUGIA}`, 503]] as const) {
    expect([path, await status(path)]).toEqual([path, expected]);
  }
  const refusal = await fetch(`${product.url}/api/v1/households`, { method: "POST", headers: { ...token, "content-type": "application/json" }, body: JSON.stringify(oneWoman) });
  expect(refusal.headers.get("content-type")).toContain("application/problem+json");
  expect(await refusal.json()).toMatchObject({ status: 503, code: "unavailable", detail: expect.stringMatching(/\S+ \S+/) });
  expect(refusal.headers.get("retry-after")).toMatch(/^\d+$/);
  expect((await page.reload())?.status()).toBe(503);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Qualcosa non ha funzionato");
  expect(isAlive(server)).toBe(true);

  // Whoever next needs the database starts it where it was.
  tokenOf(home.home, MANAGER);
  await expect.poll(() => status("/readyz"), { timeout: 20_000 }).toBe(200);
  expect(await status(`/api/v1/facilities?municipality=${PERUGIA}`)).toBe(200);
  for (const { body } of answers.filter((answer) => answer.status === 201)) expect((await manager("GET", `/households/${(body as { id: string }).id}`)).status).toBe(200);
  await page.getByRole("button", { name: "Riprova" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strutture");
  expect(processesOf(home.home).server).toBe(server);
});

test("asked to stop, the server finishes what it is at @desktop", async () => {
  const { server } = processesOf(home.home);
  const { authorization = "" } = await tokenHeader();
  const rows = ["household_id,person_id,municipality,given_name,family_name,birth_date,gender,role,needs\n", "X2,Y2,G478,Ada,Prova,1990-01-01,female,head,\n"];
  const answer = new Promise<number>((resolve, reject) => {
    const sent = request(`${product.url}/api/v1/imports/households`, { method: "POST", headers: { authorization, "content-type": "text/csv" } }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.write(rows[0]);
    setTimeout(() => process.kill(server, "SIGTERM"), 500);
    setTimeout(() => sent.end(rows[1]), 2_500);
  });
  expect(await answer).toBe(200);
  expect(await isGoneWithin(server, 10_000)).toBe(true);
  await product.stop();
  await startAgain();
  const [kept] = await asOwner((sql) => sql`SELECT id FROM household WHERE external_id = 'X2'`);
  expect(kept).toBeDefined();
});
