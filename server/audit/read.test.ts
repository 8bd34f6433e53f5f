import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { database } from "@/server/database";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { sealEverything, someEntries } from "@/test/audit";
import { aHousehold } from "@/test/builders";

type Entry = { id: string; at: string; municipality: string | null; actorKind: string; actorId: string; actorName: string | null; action: string; subjectId: string; facts: Record<string, unknown>; position: number | null };
type Page = { items: Entry[]; nextCursor: string | null; sealed: { position: number; at: string } | null };

let api: Api;
let administrator: Caller;
let ofTheNetwork: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  [administrator, ofTheNetwork] = [await api.as("administrator"), await api.as("administrator", null)];
  for (const municipality of [PERUGIA, TORINO, null]) await someEntries(api.owner, { municipality, count: 5, minutesAgo: 60 });
  await sealEverything(database());
});
afterAll(() => api.close());

const read = async (query: string, caller = administrator): Promise<Page> => {
  const answer = await caller<Page>("GET", `/audit?${query}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

async function entry(fields: Partial<{ at: string; action: string; actorId: string; subjectId: string }>): Promise<string> {
  const id = newId();
  await api.owner`
    INSERT INTO audit_entry (id, at, municipality_id, actor_kind, actor_id, action, subject_id)
    VALUES (${id}, ${fields.at ?? new Date().toISOString()}, ${PERUGIA}, 'user', ${fields.actorId ?? "somebody"}, ${fields.action ?? "task.done"}, ${fields.subjectId ?? "something"})`;
  return id;
}

describe("the audit", () => {
  test("is read newest first, each entry with its place in the chain, and how far that is sealed", async () => {
    const { items, sealed } = await read(`municipality=${PERUGIA}&action=household.read`);
    expect(items.map(({ position }) => position)).toEqual([5, 4, 3, 2, 1]);
    expect(items[0]).toEqual({
      id: expect.any(String), at: expect.stringMatching(/Z$/), municipality: PERUGIA, actorKind: "user", actorId: "user 5", actorName: null,
      action: "household.read", subjectId: "household 5", subjectName: null, facts: { n: 5 }, position: 5,
    });
    expect(sealed).toEqual({ position: 5, at: expect.stringMatching(/Z$/) });
  });

  test("names whoever acted, also somebody whose roles are out of sight, and has no position before it is sealed", async () => {
    const manager = await api.as("manager", TORINO);
    const me = (await manager<{ id: string }>("GET", "/me")).body;
    const [about, other] = [await entry({ actorId: me.id, action: "user.disabled", subjectId: me.id }), await entry({ actorId: me.id, action: "household.read", subjectId: me.id })];
    const { items } = await read(`municipality=${PERUGIA}&actorId=${me.id}`);
    expect(items).toMatchObject([{ id: other, actorName: "manager", subjectName: null, position: null }, { id: about, actorName: "manager", subjectName: "manager", position: null }]);
  });

  test("comes page after page, every entry once, also those of one instant", async () => {
    const at = "2027-01-05T10:00:00.123456Z";
    const ids = await Promise.all(Array.from({ length: 7 }, () => entry({ at, subjectId: "paged" })));
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await read(`municipality=${PERUGIA}&subjectId=paged&limit=3${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(ids.toSorted().toReversed());
    expect((await read(`municipality=${PERUGIA}&cursor=${newId()}`)).items).toEqual([]);
  });

  test.each([["in winter", "2027-01-10", "2027-01-09T23:00:00Z"], ["in summer", "2027-07-10", "2027-07-09T22:00:00Z"]])("has days that begin at midnight in Rome, %s", async (season, day, midnight) => {
    const subjectId = `day-${season.replace(" ", "-")}`;
    const before = new Date(Date.parse(midnight) - 1).toISOString();
    const [first, second] = [await entry({ at: before, subjectId }), await entry({ at: midnight, subjectId })];
    expect((await read(`municipality=${PERUGIA}&subjectId=${subjectId}&from=${day}`)).items.map(({ id }) => id)).toEqual([second]);
    expect((await read(`municipality=${PERUGIA}&subjectId=${subjectId}&until=${day}`)).items.map(({ id }) => id)).toEqual([first]);
  });

  test("is asked by what was done, one or several", async () => {
    const subjectId = "asked-by-action";
    for (const action of ["token.created", "token.revoked", "user.created"]) await entry({ action, subjectId });
    const actions = async (asked: string) => (await read(`municipality=${PERUGIA}&subjectId=${subjectId}&action=${asked}`)).items.map(({ action }) => action).toSorted();
    expect(await actions("token.created")).toEqual(["token.created"]);
    expect(await actions("token.created,user.created")).toEqual(["token.created", "user.created"]);
  });

  test("of the network is there for whoever administers all of it", async () => {
    expect((await read("municipality=network", ofTheNetwork)).items.map(({ municipality, position }) => [municipality, position])).toContainEqual([null, 5]);
    expect((await read(`municipality=${TORINO}`, ofTheNetwork)).items.length).toBeGreaterThan(0);
    for (const chain of ["network", TORINO, "H501", "Z999"]) expect(await administrator("GET", `/audit?municipality=${chain}`), chain).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  test.each([["social_worker"], ["operator"], ["manager"], ["coordinator"]] as const)("is closed to a %s: 403", async (role) => {
    expect(await (await api.as(role))("GET", `/audit?municipality=${PERUGIA}`)).toMatchObject({ status: 403, body: { code: "forbidden", permission: "audit.read" } });
  });

  test("is not itself changed by being read, and tells of the household nothing but its id", async () => {
    const household = await aHousehold(await api.as("manager"), [{ familyName: "Segreto" }]);
    const [before] = await api.owner<{ count: number }[]>`SELECT count(*)::int AS count FROM audit_entry`;
    const { items } = await read(`municipality=${PERUGIA}&subjectId=${household.id}`);
    expect(items).toMatchObject([{ action: "household.registered", facts: { members: 1 } }]);
    expect(JSON.stringify(items)).not.toContain("Segreto");
    expect(await api.owner`SELECT count(*)::int AS count FROM audit_entry`).toEqual([before]);
  });
});
