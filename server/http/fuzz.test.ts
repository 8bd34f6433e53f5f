import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, PERUGIA, startApi, TORINO } from "@/test/api";
import { colleagues, type Heard, type Visitor } from "@/test/callers";
import { type DescribedOperation, type OpenApi, openApiDocument, operationsIn } from "@/test/openapi";
import { ABSURD, asQuery, type Known, nearlyValid, ODD, valid } from "@/test/openapi-arbitrary";
import { type Place, TODAY } from "@/test/place";
import { thePlaces } from "@/test/places";
import { type Asked, requestTo } from "@/test/requests";
import { watchWrites } from "@/test/writes";
import { PROBLEM_CODES } from "./problem";

/** The same every time, unless told; more runs for a longer look. */
const seed = Number(process.env.POSTOLETTO_FUZZ_SEED ?? 20270310);
const numRuns = Number(process.env.POSTOLETTO_FUZZ_RUNS ?? 25);

const document: OpenApi = await openApiDocument();
// Resets are sent after the answer, exports are files with a throttle of their own.
const doors = operationsIn(document).filter(({ path, takesCsv }) => !takesCsv && path !== "/password-resets" && !path.startsWith("/exports"));

let api: Api;
let known: Known;
let place: Place;
let manager: Visitor;
let administrator: Visitor;
let writes: () => Promise<number>;
let before = 0;
const heardOf = new Map<number, number>();

beforeAll(async () => {
  console.log(`fuzz: POSTOLETTO_FUZZ_SEED=${seed} POSTOLETTO_FUZZ_RUNS=${numRuns}`);
  api = await startApi({ today: TODAY });
  const world = await thePlaces(api);
  place = world.places.own;
  known = knownIn(Object.values(world.places));
  const people = await colleagues(api.owner, world.organisations);
  const named = (name: string) => people.find((who) => who.name === name)?.visit ?? (() => Promise.reject(new Error(name)));
  [manager, administrator] = [named("a manager"), named("an administrator of the network")];
  writes = await watchWrites(api.owner);
}, 120_000);
afterAll(() => api.close());

function knownIn(places: Place[]): Known {
  const each = (of: (place: Place) => string) => places.map(of);
  const byName = {
    bedId: each(({ bedId }) => bedId), unitId: each(({ unitId }) => unitId), facilityId: each(({ facilityId }) => facilityId), organisationId: each(({ organisationId }) => organisationId),
    programmeId: each(({ programmeId }) => programmeId), householdId: each(({ householdId }) => householdId), personId: each(({ personId }) => personId),
    personIds: each(({ placements }) => placements.show.personId).map((id) => [id]), socialWorkerId: each(({ userId }) => userId), userId: each(({ userId }) => userId),
  };
  const ids = Object.entries(byName).flatMap(([name, values]) => (name === "personIds" ? [] : (values as string[])));
  return { byName, ids, municipalities: [PERUGIA, PERUGIA, PERUGIA, TORINO, "Z999"] };
}

const visitorFor = ({ permission }: DescribedOperation) => (permission === "audit.read" ? administrator : manager);

/** No answer is a failure of ours; a refusal is a problem document with a code of the contract, and nothing is changed by it. */
async function expectSound(door: DescribedOperation, asked: Asked, heard: Heard): Promise<void> {
  const about = `${door.name} ${asked.path.slice(0, 200)}?${asked.query.slice(0, 300)} ${String(JSON.stringify(asked.body)).slice(0, 1_000)}: ${heard.status} ${heard.text.slice(0, 500)}`;
  expect(heard.status, about).toBeLessThan(500);
  heardOf.set(heard.status, (heardOf.get(heard.status) ?? 0) + 1);
  const written = await writes();
  if (heard.status >= 400 || door.method === "get") expect(written, about).toBe(before);
  before = written;
  if (heard.status < 400) return;
  expect(heard.headers.get("content-type"), about).toBe("application/problem+json; charset=utf-8");
  const problem = JSON.parse(heard.text) as { code: string; status: number; title: string; detail: string; type: string };
  expect(PROBLEM_CODES, about).toContain(problem.code);
  expect(problem, about).toMatchObject({ status: heard.status, title: expect.stringMatching(/\S/), detail: expect.stringMatching(/\S/), type: expect.stringMatching(/\S/) });
}

