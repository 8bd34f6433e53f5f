import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, departure, step } from "@/test/builders";

const TODAY = "2027-03-01";
const ORGANISATION = "0199f0c4-7b7c-7000-8000-3b8a1c9d0e11";

let api: Api;
let manager: Caller;
let worker: Caller;
const names = new Map<string, string>();

type Line = { id: string; situation: string; urgency: number | null; lastMovement: { kind: string; on: string } };
type Listed = { items: Line[]; nextCursor: string | null; total?: number };

const list = async (caller: Caller, more = "") => (await caller<Listed>("GET", `/households?municipality=${PERUGIA}${more}`)).body;
const named = async (caller: Caller, more = "") => (await list(caller, more)).items.map(({ id }) => names.get(id));

async function household(familyName: string, ...others: string[]): Promise<string> {
  const { id } = await aHousehold(manager, [{ familyName }, ...others.map((birthDate) => ({ familyName: "Zeta", birthDate, role: "child" }))]);
  names.set(id, familyName);
  return id;
}

beforeAll(async () => {
  api = await startApi({ today: "2027-01-10" });
  [manager, worker] = [await api.as("manager"), await api.as("social_worker")];
  const room = () => aUnit(manager, 2, { letting: "whole_unit" });
  const left = await household("Dodi", "2020-05-05");
  const inHouse = await household("Bassi", "2009-03-02");
  const past = await aPlacement(manager, await room(), "2027-01-10", "2027-02-10", { householdId: left });
  const running = await aPlacement(manager, await room(), "2027-01-10", "2027-06-01", { householdId: inHouse });
  await step(manager, past, "arrival", { date: "2027-01-10" });
  await step(manager, running, "arrival", { date: "2027-01-10" });
  itIs("2027-02-05");
  await step(manager, past, "departure", departure("2027-02-05"));
  itIs(TODAY);
  await aPlacement(manager, await room(), "2027-04-01", "2027-05-01", { householdId: await household("Áchille", "2009-03-01") });
  await manager("POST", "/referrals", { body: { householdId: await household("Conti"), source: "other", urgency: 1, receivedOn: TODAY } });
  await manager("POST", "/referrals", { body: { householdId: left, source: "other", urgency: 3, receivedOn: TODAY } });
});
afterAll(() => api.close());

test.each([
  ["", 4],
  ["&limit=1", 4],
  ["&status=planned", 1],
  ["&composition=with_minors&limit=1", 2],
  ["&q=zeta", 3],
  ["&q=zeta&status=in_house", 1],
  ["&q=nobody", 0],
  ["&mine=true", 0],
])("a list that is asked how many it has in all (%s) tells %s", async (query, total) => {
  expect((await list(worker, `${query}&count=true`)).total).toBe(total);
});

test("a list that is not asked does not count", async () => {
  expect(await list(worker)).not.toHaveProperty("total");
});

describe("the list of households is narrowed by", () => {
  test.each([
    ["status=in_house", ["Bassi"]],
    ["status=planned", ["Áchille"]],
    ["status=ended", ["Dodi"]],
    ["status=not_placed", ["Conti"]],
    ["status=needs_bed", []],
    // 18 on 1 March 2027 is no minor any more; the day after still is one.
    ["composition=with_minors", ["Bassi", "Dodi"]],
    ["composition=without_minors&sort=name", ["Áchille", "Conti"]],
    ["q=zeta&status=ended", ["Dodi"]],
    ["q=zeta&sort=name", ["Áchille", "Bassi", "Dodi"]],
    ["q=nobody&sort=name", []],
  ])("%s", async (query, expected) => {
    expect(await named(worker, `&${query}`)).toEqual(expected);
  });

  test("the cases of which one is the reference social worker, as long as they are open", async () => {
    const [conti] = (await list(manager, "&q=conti")).items;
    const programme = await manager<{ id: string }>("POST", "/programmes", { body: { municipality: PERUGIA, name: "LgNet2" } });
    const me = await worker<{ id: string }>("GET", "/me");
    expect(await named(worker, "&mine=true")).toEqual([]);
    const opened = await manager<{ id: string }>("POST", `/households/${conti?.id}/cases`, { body: { programmeId: programme.body.id, from: TODAY, socialWorkerId: me.body.id } });
    expect(await named(worker, "&mine=true")).toEqual(["Conti"]);
    expect(await named(manager, "&mine=true")).toEqual([]);
    const file = await worker<{ cases: unknown[] }>("GET", `/households/${conti?.id}`);
    expect(file.body.cases).toMatchObject([{ programmeName: "LgNet2", socialWorkerName: "social_worker" }]);
    await api.owner`UPDATE household_case SET until_day = ${TODAY} WHERE id = ${opened.body.id}`;
    expect(await named(worker, "&mine=true")).toEqual([]);
  });
});

