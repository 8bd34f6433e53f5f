import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { aUser, type Visitor, visitor, withToken } from "@/test/callers";
import { openApiDocument, operationsIn } from "@/test/openapi";
import { TODAY } from "@/test/place";
import { watchWrites } from "@/test/writes";

const document = await openApiDocument();
const doors = operationsIn(document);
const paths = Object.entries(document.paths).map(([path, methods]) => [path.replace("/api/v1", ""), Object.keys(methods).map((method) => method.toUpperCase())] as const);

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

const at = (path: string) => path.replaceAll(/\{\w+\}/g, newId());

describe("methods", () => {
  test.each(paths)("%s answers others than %s with 405 and says which it knows", async (path, known) => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((each) => !known.includes(each))) {
      const { status, text, headers } = await manager({ method, path: at(path), ...(method === "GET" ? {} : { body: {} }) });
      expect([status, (JSON.parse(text) as { code: string }).code], method).toEqual([405, "method_not_allowed"]);
      expect(headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(known));
    }
  });

  test.each(paths)("%s tells whoever asks for OPTIONS that it knows %s, and nothing else", async (path, known) => {
    const { status, text, headers } = await (await visitor({}))({ method: "OPTIONS", path: at(path) });
    expect([status, text]).toEqual([204, ""]);
    expect(headers.get("allow")?.split(", ").sort()).toEqual([...known, ...(known.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort());
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test("HEAD answers as GET does, without a body", async () => {
    for (const [path, status] of [["/me", 200], [`/households/${newId()}`, 404], ["/nowhere", 404], ["/referrals", 405]] as const) {
      expect(await manager({ method: "HEAD", path })).toMatchObject({ status, text: "" });
    }
    expect((await (await visitor({}))({ method: "HEAD", path: "/me" })).status).toBe(401);
  });

  test("are not what a header says they are", async () => {
    const headers = { "x-http-method-override": "DELETE", "x-method-override": "DELETE", "x-http-method": "DELETE" };
    expect((await manager({ method: "GET", path: "/me", headers })).status).toBe(200);
    expect((await manager({ method: "POST", path: `/closures/${newId()}`, body: { _method: "DELETE" }, headers })).status).toBe(405);
  });

  test("an address that is none is a problem too, whoever asks", async () => {
    for (const path of ["/nowhere", "/facilities/", "/facilities//", "//me", "/../me", "/me/x/y", "/openapi.json/x", "/FACILITIES"]) {
      const { status, text, headers } = await manager({ method: "GET", path: path.replace("//me", "/%2fme").replace("/../me", "/%2e%2e%2fme") });
      expect([status, (JSON.parse(text) as { code: string }).code, headers.get("content-type")], path).toEqual([404, "not_found", "application/problem+json; charset=utf-8"]);
    }
  });
});

const withBody = doors.filter(({ body }) => body !== null).map((door) => [door.name, door] as const);

describe("what is wrong is told in order", () => {
  test.each(withBody)("%s: 413, 415, 400, 401, 403", async (_name, { method, path }) => {
    const nobody = await visitor({});
    const asked = { method: method.toUpperCase(), path: at(path) };
    const heard = async (visit: Visitor, body: unknown, headers = {}) => (await visit({ ...asked, body, headers })).status;
    expect(await heard(nobody, "x".repeat(1024 * 1024 + 1), { "content-type": "text/plain" })).toBe(413);
    expect(await heard(nobody, "{", { "content-type": "text/plain" })).toBe(415);
    expect(await heard(nobody, "{")).toBe(400);
    expect(await heard(coordinator, { "": 1 })).toBe(400);
    expect(await heard(nobody, {}, { "idempotency-key": "x".repeat(201), "if-match": "x".repeat(41) })).toBe(400);
  });

  test("every field that is wrong is told, not only the first", async () => {
    const { status, text } = await manager({ method: "POST", path: "/households", body: { municipality: 1, members: [{ givenName: "", birthDate: "2027-02-30", gender: "f" }], surprise: 1 } });
    const { errors } = JSON.parse(text) as { errors: { path: string; code: string; message: string }[] };
    expect(status).toBe(400);
    expect(errors.map(({ path }) => path).sort()).toEqual(["", "members.0.birthDate", "members.0.familyName", "members.0.gender", "members.0.givenName", "members.0.role", "municipality"]);
  });

  test("nothing of this has changed anything", async () => {
    expect(await writes()).toBe(0);
  });
});
