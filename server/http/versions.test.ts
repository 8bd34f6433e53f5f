import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { aUser, type Visitor, withToken } from "@/test/callers";
import { type JsonSchema, openApiDocument, operationsIn } from "@/test/openapi";
import { aPlace, type Place, TODAY } from "@/test/place";
import { type Asked, requestTo } from "@/test/requests";
import { watchWrites } from "@/test/writes";

const document = await openApiDocument();
const TABLES: Record<string, string> = { facilities: "facility", units: "unit", beds: "bed", closures: "closure", households: "household", cases: "household_case", placements: "placement", extensions: "extension", tasks: "task", users: "app_user", organisations: "organisation", programmes: "programme" };

/** Writes to one record: those whose answer is the record as it is now, with its version. */
const doors = operationsIn(document).filter(({ method, path, answers }) => {
  const told = document.resolve(answers["200"] ?? answers["201"] ?? {});
  const isOfRecord = "200" in answers || path.endsWith("/members");
  return method !== "get" && path.includes("{id}") && isOfRecord && "version" in allProperties(told);
});

function allProperties(schema: JsonSchema): Record<string, JsonSchema> {
  const own = document.resolve(schema);
  return Object.assign({}, own.properties, ...(own.allOf ?? []).map(allProperties)) as Record<string, JsonSchema>;
}

let api: Api;
let manager: Visitor;
let coordinator: Visitor;
let writes: () => Promise<number>;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await withToken(api.owner, await aUser(api.owner, { role: "manager", municipality: PERUGIA, organisationId: null }));
  coordinator = await withToken(api.owner, await aUser(api.owner, { role: "coordinator", municipality: null, organisationId: null }));
  writes = await watchWrites(api.owner);
});
afterAll(() => api.close());

let made = 0;
async function newPlace(): Promise<Place> {
  return aPlace(api, await api.as("manager"), { municipality: PERUGIA, mark: `Elce${++made}` });
}

async function versionOf({ path }: Asked): Promise<number> {
  const [, kind = "", id = ""] = path.split("/");
  const table = TABLES[kind];
  if (!table) throw new Error(`which table are ${kind} in? Add it to TABLES`);
  const [row] = await api.owner.unsafe<{ version: number }[]>(`SELECT version FROM "${table}" WHERE id = '${id}'`);
  return row?.version ?? 0;
}

test("the list is of every write to a record", () => {
  expect(doors.length).toBeGreaterThan(15);
});

describe.each(doors.map((door) => [door.name, door] as const))("%s", (_name, door) => {
  test("refuses a version that is not the present one, however it is written, and takes the present one", async () => {
    const place = await newPlace();
    const asked = requestTo(door, place);
    const version = await versionOf(asked);
    const start = await writes();
    for (const stale of [`${version + 1}`, `"${version + 1}"`, `W/"${version + 1}"`, `${version - 1}`, "abc", `"${version}", "9"`, "1.0", "-1", "99999999999"]) {
      expect(await manager({ ...asked, headers: { "if-match": stale } }), stale).toMatchObject({ status: 412, text: expect.stringContaining('"stale"') });
    }
    expect(await manager({ ...asked, headers: { "if-match": `"${"1".repeat(60)}"` } })).toMatchObject({ status: 400 });
    // The role and whether there is such a record are told before the version.
    const late = { "if-match": `${version + 1}` };
    expect(await coordinator({ ...asked, headers: late })).toMatchObject({ status: 403 });
    expect(await manager({ ...asked, path: asked.path.replace(/^(\/\w+\/)[^/]+/, `$1${newId()}`), headers: late })).toMatchObject({ status: 404 });
    expect(await writes()).toBe(start);

    const present = [`${version}`, `"${version}"`, `W/"${version}"`, "*"][made % 4] ?? "";
    const { status, text } = await manager({ ...asked, headers: { "if-match": present } });
    expect(status, `${present} ${text}`).toBeLessThan(300);
    expect((JSON.parse(text) as { version: number }).version).toBe(await versionOf(asked));

    // The version is asked before the state: somebody else has done the step meanwhile.
    expect(await manager({ ...asked, headers: { "if-match": `${version + 7}` } })).toMatchObject({ status: 412 });
  });
});

const changes = doors.filter(({ method }) => method === "patch");

describe.each(changes.map((door) => [door.name, door] as const))("%s", (_name, door) => {
  test("of twenty changes made from the same version one wins, and nineteen are told that they are late", async () => {
    const asked = requestTo(door, await newPlace());
    const version = await versionOf(asked);
    const answers = await Promise.all(Array.from({ length: 20 }, () => manager({ ...asked, headers: { "if-match": `"${version}"` } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    expect(await versionOf(asked)).toBe(version + 1);
  });

  test("goes through without a version", async () => {
    const asked = requestTo(door, await newPlace());
    const answers = await Promise.all(Array.from({ length: 5 }, () => manager(asked)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});