async function ask(door: DescribedOperation, asked: Asked, headers: Record<string, string> = {}): Promise<Heard> {
  const heard = await visitorFor(door)({ ...asked, headers });
  await expectSound(door, asked, heard);
  return heard;
}

/** Plays `runs` of what the arbitrary makes; the example that failed is printed with the seed. */
function play<T>(arbitrary: fc.Arbitrary<T>, run: (value: T) => Promise<unknown>, runs = numRuns): Promise<void> {
  return fc.assert(fc.asyncProperty(arbitrary, async (value) => void (await run(value))), { seed, numRuns: runs, endOnFailure: true });
}

function queryOf(door: DescribedOperation, odd: boolean): fc.Arbitrary<string> {
  const fields = door.parameters.filter((parameter) => parameter.in === "query");
  const each = fields.map(({ name, required, schema }) => [name, required, odd ? fc.oneof({ weight: 3, arbitrary: valid(document, schema, known, name) }, ODD) : valid(document, schema, known, name)] as const);
  const record = fc.record(Object.fromEntries(each.map(([name, , value]) => [name, value])), { requiredKeys: each.filter(([, required]) => required).map(([name]) => name) });
  return record.map((values) => new URLSearchParams(Object.entries(values).map(([name, value]) => [name, asQuery(value)])).toString());
}

const asked = (door: DescribedOperation) => requestTo(door, place);
const named = (some: (door: DescribedOperation) => boolean) => doors.filter(some).map((door) => [door.name, door] as const);

describe("bodies that are right, nearly right and absurd", () => {
  test.each(named(({ body }) => body !== null))("%s", async (_name, door) => {
    const schema = door.body ?? {};
    await play(valid(document, schema, known), (body) => ask(door, { ...asked(door), body }));
    await play(nearlyValid(document, schema, known), (body) => ask(door, { ...asked(door), body }), numRuns * 2);
    await play(ABSURD, (body) => ask(door, { ...asked(door), body }));
  });
});

describe("queries that are right, odd, doubled and no text", () => {
  test.each(named(({ parameters }) => parameters.some((parameter) => parameter.in === "query")))("%s", async (_name, door) => {
    await play(queryOf(door, false), (query) => ask(door, { ...asked(door), query }));
    await play(queryOf(door, true), (query) => ask(door, { ...asked(door), query }), numRuns * 2);
    for (const query of ["municipality=G478&municipality=L219", "%00", "q=%00", "q=%FF&municipality=%FF", "municipality=G478&q=%ED%A0%80", "=&&=", `q=${"x".repeat(20_000)}`, "limit=1&limit=2&municipality=G478", "__proto__=1&constructor=2"]) {
      await ask(door, { ...asked(door), query });
    }
  });
});

describe("ids that are none", () => {
  test.each(named(({ path }) => path.includes("{")))("%s", async (_name, door) => {
    for (const id of ["%00", "%FF", "..%2f..", "null", "-1", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "x".repeat(8_000), "%F0%9F%8F%A0", "'"]) {
      const heard = await ask(door, { ...asked(door), path: door.path.replaceAll(/\{\w+\}/g, id) });
      expect(heard.status, id).toBeGreaterThanOrEqual(400);
    }
  });
});

describe("headers that are junk", () => {
  test.each(named(() => true))("%s", async (_name, door) => {
    const junk = ["", " ", "\"\"", "W/\"x\"", "*", "-1", "1e9", "99999999999999999999", "é", "x".repeat(5_000), "1, 2", "\"1\"; DROP TABLE bed"];
    for (const word of junk) {
      if (door.method === "get") await ask(door, asked(door), { "accept-language": word, accept: word, range: word, cookie: word });
      else for (const name of ["if-match", "idempotency-key"]) await ask(door, asked(door), { [name]: word });
    }
    if (door.body) for (const type of ["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "nonsense"]) await ask(door, asked(door), { "content-type": type });
  });
});

test("what was sent got past every kind of refusal", () => {
  for (const status of [200, 201, 400, 404, 409, 422]) expect(heardOf.get(status) ?? 0, `${status}`).toBeGreaterThan(20);
});
