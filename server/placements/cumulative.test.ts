import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltUnit, departure, step } from "@/test/builders";

const TODAY = "2027-06-01";

let api: Api;
let manager: Caller;
let torinese: Caller;
let sequence = 0;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, torinese] = [await api.as("manager"), await api.as("manager", TORINO)];
});
beforeEach(() => itIs(TODAY));
afterAll(() => api.close());

type Rule = Record<string, unknown>;

/** A unit whose facility has a rule of its own: 30 nights, counted together in a group that nobody else has. */
async function ruled(rule: Rule = {}, facility: Record<string, unknown> = {}, caller = manager): Promise<{ unit: BuiltUnit; group: string; rule: Rule }> {
  sequence += 1;
  const municipality = (facility.municipality as string | undefined) ?? PERUGIA;
  const group = (rule.clockGroup as string | undefined) ?? `gruppo ${sequence}`;
  const { id } = await aFacility(caller, facility);
  const body = { municipality, facilityId: id, validFrom: "2020-01-01", maxStay: { days: 30 }, counting: "cumulative", clockGroup: group, ...rule };
  expect(await caller("POST", "/stay-rules", { body })).toMatchObject({ status: 201, body: { counting: body.counting, clockGroup: group } });
  return { unit: await aUnit(caller, 4, {}, { id, municipality }), group, rule: body };
}

const place = (unit: BuiltUnit, householdId: string, arrival: string, exit: string, more: object = {}, caller = manager) => caller("POST", "/placements", { body: { householdId, unitId: unit.id, arrival, exit, ...more } });

async function stayed(unit: BuiltUnit, householdId: string, arrival: string, exit: string, caller = manager) {
  itIs(arrival);
  const placement = await aPlacement(caller, unit, arrival, exit, { householdId });
  await step(caller, placement, "arrival", { date: arrival });
  itIs(exit);
  await step(caller, placement, "departure", departure(exit));
  itIs(TODAY);
  return placement;
}

const clock = (id: string, query = "", caller = manager) => caller<Record<string, unknown>>("GET", `/households/${id}/stay-clock${query}`);

