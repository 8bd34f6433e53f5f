import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, startApi } from "@/test/api";
import { colleagues, type Heard, type Visitor } from "@/test/callers";
import { type JsonSchema, type OpenApi, openApiDocument, operationsIn } from "@/test/openapi";
import { type Place, TODAY } from "@/test/place";
import { type Places, thePlaces } from "@/test/places";
import { requestTo } from "@/test/requests";
import { contents } from "@/test/tables";

let api: Api;
let world: Places;
let document: OpenApi;
let manager: Visitor;
let administrator: Visitor;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  world = await thePlaces(api);
  document = await openApiDocument();
  const known = await colleagues(api.owner, world.organisations);
  const named = (name: string) => known.find((who) => who.name === name)?.visit ?? (() => Promise.reject(new Error(name)));
  [manager, administrator] = [named("a manager"), named("an administrator of the municipality")];
}, 120_000);
afterAll(() => api.close());

/** Which record a field that takes an id means. A new field needs its line here. */
const MEANS: Record<string, (place: Place) => string> = {
  bedId: ({ bedId }) => bedId, unitId: ({ unitId }) => unitId, facilityId: ({ facilityId }) => facilityId, organisationId: ({ organisationId }) => organisationId,
  programmeId: ({ programmeId }) => programmeId, householdId: ({ householdId }) => householdId, personId: ({ personId }) => personId, personIds: ({ personId }) => personId,
  socialWorkerId: ({ userId }) => userId, userId: ({ userId }) => userId, headId: ({ personId }) => personId, placementId: ({ placements }) => placements.show.id, withPlacementId: ({ placements }) => placements.show.id, approvedBy: ({ userId }) => userId, cursor: ({ householdId }) => householdId, ruleId: ({ ruleId }) => ruleId,
};

type Field = { name: string; path: string[] };

/** Fields that take an id, with the way to them; a list counts by its first. */
function idFields(schema: JsonSchema, path: string[] = []): Field[] {
  const own = document.resolve(schema);
  const choices = [...(own.anyOf ?? []), ...(own.oneOf ?? []), ...(own.allOf ?? [])].flatMap((choice) => idFields(choice, path));
  const fields = Object.entries(own.properties ?? {}).flatMap(([name, field]) => idFields(field, [...path, name]));
  const items = own.items ? idFields(own.items, [...path, "0"]) : [];
  const name = path.filter((part) => part !== "0").at(-1) ?? "";
  return [...(own.format === "uuid" ? [{ name, path }] : []), ...choices, ...fields, ...items];
}

function foreign(field: Field): string {
  const means = MEANS[field.name];
  if (!means) throw new Error(`which record does "${field.name}" mean? Add it to MEANS`);
  return means(world.places.torino);
}

/** What a field needs beside it to make sense. */
const BESIDE: Record<string, (place: Place) => object> = {
  beds: ({ bedId, personId }) => ({ bedId, personId }),
  override: () => ({ reason: "why" }),
  grants: ({ municipality }) => ({ role: "operator", municipality }),
};

/** The body with this field set, and what must stand beside it. */
function withField(body: unknown, { path }: Field, id: string, place: Place): unknown {
  const copy = structuredClone(body ?? {}) as Record<string, unknown>;
  if (path.length === 1 && ["bedId", "unitId", "facilityId"].includes(path[0] ?? "") && "reason" in copy) for (const other of ["bedId", "unitId", "facilityId"]) delete copy[other];
  const [first = "", ...rest] = path;
  const last = rest.filter((part) => part !== "0").at(-1);
  const inner = last === undefined ? id : { ...(BESIDE[first]?.(place) ?? {}), [last]: id };
  return { ...copy, [first]: rest.includes("0") ? [inner] : inner };
}

/** Beside the id nothing may tell a foreign record from none at all. */
const withoutId = ({ status, text }: Heard, id: string) => [status, text.replaceAll(id, "…").replace(/"(asOf|createdAt)":"[^"]+"/g, "")];

const REFUSED = [404, 422];
const visitorFor = (permission: string | undefined) => (permission === "audit.read" ? administrator : manager);

test("another municipality's id in a body is answered as one that is nobody's, and nothing changes", async () => {
  const doors = operationsIn(document).filter(({ body }) => body !== null);
  let tried = 0;
  for (const door of doors) {
    for (const field of idFields(door.body ?? {})) {
      const visit = field.name === "userId" ? administrator : visitorFor(door.permission);
      const before = await contents(api.owner);
      const answers: unknown[] = [];
      for (const id of [foreign(field), newId()]) {
        const asked = requestTo(door, world.places.own);
        const heard = await visit({ ...asked, body: withField(asked.body, field, id, world.places.own) });
        expect(REFUSED, `${door.name} ${field.path.join(".")}: ${heard.status} ${heard.text}`).toContain(heard.status);
        answers.push(withoutId(heard, id));
      }
      expect(answers[0], `${door.name} ${field.path.join(".")}`).toEqual(answers[1]);
      expect(await contents(api.owner), `${door.name} ${field.path.join(".")}`).toEqual(before);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(15);
});

test("another municipality's id in a filter finds what nobody's finds", async () => {
  let tried = 0;
  for (const door of operationsIn(document).filter(({ method }) => method === "get")) {
    const fields = door.parameters.filter((parameter) => parameter.in === "query").flatMap(({ name, schema }) => idFields(schema, [name]));
    for (const field of fields) {
      const asked = requestTo(door, world.places.own);
      const heard = async (id: string) => {
        const query = new URLSearchParams(asked.query);
        query.set(field.name, id);
        return withoutId(await visitorFor(door.permission)({ ...asked, query: `${query}` }), id);
      };
      // A place in a list is not looked up: as an id that sorts alike.
      const id = foreign(field);
      const nobodys = field.name === "cursor" ? `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}` : newId();
      expect(await heard(id), `${door.name} ${field.name}`).toEqual(await heard(nobodys));
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(8);
});

test("every record of another municipality in a path is not there, whatever is done with it, and nothing changes", async () => {
  const before = await contents(api.owner);
  for (const door of operationsIn(document).filter(({ path }) => path.includes("{"))) {
    const visit = visitorFor(door.permission);
    expect(await visit(requestTo(door, world.places.torino)), door.name).toMatchObject({ status: door.permission === "audit.read" ? expect.any(Number) : 404 });
  }
  expect(await contents(api.owner)).toEqual(before);
});
