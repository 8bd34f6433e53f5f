import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import type { Grant } from "@/domain/actor";
import { systemActor } from "@/server/actor";
import { database } from "@/server/database";
import { createToken } from "@/server/tokens/create";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aBedRow, aPersonRow, csv, headerOf, look } from "@/test/import-files";
import { BOLOGNA, grant, PERUGIA, somebody } from "@/test/people";
import { exportRoutes } from "./exports";
import { importRoutes } from "./imports";
import { openApiDocument } from "./system";

let fresh: FreshDatabase;
const app = new OpenAPIHono();
for (const mount of [importRoutes, exportRoutes]) mount(app);

beforeAll(async () => {
  process.env.POSTOLETTO_KEY ??= Buffer.alloc(32, 1).toString("base64");
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.appUrl;
});

afterAll(async () => {
  await database().end();
  await fresh.drop();
});

async function aToken(...grants: Grant[]): Promise<string> {
  const { id } = await somebody(database(), ...grants);
  const created = await asActor(database(), systemActor("cli"), (db) => createToken(db, { userId: id, name: "test" }));
  if (!created.ok) throw new Error(created.failure.code);
  return created.value.token;
}

type Asked = { token?: string; headers?: Record<string, string>; body?: string | ReadableStream };

async function ask(method: "GET" | "POST", path: string, { token, headers = {}, body }: Asked): Promise<{ status: number; text: string; json: Record<string, unknown>; headers: Headers }> {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "text/csv; charset=utf-8" };
  const answer = await app.request(path, { method, headers: { ...authorization, ...type, ...headers }, body, duplex: "half" } as RequestInit);
  const text = await answer.text();
  return { status: answer.status, text, json: answer.headers.get("content-type")?.includes("json") ? (JSON.parse(text) as Record<string, unknown>) : {}, headers: answer.headers };
}

describe("POST /imports/{kind}", () => {
  test("takes a file, answers what it came to, and a second time that nothing changed", async () => {
    const token = await aToken(grant("manager"));
    const file = { token, body: csv([aBedRow(), aBedRow({ bed_id: "S1-A-2", bed_name: "2" })]) };
    expect(await ask("POST", "/imports/facilities?dryRun=true", file)).toMatchObject({ status: 200, json: { rows: 2, created: 2 } });
    expect(await ask("POST", "/imports/facilities", file)).toMatchObject({ status: 200, json: { rows: 2, created: 2, updated: 0, rejected: [], rejectedRows: 0 } });
    expect(await ask("POST", "/imports/facilities", file)).toMatchObject({ status: 200, json: { rows: 2, created: 0, updated: 0 } });
  });

  test("tells refused rows in the language asked for, and imports nothing", async () => {
    const token = await aToken(grant("manager"));
    const body = csv([aPersonRow(), aPersonRow({ household_id: "N2", person_id: "P2", municipality: BOLOGNA })]);
    const refused = (message: string) => ({ status: 200, json: { rows: 2, created: 0, updated: 0, rejected: [{ row: 3, column: "municipality", code: "not_allowed", message }] } });
    expect(await ask("POST", "/imports/households", { token, body })).toMatchObject(refused("Non puoi importare dati di questo comune."));
    expect(await ask("POST", "/imports/households", { token, body, headers: { "accept-language": "en-GB,en" } })).toMatchObject(refused("You may not import data of this municipality."));
    expect(await look(database(), "SELECT 1 FROM household WHERE external_id = 'N1'")).toEqual([]);
    expect(await ask("POST", "/imports/households?partial=true", { token, body })).toMatchObject({ json: { created: 1, rejectedRows: 1 } });
  });

  test.each<[string, number, string, Grant[] | null, Record<string, string>, string]>([
    ["nobody", 401, "unauthenticated", null, {}, ""],
    ["an operator", 403, "forbidden", [grant("operator")], {}, ""],
    ["another kind of body", 415, "unsupported_media_type", [grant("manager")], { "content-type": "application/json" }, ""],
    ["a file announced too large", 413, "too_large", [grant("manager")], { "content-length": String(101 * 1024 * 1024) }, ""],
    ["an answer to partial that is neither yes nor no", 400, "malformed", [grant("manager")], {}, "?partial=forse"],
  ])("%s is answered %i", async (_case, status, code, grants, headers, search) => {
    const token = grants === null ? undefined : await aToken(...grants);
    const answer = await ask("POST", `/imports/stays${search}`, { token, headers, body: headerOf("stays") });
    expect(answer.status).toBe(status);
    if (status !== 400) expect(answer.json).toMatchObject({ status, code });
  });

  test("a file that turns out too large while it comes in is answered 413, and nothing of it is kept", async () => {
    const token = await aToken(grant("manager"));
    const line = new TextEncoder().encode(`${"x".repeat(1023)}\n`.repeat(1024));
    let sent = -1;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(sent === 0 ? new TextEncoder().encode(`${headerOf("facilities")}\n`) : line);
        if (sent > 102) controller.close();
      },
    });
    expect(await ask("POST", "/imports/facilities", { token, body })).toMatchObject({ status: 413 });
    expect(await ask("POST", "/imports/facilities", { token, body: csv([aBedRow({ facility_id: "S9", unit_id: "S9-U", bed_id: "S9-1" })]) })).toMatchObject({ json: { created: 1 } });
  });

  test("real facilities of one municipality go in for its manager", async () => {
    const token = await aToken(grant("manager", "F205"));
    const body = gunzipSync(readFileSync("test/hotel/facilities.csv.gz")).toString("utf8");
    expect(await ask("POST", "/imports/facilities?partial=true", { token, body })).toMatchObject({ json: { rows: 413, created: 226, rejectedRows: 187 } });
  });
});

describe("GET /exports/{kind}.csv and templates", () => {
  test("give the same columns, one's own municipality, and refuse the others", async () => {
    const token = await aToken(grant("manager", BOLOGNA));
    await ask("POST", "/imports/facilities", { token, body: csv([aBedRow({ municipality: BOLOGNA, facility_name: "=1+1" })]) });
    const exported = await ask("GET", "/exports/facilities.csv", { token });
    expect(exported.headers.get("content-type")).toContain("text/csv");
    expect(exported.text.split("\r\n")).toEqual([headerOf("facilities"), "S1,'=1+1,A944,cohousing,S1-A,Stanza A,by_bed,S1-A-1,1,2026-01-01,,mixed,,,single", ""]);
    expect((await ask("GET", "/imports/facilities/template.csv", { token })).text).toBe(`${headerOf("facilities")}\r\n`);
    expect(await ask("GET", `/exports/facilities.csv?municipality=${PERUGIA}`, { token })).toMatchObject({ status: 404, json: { code: "not_found" } });
    expect(await ask("GET", "/exports/households.csv", { token: await aToken(grant("operator")) })).toMatchObject({ status: 403 });
    expect(await ask("GET", "/exports/households.csv", {})).toMatchObject({ status: 401 });
  });

  test("are few a minute for one person", async () => {
    const token = await aToken(grant("manager"));
    const statuses = new Set<number>();
    for (let asked = 0; asked < 31; asked += 1) statuses.add((await ask("GET", "/exports/stays.csv", { token })).status);
    expect([...statuses]).toEqual([200, 429]);
  });
});

test("the description of the API tells the columns", () => {
  const { paths } = openApiDocument(app);
  expect(paths?.["/imports/stays"]?.post?.description).toContain("placement_id");
  expect(Object.keys(paths ?? {})).toEqual(expect.arrayContaining(["/imports/facilities", "/imports/households/template.csv", "/exports/stays.csv"]));
});
