import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { aUser, withToken } from "@/test/callers";

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  manager = await api.as("manager");
});
afterAll(() => api.close());

const from = (address: string, more: Record<string, string> = {}) => ({ headers: { "x-postoletto-peer": address, ...more } });
const knocks = (count: number, address: string) => Promise.all(Array.from({ length: count }, () => api.nobody("GET", "/me", from(address))));

describe("calls without a live token", () => {
  test("are told so six hundred times a minute, then to wait; others and whoever has a token go on", async () => {
    expect((await knocks(600, "203.0.113.7")).every(({ status }) => status === 401)).toBe(true);
    const stopped = await api.nobody("GET", "/me", from("203.0.113.7", { authorization: "Bearer nonsense" }));
    expect(stopped).toMatchObject({ status: 429, body: { code: "too_many_requests", status: 429 } });
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(stopped.headers.get("retry-after"))).toBeLessThanOrEqual(60);

    expect((await manager("GET", "/me", from("203.0.113.7"))).status).toBe(200);
    expect((await api.nobody("GET", "/me", from("203.0.113.8"))).status).toBe(401);
  });

  test("are not counted for whoever has a token, however often", async () => {
    for (let turn = 0; turn < 7; turn += 1) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => manager("GET", "/me", from("203.0.113.9"))));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    expect((await api.nobody("GET", "/me", from("203.0.113.9"))).status).toBe(401);
  });
});

test("exports are thirty a minute for one person; others go on", async () => {
  const somebody = async () => withToken(api.owner, await aUser(api.owner, { role: "manager", municipality: PERUGIA, organisationId: null }));
  const [one, other] = [await somebody(), await somebody()];
  const facilities = { method: "GET", path: "/exports/facilities.csv" };
  for (let turn = 0; turn < 30; turn += 1) expect((await one(facilities)).status).toBe(200);
  const stopped = await one({ method: "GET", path: "/exports/stays.csv" });
  expect([stopped.status, Number(stopped.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await other(facilities)).status).toBe(200);
});
