import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAY, type Permission, ROLES, type Role } from "@/domain/actor";
import { newId } from "@/db/ids";
import { type Answered, type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, departure } from "@/test/builders";
import { operations } from "./operation";
import { publicOperations } from "./public-operation";

let api: Api;
let callers: Record<Role, Caller>;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  callers = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await api.as(role, role === "coordinator" ? null : PERUGIA)]))) as Record<Role, Caller>;
});
afterAll(() => api.close());

const id = newId();

/** A well-formed request to each operation that asks for more than its path: ids unknown, everything else fine. */
const REQUESTS: Record<string, { query?: string; body?: unknown }> = {
  "get /audit": { query: `municipality=${PERUGIA}` },
  "get /availability": { query: `municipality=${PERUGIA}&from=2027-03-10&until=2027-03-12` },
  "get /availability/elsewhere": { query: `municipality=${PERUGIA}&from=2027-03-10&until=2027-03-12` },
  "get /board": { query: `municipality=${PERUGIA}&from=2027-03-01&until=2027-09-01` },
  "post /facilities": { body: { municipality: PERUGIA, name: "Casa", kind: "cohousing", opensOn: "2027-01-01" } },
  "get /facilities": { query: `municipality=${PERUGIA}` },
  "patch /facilities/{id}": { body: { name: "Casa" } },
  "post /facilities/{id}/units": { body: { name: "1", letting: "by_bed" } },
  "patch /units/{id}": { body: { name: "1" } },
  "post /units/{id}/beds": { body: { name: "1" } },
  "post /units/{id}/beds/bulk": { body: { beds: [{ name: "1" }] } },
  "get /facilities/{id}/in-the-way": { query: "from=2027-03-10" },
  "patch /beds/{id}": { body: { name: "1" } },
  "post /closures": { body: { bedId: id, from: "2027-03-10", until: "2027-03-11", reason: "other" } },
  "post /households": { body: { municipality: PERUGIA, members: [{ givenName: "A", familyName: "B", birthDate: "1990-01-01", gender: "female", role: "head" }] } },
  "get /households": { query: `municipality=${PERUGIA}` },
  "patch /households/{id}": { body: { name: "Famiglia" } },
  "post /households/{id}/members": { body: { givenName: "A", familyName: "B", birthDate: "1990-01-01", gender: "female", role: "other" } },
  "post /households/{id}/members/{personId}/departure": { body: { date: "2027-03-10" } },
  "post /households/{id}/members/{personId}/recognition": { body: { same: true } },
  "post /households/{id}/division": { body: { date: "2027-03-10", personIds: [id] } },
  "post /households/{id}/cases": { body: { programmeId: id, from: "2027-03-10" } },
  "patch /cases/{id}": { body: { goals: [] } },
  "post /cases/{id}/closure": { body: { date: "2027-03-10", outcome: "withdrawn" } },
  "post /referrals": { body: { householdId: id, source: "other", urgency: 1, receivedOn: "2027-03-10" } },
  "get /organisations": { query: `municipality=${PERUGIA}` },
  "post /organisations": { body: { municipality: PERUGIA, name: "Coop" } },
  "get /case-workers": { query: `municipality=${PERUGIA}` },
  "patch /households/{id}/members/{personId}": { body: { givenName: "Ada" } },
  "get /programmes": { query: `municipality=${PERUGIA}` },
  "post /programmes": { body: { municipality: PERUGIA, name: "FAMI" } },
  "patch /organisations/{id}": { body: { name: "Coop" } },
  "patch /programmes/{id}": { body: { name: "FAMI" } },
  "get /tasks": { query: `municipality=${PERUGIA}` },
  "get /today": { query: `municipality=${PERUGIA}` },
  "get /reports/occupancy": { query: `municipality=${PERUGIA}&from=2027-03-01&until=2027-03-10` },
  "post /placements": { body: { householdId: id, unitId: id, arrival: "2027-03-10", exit: "2027-03-11" } },
  "get /placements": { query: `municipality=${PERUGIA}` },
  "patch /placements/{id}": { body: { exit: "2027-03-11" } },
  "post /placements/{id}/arrival": { body: { date: "2027-03-10" } },
  "post /placements/{id}/departure": { body: departure("2027-03-10") },
  "post /placements/{id}/transfer": { body: { date: "2027-03-10", unitId: id } },
  "post /placements/{id}/swap": { body: { date: "2027-03-10", withPlacementId: id } },
  "post /placements/{id}/joining": { body: { date: "2027-03-10", personId: id } },
  "post /placements/{id}/rule": { body: { ruleId: id } },
  "post /placements/{id}/correction": { body: { note: "why", arrival: "2027-03-09" } },
  "post /placements/{id}/no-show": { body: { reason: "other" } },
  "post /placements/{id}/cancellation": { body: { reason: "other" } },
  "post /placements/{id}/extensions": { body: { exit: "2027-10-20", reason: "health" } },
  "get /extensions": { query: `municipality=${PERUGIA}` },
  "post /extensions/{id}/decision": { body: { approve: true } },
  "post /stay-rules": { body: { municipality: PERUGIA, validFrom: "2027-01-01", maxStay: null } },
  "post /stay-rules/impact": { body: { municipality: PERUGIA, validFrom: "2027-01-01", maxStay: null } },
  "get /stay-rules": { query: `municipality=${PERUGIA}` },
  "get /search": { query: `municipality=${PERUGIA}&q=casa` },
  "post /users": { body: { email: "a@comune.example", name: "A", municipality: PERUGIA, role: "operator" } },
  "patch /users/{id}": { body: { name: "A" } },
  "patch /me": { body: { language: "it" } },
  "patch /settings": { body: { contactName: "A" } },
  "post /users/{id}/password": { body: { password: "a long and quiet password" } },
  "post /me/password": { body: { currentPassword: "not the present one", password: "a long and quiet password" } },
  "post /tokens": { body: { name: "script" } },
};