describe("over several placements", () => {
  test("nights that were used are not there any more, in whatever facility of the group; the answer says what is left and what would work", async () => {
    const { unit, group } = await ruled({ resetAfterDays: 90 });
    const other = await ruled({ clockGroup: group, resetAfterDays: 90 });
    const { id } = await aHousehold(manager);
    const before = await stayed(unit, id, "2027-05-01", "2027-05-21");

    const refused = await place(other.unit, id, "2027-06-05", "2027-06-16");
    expect(refused).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-06-15", refusals: [{ clock: { usedNights: 20, allowanceNights: 30, resetsOn: "2027-08-19" } }] } });
    expect(String((refused.body as { detail: string }).detail)).toContain("20 delle 30 notti");
    expect(await place(other.unit, id, "2027-06-05", "2027-06-15")).toMatchObject({ status: 201, body: { latestExit: "2027-06-15" } });
    expect((await clock(id)).body).toMatchObject({ usedNights: 20, plannedNights: 10, allowanceNights: 30, latestExit: "2027-06-15", used: [{ placementId: before.id, nights: 20, plannedNights: 0 }, { nights: 0, plannedNights: 10 }] });
    expect(await place(other.unit, id, "2027-09-13", "2027-10-13")).toMatchObject({ status: 201 });
  });

  test("a plan is kept its nights, and gives them back when it is called off", async () => {
    const { unit } = await ruled();
    const { id } = await aHousehold(manager);
    const plan = await aPlacement(manager, unit, "2027-08-01", "2027-08-21", { householdId: id });
    expect(await place(unit, id, "2027-06-01", "2027-06-12")).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-06-11", refusals: [{ isForPlans: true }] } });
    const first = await aPlacement(manager, unit, "2027-06-01", "2027-06-11", { householdId: id });
    expect(await manager("GET", `/placements/${plan.id}`)).toMatchObject({ body: { latestExit: "2027-08-21" } });
    expect(await manager("PATCH", `/placements/${first.id}`, { body: { exit: "2027-06-12" } })).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-06-11" } });
    await step(manager, first, "cancellation", { reason: "other" });
    expect(await manager("GET", `/placements/${plan.id}`)).toMatchObject({ body: { latestExit: "2027-08-31" } });
  });

  test("the exit moves within what is left; who arrives or leaves on another day moves what is left of the next", async () => {
    const { unit } = await ruled();
    const { id } = await aHousehold(manager);
    const first = await aPlacement(manager, unit, "2027-06-01", "2027-06-11", { householdId: id });
    await step(manager, first, "arrival", { date: "2027-06-01" });
    const next = await aPlacement(manager, unit, "2027-07-01", "2027-07-10", { householdId: id });
    const change = (exit: string) => manager("PATCH", `/placements/${next.id}`, { body: { exit } });
    expect(await change("2027-07-22")).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-07-21" } });
    expect((await change("2027-07-21")).status).toBe(200);

    itIs("2027-06-16");
    await step(manager, first, "departure", departure("2027-06-16"));
    expect(await manager("GET", `/placements/${next.id}`)).toMatchObject({ body: { latestExit: "2027-07-16" } });
    itIs("2027-07-01");
    expect(await step(manager, next, "arrival", { date: "2027-07-01" })).toMatchObject({ exit: "2027-07-16", latestExit: "2027-07-16", warnings: [{ code: "exit_shortened" }] });
  });

  test("whoever decides sets the limit aside, and an extension adds the nights that it grants", async () => {
    const { unit } = await ruled({ maxExtensions: 1, extensionLength: { days: 10 } });
    const { id } = await aHousehold(manager);
    await stayed(unit, id, "2027-05-01", "2027-05-21");
    expect(await place(unit, id, "2027-07-01", "2027-07-20", { override: { reason: "Attesa della casa" } })).toMatchObject({ status: 201, body: { latestExit: "2027-07-11", override: { codes: ["max_stay_exceeded"] } } });

    const other = await aHousehold(manager);
    await stayed(unit, other.id, "2027-05-01", "2027-05-21");
    const placement = await aPlacement(manager, unit, "2027-06-01", "2027-06-11", { householdId: other.id });
    const ask = (exit: string) => manager<{ id: string }>("POST", `/placements/${placement.id}/extensions`, { body: { exit, reason: "health" } });
    expect(await ask("2027-06-22")).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-06-21" } });
    const asked = await ask("2027-06-21");
    const colleague = await api.as("manager");
    expect(await colleague("POST", `/extensions/${asked.body.id}/decision`, { body: { approve: true } })).toMatchObject({ status: 200 });
    expect(await manager("GET", `/placements/${placement.id}`)).toMatchObject({ body: { exit: "2027-06-21", latestExit: "2027-06-21" } });
    expect((await clock(other.id)).body).toMatchObject({ usedNights: 20, plannedNights: 20, allowanceNights: 40 });
  });

  test("who joins brings the nights they have used; who parts takes them along", async () => {
    const { unit } = await ruled();
    const household = await aHousehold(manager);
    const guest = await aHousehold(manager);
    await stayed(unit, guest.id, "2027-05-01", "2027-05-26");
    const placement = await aPlacement(manager, unit, "2027-06-01", "2027-06-20", { householdId: household.id });
    await step(manager, placement, "arrival", { date: "2027-06-01" });
    const personId = guest.members[0]?.personId;
    await manager("POST", `/households/${guest.id}/members/${personId}/departure`, { body: { date: "2027-06-01" } });
    await api.owner`INSERT INTO membership (id, municipality_id, household_id, person_id, role, from_day, position) VALUES (gen_random_uuid(), ${PERUGIA}, ${household.id}, ${personId ?? ""}, 'partner', '2027-06-01', 9)`;
    expect(await manager("POST", `/placements/${placement.id}/joining`, { body: { personId, date: "2027-06-01" } })).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-06-06" } });
    expect(await manager("POST", `/placements/${placement.id}/joining`, { body: { personId, date: "2027-06-01", override: { reason: "Ricongiungimento" } } })).toMatchObject({ status: 200, body: { latestExit: "2027-06-06" } });

    const divided = await manager<{ id: string }>("POST", `/households/${household.id}/division`, { body: { date: "2027-06-01", personIds: [personId] } });
    expect(divided.status, JSON.stringify(divided.body)).toBeLessThan(300);
    expect(await manager("GET", `/placements/${placement.id}`)).toMatchObject({ body: { latestExit: "2027-07-01" } });
    expect((await clock(divided.body.id)).body).toMatchObject({ latestExit: "2027-06-06", allowanceNights: 30 });
  });

  test("search offers what booking gives", async () => {
    const { unit } = await ruled({ resetAfterDays: 60 });
    const { id } = await aHousehold(manager);
    await stayed(unit, id, "2027-05-01", "2027-05-31");
    const found = async (from: string, until: string) => (await manager<{ items: { fits: boolean; latestExit: string; checks: { code: string; passed: boolean; remedy?: string }[] }[] }>("GET", `/availability?municipality=${PERUGIA}&facilityId=${unit.facilityId}&from=${from}&until=${until}&householdId=${id}&includeUnfit=true`)).body.items[0];
    const used = await found("2027-06-05", "2027-06-06");
    expect(used).toMatchObject({ fits: false, latestExit: "2027-06-05" });
    expect(used?.checks.find(({ code }) => code === "max_stay")).toMatchObject({ passed: false, remedy: "wait_for_clock" });
    expect(await found("2027-07-30", "2027-08-29")).toMatchObject({ fits: true, latestExit: "2027-08-29" });
    expect((await place(unit, id, "2027-06-05", "2027-06-06")).status).toBe(422);
    expect((await clock(id, `?unitId=${unit.id}&on=2027-06-05`)).body).toMatchObject({ usedNights: 30, allowanceNights: 30, latestExit: "2027-06-05" });
    expect((await clock(id, `?unitId=${unit.id}&on=2027-07-30`)).body).toMatchObject({ usedNights: 0, latestExit: "2027-08-29" });
  });

  test("two plans at once do not go over together", async () => {
    const { unit } = await ruled();
    const { id } = await aHousehold(manager);
    const answers = await Promise.all(["2027-07", "2027-08", "2027-09", "2027-10"].map((month) => place(unit, id, `${month}-01`, `${month}-13`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422]);
  });

  test("a version that would count together tells whom it would leave beyond", async () => {
    const { unit, rule } = await ruled({ counting: "placement", maxStay: { days: 60 } });
    const { id } = await aHousehold(manager);
    await stayed(unit, id, "2027-05-01", "2027-05-21");
    const plan = await aPlacement(manager, unit, "2027-06-10", "2027-07-01", { householdId: id });
    const { body } = await manager("POST", "/stay-rules/impact", { body: { ...rule, validFrom: "2027-06-01", counting: "cumulative", maxStay: { days: 30 } } });
    expect(body).toEqual({ items: [expect.objectContaining({ placementId: plan.id, latestExit: "2027-06-20", isBeyond: true })] });
  });
});

describe("over the network", () => {
  const CODE = "RSSMRA80A41G478X";
  let known: BuiltHousehold;
  let group: string;
  let here: BuiltUnit;

  beforeAll(async () => {
    const there = await ruled({ clockScope: "network" }, { municipality: TORINO }, torinese);
    group = there.group;
    here = (await ruled({ clockScope: "network", clockGroup: group })).unit;
    const away = await aHousehold(torinese, [{ givenName: "Zenobia", fiscalCode: CODE }], { municipality: TORINO });
    await stayed(there.unit, away.id, "2027-05-01", "2027-05-21", torinese);
    known = await aHousehold(manager, [{ fiscalCode: CODE }]);
  });

  test("nights spent elsewhere count, and only their number is told", async () => {
    const answer = await place(here, known.id, "2027-06-05", "2027-06-16");
    expect(answer).toMatchObject({ status: 422, body: { code: "max_stay_exceeded", latestExit: "2027-06-15" } });
    const told = await clock(known.id, `?unitId=${here.id}&on=2027-06-05`);
    expect(told.body).toMatchObject({ usedNights: 20, otherNights: 20, used: [], stays: [], latestExit: "2027-06-15" });
    const leaked = await api.owner<{ id: string }[]>`SELECT id::text FROM placement WHERE municipality_id = ${TORINO} UNION SELECT id::text FROM person WHERE municipality_id = ${TORINO} UNION SELECT id::text FROM facility WHERE municipality_id = ${TORINO}`;
    const text = JSON.stringify([answer.body, told.body]);
    expect(leaked.length).toBeGreaterThan(2);
    for (const secret of [...leaked.map(({ id }) => id), "Zenobia", TORINO]) expect(text).not.toContain(secret);
    const read = await api.owner`SELECT 1 FROM audit_entry WHERE action = 'household.nights_elsewhere.read' AND subject_id = ${known.id}`;
    expect(read.length).toBeGreaterThan(0);
  });

  test("a clock of the municipality neither asks nor is told", async () => {
    const { unit } = await ruled({ clockGroup: group });
    expect(await place(unit, known.id, "2027-11-01", "2027-12-01")).toMatchObject({ status: 201, body: { latestExit: "2027-12-01" } });
  });

  test("who has no fiscal code is not taken for somebody else", async () => {
    const { id } = await aHousehold(manager, [{ givenName: "Zenobia" }]);
    expect(await place(here, id, "2027-06-05", "2027-07-05")).toMatchObject({ status: 201 });
  });

  test("two municipalities at once do not go over together", async () => {
    const there = await ruled({ clockScope: "network", clockGroup: group }, { municipality: TORINO }, torinese);
    const members = [{ fiscalCode: "VRDLGI70A01H501U" }];
    const [ours, theirs] = [await aHousehold(manager, members), await aHousehold(torinese, members, { municipality: TORINO })];
    const answers = await Promise.all([place(here, ours.id, "2027-09-01", "2027-09-21"), place(there.unit, theirs.id, "2027-10-01", "2027-10-21", {}, torinese)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

test("nights in a protected facility count for everybody, and tell nobody where", async () => {
  const hidden = await ruled({}, { addressProtected: true });
  const { unit } = await ruled({ clockGroup: hidden.group });
  const { id } = await aHousehold(manager);
  const before = await stayed(hidden.unit, id, "2027-05-01", "2027-05-21");
  await api.owner`UPDATE placement SET protected_for = gen_random_uuid() WHERE id = ${before.id}`;
  await api.owner`UPDATE household SET protected_for = NULL WHERE id = ${id}`;
  await api.owner`UPDATE person SET protected_for = NULL WHERE id IN (SELECT person_id FROM membership WHERE household_id = ${id})`;
  await api.owner`UPDATE membership SET protected_for = NULL WHERE household_id = ${id}`;
  const operator = await api.as("operator");
  const { body } = await clock(id, `?unitId=${unit.id}&on=2027-06-05`, operator);
  expect(body).toMatchObject({ usedNights: 20, otherNights: 20, used: [], stays: [], latestExit: "2027-06-15" });
  expect(JSON.stringify(body)).not.toContain(before.id);
  expect((await clock(id, `?unitId=${unit.id}&on=2027-06-05`)).body).toMatchObject({ otherNights: 0, used: [{ placementId: before.id, nights: 20 }] });
});
