import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { aUser, type Heard, type Visitor, withToken } from "@/test/callers";
import { aPlace, type Place, TODAY } from "@/test/place";
import { OF_ONESELF_ALONE, requestTo } from "@/test/requests";
import { watchWrites } from "@/test/writes";
import { operations } from "./operation";
import "./app";

/** A question that is too long for an address: it has no effect to repeat. */
const QUESTIONS = ["/stay-rules/impact"];
/** It has nothing that could differ or be refused; server/calendar/feed.test.ts asks it twice with one key. */
const WITHOUT_WORDS = ["/me/calendar"];
const posts = operations.filter(({ method, path }) => method === "post" && !QUESTIONS.includes(path) && !WITHOUT_WORDS.includes(path) && !path.startsWith("/imports/") && !OF_ONESELF_ALONE.includes(`post ${path}`));

let api: Api;
let place: Place;
let manager: Visitor;
let colleague: Visitor;
let writes: () => Promise<number>;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  place = await aPlace(api, await api.as("manager"), { municipality: PERUGIA, mark: "Elce" });
  const visitorOf = async () => withToken(api.owner, await aUser(api.owner, { role: "manager", municipality: PERUGIA, organisationId: null }));
  [manager, colleague] = [await visitorOf(), await visitorOf()];
  writes = await watchWrites(api.owner);
  // The pool's connections are there before the race.
  await Promise.all(Array.from({ length: 16 }, () => manager({ method: "GET", path: "/me" })));
}, 120_000);
afterAll(() => api.close());

const told = ({ status, text }: Heard) => `${status} ${text}`;
const keyed = (key: string) => ({ headers: { "idempotency-key": key } });

describe.each(posts.map((post) => [post.path, post] as const))("POST %s with a key", (_path, post) => {
  test("sent twenty times at once has one effect, and all are told the same; so is a later one, another body is refused, another's key is another key", async () => {
    const [asked, key] = [requestTo(post, place), newId()];
    const start = await writes();
    const answers = await Promise.all(Array.from({ length: 20 }, () => manager({ ...asked, ...keyed(key) })));
    expect(answers[0]?.status, answers[0]?.text).toBeLessThan(300);
    expect(new Set(answers.map(told)).size, answers.map(told).join("\n")).toBe(1);
    const after = await writes();
    expect(after).toBeGreaterThan(start);

    expect(told(await manager({ ...asked, ...keyed(key) }))).toBe(told(answers[0] as Heard));
    const otherBody = asked.body === undefined ? { ...asked, path: asked.path.replace(/[0-9a-f-]{36}/, newId()) } : { ...asked, body: { ...(asked.body as object), ...(requestTo(post, place).body as object), ...another(post.path) } };
    expect(await manager({ ...otherBody, ...keyed(key) })).toMatchObject({ status: 409, text: expect.stringContaining("idempotency_conflict") });
    expect(await writes()).toBe(after);

    expect((await colleague({ ...otherBody, ...keyed(key) })).text).not.toContain("idempotency_conflict");
    expect(await api.owner`SELECT DISTINCT actor_id FROM idempotency_key WHERE key = ${key}`).toHaveLength(2);
  });

  test("gives a refusal again, though it would not be refused now", async () => {
    const key = newId();
    const unknown = refusable(requestTo(post, place));
    const first = await manager({ ...unknown, ...keyed(key) });
    expect(first.status, first.text).toBeGreaterThanOrEqual(400);
    const start = await writes();
    expect(told(await manager({ ...unknown, ...keyed(key) }))).toBe(told(first));
    expect(await writes()).toBe(start);
  });
});

/** Well formed, of nobody's record: another municipality, or ids that are none. */
function refusable(asked: ReturnType<typeof requestTo>): ReturnType<typeof requestTo> {
  const strange = JSON.stringify(asked.body)?.replaceAll(PERUGIA, "Z999").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, newId());
  const body = asked.path === "/tokens" ? { name: "script", userId: newId() } : strange === undefined ? undefined : (JSON.parse(strange) as unknown);
  return { ...asked, path: asked.path.replace(/[0-9a-f-]{36}/, newId()), body };
}

/** A change that is well formed where the request has nothing that differs by itself. */
function another(path: string): object {
  const changes: Record<string, object> = {
    arrival: { date: "2027-03-09" }, departure: { date: "2027-02-20" }, "no-show": { reason: "other" }, cancellation: { reason: "health" }, placements: { exit: "2027-06-21" }, members: { givenName: "Eva" },
    cases: { from: "2027-03-09" }, referrals: { urgency: 2 }, closures: { reason: "damage" }, "stay-rules": { validFrom: "2027-03-12" }, households: { name: "Altra" }, password: { password: "another long and quiet password" }, tokens: { name: "other" }, extensions: { exit: "2027-10-21" }, decision: { approve: false },
    division: { name: "Altra" }, closure: { outcome: "family" }, transfer: { date: "2027-03-09" }, swap: { date: "2027-03-09" }, joining: { date: "2027-03-09" }, rule: { exit: "2027-04-19" }, correction: { arrival: "2027-02-01" }, recognition: { same: false },
  };
  return changes[path.split("/").at(-1) ?? ""] ?? {};
}

describe("a key", () => {
  test("that a rule refused is given the refusal also after the rule would say yes", async () => {
    const household = { municipality: PERUGIA, name: "Coop Alba" };
    const first = await colleague({ method: "POST", path: "/organisations", body: household });
    expect(first.status).toBe(201);
    const refused = await manager({ method: "POST", path: "/organisations", body: household, ...keyed("again") });
    expect(refused).toMatchObject({ status: 409, text: expect.stringContaining("name_taken") });
    await api.owner`UPDATE organisation SET name = 'Coop Tramonto' WHERE name = 'Coop Alba'`;
    expect(told(await manager({ method: "POST", path: "/organisations", body: household, ...keyed("again") }))).toBe(told(refused));
    expect((await manager({ method: "POST", path: "/organisations", body: household })).status).toBe(201);
  });

  test("is up to two hundred characters", async () => {
    const asked = { method: "POST", path: "/organisations", body: { municipality: PERUGIA, name: "Coop Lunga" } };
    expect(await manager({ ...asked, ...keyed("x".repeat(201)) })).toMatchObject({ status: 400 });
    expect(await manager({ ...asked, ...keyed("x".repeat(200)) })).toMatchObject({ status: 201 });
    expect(await manager({ ...asked, ...keyed("") })).toMatchObject({ status: 400 });
  });

  test("of one operation is not good for another", async () => {
    const body = { municipality: PERUGIA, name: "Alba" };
    expect(await manager({ method: "POST", path: "/programmes", body, ...keyed("one for two") })).toMatchObject({ status: 201 });
    expect(await manager({ method: "POST", path: "/organisations", body, ...keyed("one for two") })).toMatchObject({ status: 409 });
  });
});