type Door = { method: string; path: string; permission: Permission };
const request = ({ method, path }: Door) => REQUESTS[`${method} ${path}`] ?? {};
const hasRaw = ({ path }: Door) => path.startsWith("/imports") || path.startsWith("/exports");

function knock(caller: Caller, door: Door): Promise<Answered> {
  const { query, body } = request(door);
  const path = door.path.replaceAll(/\{\w+\}/g, id);
  return caller(door.method.toUpperCase(), query ? `${path}?${query}` : path, body === undefined ? {} : { body });
}

const named = (door: Door) => `${door.method} ${door.path}`;

describe("every operation", () => {
  test("is described, asks for a permission somebody has, and stands in the document with it", async () => {
    expect(operations.length).toBeGreaterThan(35);
    const { body } = await api.nobody<{ paths: Record<string, Record<string, { "x-permission"?: string }>> }>("GET", "/openapi.json");
    for (const door of operations) {
      expect(ROLES.some((role) => MAY[role].includes(door.permission)), named(door)).toBe(true);
      expect(body.paths[`/api/v1${door.path}`]?.[door.method]?.["x-permission"], named(door)).toBe(door.permission);
    }
    const mounted = Object.entries(body.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path.replace("/api/v1", "")}`));
    expect(mounted.filter((each) => !operations.some((door) => named(door) === each))).toEqual(publicOperations.map(({ method, path }) => `${method} ${path}`));
    for (const { method, path } of publicOperations) expect(body.paths[`/api/v1${path}`]?.[method], path).toMatchObject({ security: [] });
  });

  test("is closed to nobody: 401", async () => {
    for (const door of operations.filter((each) => !hasRaw(each))) {
      expect(await knock(api.nobody, door), named(door)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    }
  });

  test("is closed to a token that is none: 401", async () => {
    for (const authorization of ["Bearer nonsense", "Bearer ", "Basic YTpi"]) {
      expect((await api.nobody("GET", `/facilities?municipality=${PERUGIA}`, { headers: { authorization } })).status).toBe(401);
    }
  });

  test.each(ROLES.map((role) => [role]))("is closed to a %s who lacks the permission: 403", async (role) => {
    for (const door of operations.filter((each) => !hasRaw(each) && !MAY[role].includes(each.permission))) {
      expect(await knock(callers[role], door), named(door)).toMatchObject({ status: 403, body: { code: "forbidden", permission: door.permission } });
    }
  });

  test("tells a well-formed unknown id from nothing: 404", async () => {
    for (const door of operations.filter((each) => each.path.includes("{") && !hasRaw(each))) {
      const role = door.permission === "user.write" ? "administrator" : "manager";
      expect(await knock(callers[role], door), named(door)).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
  });

  test("hides another municipality: 404", async () => {
    const elsewhere = operations.filter((each) => request(each).query?.includes("municipality=") || JSON.stringify(request(each).body ?? "").includes(`"${PERUGIA}"`));
    expect(elsewhere.length).toBeGreaterThan(10);
    const torino = await api.as("manager", TORINO);
    for (const door of elsewhere.filter(({ path, permission }) => path !== "/users" && MAY.manager.includes(permission))) expect(await knock(torino, door), named(door)).toMatchObject({ status: 404 });
  });

  test("refuses malformed input, each error with path, code and message: 400", async () => {
    for (const door of operations.filter((each) => !hasRaw(each) && (request(each).body !== undefined || request(each).query !== undefined || each.path.includes("{id}")))) {
      const path = door.path.replaceAll(/\{\w+\}/g, "not-an-id");
      const answer = await callers.manager(door.method.toUpperCase(), `${path}?municipality=perugia&from=2027-02-30`, request(door).body === undefined ? {} : { body: { municipality: 1 } });
      expect(answer, named(door)).toMatchObject({ status: 400, body: { code: "malformed", errors: expect.arrayContaining([{ path: expect.any(String), code: expect.stringMatching(/\S/), message: expect.stringMatching(/\S/) }]) } });
    }
  });

  test("refuses keys it does not know: 400", async () => {
    for (const door of operations.filter((each) => request(each).body !== undefined)) {
      const { body } = request(door);
      const answer = await callers.manager(door.method.toUpperCase(), door.path.replaceAll(/\{\w+\}/g, id), { body: { ...(body as object), surprise: true } });
      expect(answer, named(door)).toMatchObject({ status: 400, body: { errors: [{ code: "unrecognized_keys" }] } });
    }
  });
});

describe("bodies", () => {
  const text = (body: string, headers: Record<string, string> = {}) => ({ method: "POST", body, headers: { "content-type": "application/json", ...headers } });

  test("over a megabyte are too large, also before anybody is asked who they are", async () => {
    const name = "x".repeat(1024 * 1024);
    expect(await callers.manager("POST", "/organisations", { body: { municipality: PERUGIA, name } })).toMatchObject({ status: 413, body: { code: "too_large" } });
    expect((await api.nobody("POST", "/organisations", { body: { name } })).status).toBe(413);
  });

  test.each([["no JSON", "{"], ["nothing", ""], ["a list", "[]"], ["null", "null"], ["a text", '"x"']])("of %s are malformed", async (_what, body) => {
    const { api: app } = await import("./app");
    const response = await app.request("/api/v1/organisations", text(body));
    expect([response.status, response.headers.get("content-type")]).toEqual([400, "application/problem+json; charset=utf-8"]);
  });

  test("are told in the caller's language", async () => {
    const detail = async (language: string) => (await api.nobody<{ detail: string }>("GET", "/me", { headers: { "accept-language": language } })).body.detail;
    expect(await detail("en")).not.toBe(await detail("it"));
    expect(await detail("de")).toBe(await detail("it"));
  });
});

test("an operator works in the facilities of their own organisation and the municipality's own, not in another's: 403", async () => {
  const organisation = async (name: string) => (await callers.manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  const [ours, theirs] = [await organisation("Nostra"), await organisation("Loro")];
  const operator = await api.as("operator", PERUGIA, ours);
  const facilities = { ours: await aFacility(callers.manager, { organisationId: ours }), theirs: await aFacility(callers.manager, { organisationId: theirs }), own: await aFacility(callers.manager) };

  const answers = async (facility: { id: string }) => {
    const unit = await aUnit(callers.manager, 2, {}, facility);
    const household = await aHousehold(callers.manager);
    const placement = await aPlacement(callers.manager, unit, "2027-03-10", "2027-03-12", { householdId: household.id });
    const other = await aHousehold(callers.manager);
    const done: Answered[] = [];
    done.push(await operator("POST", `/facilities/${facility.id}/units`, { body: { name: "2", letting: "by_bed" } }));
    done.push(await operator("POST", `/facilities/${facility.id}/confirmation`));
    done.push(await operator("PATCH", `/units/${unit.id}`, { body: { name: "3" } }));
    done.push(await operator("POST", `/units/${unit.id}/beds`, { body: { name: "3" } }));
    done.push(await operator("PATCH", `/beds/${unit.beds[0]?.id}`, { body: { name: "4" } }));
    done.push(await operator("POST", "/closures", { body: { bedId: unit.beds[1]?.id, from: "2027-05-01", until: "2027-05-02", reason: "other" } }));
    done.push(await operator("POST", "/placements", { body: { householdId: other.id, unitId: unit.id, arrival: "2027-03-10", exit: "2027-03-11" } }));
    done.push(await operator("PATCH", `/placements/${placement.id}`, { body: { exit: "2027-03-11" } }));
    done.push(await operator("POST", `/placements/${placement.id}/arrival`, { body: { date: "2027-03-10" } }));
    done.push(await operator("POST", `/placements/${placement.id}/departure`, { body: departure("2027-03-10") }));
    return done;
  };
  expect((await answers(facilities.ours)).map(({ status }) => status)).toEqual([201, 200, 200, 201, 200, 201, 201, 200, 200, 200]);
  expect((await answers(facilities.own)).every(({ status }) => status < 300)).toBe(true);
  for (const answer of await answers(facilities.theirs)) expect(answer).toMatchObject({ status: 403, body: { code: "other_organisation" } });
});

test("what another municipality owns is not there, whatever is done with it: 404", async () => {
  const torino = await api.as("manager", TORINO);
  const unit = await aUnit(torino, 1, {}, { municipality: TORINO });
  const household = await aHousehold(torino, [{}], { municipality: TORINO });
  const placement = await aPlacement(torino, unit, "2027-03-10", "2027-03-12", { householdId: household.id });
  const ids: Record<string, string> = { facilities: unit.facilityId, units: unit.id, beds: unit.beds[0]?.id ?? "", households: household.id, placements: placement.id };
  for (const door of operations.filter(({ path }) => path.includes("{") && path.split("/")[1] as string in ids)) {
    const path = door.path.replace("{id}", ids[door.path.split("/")[1] ?? ""] ?? "").replace("{personId}", household.members[0]?.personId ?? "");
    const { body, query = "" } = request(door);
    expect(await callers.manager(door.method.toUpperCase(), `${path}?${query}`, body === undefined ? {} : { body }), named(door)).toMatchObject({ status: 404 });
  }
  const mixed = { householdId: (await aHousehold(callers.manager)).id, unitId: unit.id, arrival: "2027-04-10", exit: "2027-04-12" };
  expect((await callers.manager("POST", "/placements", { body: mixed })).status).toBe(404);
});
