import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, aPlacement, aUnit, aFacility, type BuiltUnit, step } from "@/test/builders";
import { colleagues, type Known } from "@/test/callers";
import { aPlace, type Place, TODAY } from "@/test/place";
import { requestTo } from "@/test/requests";
import { operations } from "../operation";
import "../app";

let api: Api;
let manager: Caller;
let place: Place;
let refuge: BuiltUnit;
let known: Known[];

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  place = await aPlace(api, manager, { municipality: PERUGIA, mark: "Elce" });
  refuge = await aUnit(manager, 4, {}, await aFacility(manager, { organisationId: place.organisationId, addressProtected: true }));
  const others = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Altri" } })).body.id;
  known = await colleagues(api.owner, { ours: place.organisationId, theirs: others });
}, 120_000);
afterAll(() => api.close());

type Door = (typeof operations)[number];
const reads = operations.filter(({ method, path }) => method === "get" && path !== "/audit");

/** Every answer to somebody's reading, without what differs from one second to the next. */
async function heardBy({ visit }: Known, doors: readonly Door[]): Promise<Record<string, string>> {
  const heard: [string, string][] = [];
  for (const door of doors) {
    const { status, text } = await visit(requestTo(door, place));
    heard.push([door.path, `${status} ${text.replace(/"asOf":"[^"]+"/, "")}`]);
  }
  return Object.fromEntries(heard);
}

test("another municipality's records change no answer: no row, no count, no cursor, no reason", async () => {
  const ofPerugia = known.filter(({ municipality }) => municipality === PERUGIA);
  const before = await Promise.all(ofPerugia.map((who) => heardBy(who, reads)));
  await aPlace(api, await api.as("manager", TORINO), { municipality: TORINO, mark: "Mole" });
  for (const [index, who] of ofPerugia.entries()) expect(await heardBy(who, reads), who.name).toEqual(before[index]);
});

test("people in a protected facility change no answer about people to those who may not find them", async () => {
  const blind = known.filter(({ name }) => ["a social worker", "an operator of the municipality", "an operator of their organisation"].includes(name));
  const aboutPeople = reads.filter(({ permission }) => ["household.read", "placement.read", "task.read"].includes(permission));
  expect(aboutPeople.length).toBeGreaterThan(4);
  const before = await Promise.all(blind.map((who) => heardBy(who, aboutPeople)));

  const hidden = await aHousehold(manager, [{ familyName: "GenteElce" }, { familyName: "GenteElce", role: "child", birthDate: "2020-01-01" }], { name: "GenteElce" });
  const placement = await aPlacement(manager, refuge, TODAY, "2027-04-10", { householdId: hidden.id });
  await step(manager, placement, "arrival", { date: TODAY });
  for (const [index, who] of blind.entries()) expect(await heardBy(who, aboutPeople), who.name).toEqual(before[index]);

  const finder = known.find(({ name }) => name === "an operator of our organisation") as Known;
  expect(JSON.stringify(await heardBy(finder, aboutPeople))).toContain(hidden.id);
});

test("what holds a bed in a protected facility is told without its people to those who may not find them", async () => {
  const closed = async (name: string) => (await known.find((who) => who.name === name)?.visit({ method: "POST", path: "/closures", body: { unitId: municipal.id, from: TODAY, until: "2027-03-20", reason: "other" } }))?.text ?? "";
  const municipal = await aUnit(manager, 2, {}, await aFacility(manager, { addressProtected: true }));
  const household = await aHousehold(manager);
  const placement = await aPlacement(manager, municipal, TODAY, "2027-04-10", { householdId: household.id });
  const told = await closed("an operator of their organisation");
  expect(told).toContain("bed_taken");
  for (const id of [placement.id, household.id, ...placement.stays.flatMap((stay) => [stay.id, stay.personId])]) expect(told).not.toContain(id);
  expect(await closed("a manager")).toContain(placement.id);
});