describe("the list of households in order of", () => {
  const orders = [
    ["sort=name", ["Áchille", "Bassi", "Conti", "Dodi"]],
    ["sort=name&descending=true", ["Dodi", "Conti", "Bassi", "Áchille"]],
    ["sort=newest", ["Conti", "Áchille", "Bassi", "Dodi"]],
    ["sort=newest&descending=false", ["Dodi", "Bassi", "Áchille", "Conti"]],
    ["sort=exit", ["Áchille", "Bassi", "Dodi", "Conti"]],
    ["sort=urgency", ["Conti", "Dodi", "Bassi", "Áchille"]],
    ["sort=movement&status=in_house", ["Bassi"]],
  ] as const;

  test.each(orders)("%s, and so page by page", async (query, expected) => {
    expect(await named(worker, `&${query}`)).toEqual(expected);
    const seen: (string | undefined)[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Listed = await list(worker, `&${query}&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => names.get(id)));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(expected);
  });

  test("a household that comes in between pages moves no other", async () => {
    const first = await list(worker, "&sort=name&limit=2");
    const added = await household("Amati");
    expect(await named(worker, `&sort=name&cursor=${first.nextCursor}`)).toEqual(["Conti", "Dodi"]);
    await api.owner`DELETE FROM membership WHERE household_id = ${added}`;
    await api.owner`DELETE FROM household WHERE id = ${added}`;
  });
});

test("a line tells where a household stands, how urgent it is and when it last moved", async () => {
  const lines = Object.fromEntries((await list(worker)).items.map((line) => [names.get(line.id), line]));
  expect(lines.Dodi).toMatchObject({ situation: "ended", urgency: 3, lastMovement: { kind: "departure", on: "2027-02-05" } });
  expect(lines.Bassi).toMatchObject({ situation: "in_house", urgency: null, lastMovement: { kind: "arrival", on: "2027-01-10" } });
  expect(lines.Conti).toMatchObject({ situation: "not_placed", urgency: 1, lastMovement: { kind: "registration" } });
});

test("no filter and no order shows who is in a protected facility", async () => {
  await api.owner`INSERT INTO organisation (id, municipality_id, name) VALUES (${ORGANISATION}, ${PERUGIA}, 'Casa rifugio')`;
  const facility = await aFacility(manager, { addressProtected: true, organisationId: ORGANISATION });
  const unit = await aUnit(manager, 2, { letting: "whole_unit" }, facility);
  const hidden = await household("Nascosta", "2020-05-05");
  await aPlacement(manager, unit, "2027-04-01", "2027-05-01", { householdId: hidden });
  const queries = ["status=planned", "composition=with_minors", "sort=name", "sort=exit", "sort=movement", "sort=urgency", "q=nascosta&sort=name", "mine=true"];
  for (const query of queries) {
    expect(await named(worker, `&${query}`), query).not.toContain("Nascosta");
    const { items, total } = await list(worker, `&${query}&count=true`);
    expect(total, query).toBe(items.length);
    if (query !== "mine=true") expect(await named(manager, `&${query}`), query).toContain("Nascosta");
  }
  expect((await list(worker, `&sort=name&cursor=${hidden}`)).items).toEqual([]);
});

test("who may follow a case is told by name, without those who were shut out", async () => {
  const { body } = await worker<{ items: { name: string }[] }>("GET", `/case-workers?municipality=${PERUGIA}`);
  expect(body.items.map(({ name }) => name)).toEqual(["manager", "social_worker"]);
  await api.as("coordinator", null);
  const gone = await api.as("operator");
  const me = await gone<{ id: string }>("GET", "/me");
  await api.owner`UPDATE app_user SET disabled_at = now() WHERE id = ${me.body.id}`;
  expect((await worker<{ items: unknown[] }>("GET", `/case-workers?municipality=${PERUGIA}`)).body.items).toHaveLength(2);
});
