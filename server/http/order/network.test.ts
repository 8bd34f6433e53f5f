import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold } from "@/test/builders";
import { mending, STALE } from "@/test/refusals";

const { inTurn, expectAllMet } = mending("network");
const [TODAY, TOMORROW] = ["2027-03-10", "2027-03-11"];

let api: Api;
let manager: Caller;
let worker: Caller;
let coordinator: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [manager, worker, coordinator] = [await api.as("manager"), await api.as("social_worker"), await api.as("coordinator", null)];
});
afterAll(() => api.close());

test.each(["organisations", "programmes"] as const)("adding to %s", async (kind) => {
  await manager("POST", `/${kind}`, { body: { municipality: PERUGIA, name: "Prima" } });
  await inTurn(`post /${kind}`, { by: worker, body: { surprise: 1, municipality: TORINO, name: "Prima" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { body: { municipality: PERUGIA } }],
    ["409 name_taken", { body: { name: "Seconda" } }],
  ], 201);
});

test.each(["organisations", "programmes"] as const)("changing one of the %s", async (kind) => {
  const made = async (name: string) => (await manager<{ id: string }>("POST", `/${kind}`, { body: { municipality: PERUGIA, name } })).body.id;
  const [id] = [await made("Terza"), await made("Quarta")];
  const named = (name: string) => (kind === "organisations" ? { name } : { code: name });
  await inTurn(`patch /${kind}/{id}`, { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, ...named("Quarta") } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { id }],
    ["412 stale", { ifMatch: undefined }],
    ["409 name_taken", { body: named("Quinta") }],
  ], 200);
});

test.each([["post /stay-rules", 201], ["post /stay-rules/impact", 200]] as const)("%s", async (operation, done) => {
  const facility = await aFacility(manager);
  const body = { surprise: 1, municipality: TORINO, facilityId: newId(), programmeId: newId(), validFrom: TODAY, maxStay: null };
  await inTurn(operation, { by: worker, body }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { body: { municipality: PERUGIA } }],
    ["404 not_found", { body: { facilityId: facility.id } }],
    ["404 not_found", { body: { programmeId: undefined } }],
  ], done);
});

test("leaving a household", async () => {
  const household = await aHousehold(manager, [{}, {}]);
  await inTurn("post /households/{id}/members/{personId}/departure", { by: coordinator, id: newId(), personId: newId(), ifMatch: STALE, body: { surprise: 1, date: TOMORROW } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: worker }],
    ["404 not_found", { id: household.id }],
    ["404 not_found", { personId: household.members[1]?.personId }],
    ["412 stale", { ifMatch: undefined }],
    ["422 date_in_future", { body: { date: TODAY } }],
  ], 200);
});

test("putting right what is kept of a member", async () => {
  const household = await aHousehold(manager, [{}, {}]);
  await inTurn("patch /households/{id}/members/{personId}", { by: coordinator, id: newId(), personId: newId(), ifMatch: STALE, body: { surprise: 1, fiscalCode: "RSSMRA80A01H501U" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: worker }],
    ["404 not_found", { id: household.id }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { personId: household.members[1]?.personId }],
    ["412 stale", { ifMatch: undefined }],
  ], 200);
});

test("deciding whether a member is somebody of the network", async () => {
  const household = await aHousehold(manager);
  const personId = String(household.members[0]?.personId);
  const decided = () => api.owner`INSERT INTO person_recognition SELECT id, municipality_id, name_hash, true, 'x', now() FROM person WHERE id = ${personId}`;
  await inTurn("post /households/{id}/members/{personId}/recognition", { by: coordinator, id: newId(), personId: newId(), ifMatch: STALE, body: { surprise: 1, same: null } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: worker }],
    ["404 not_found", { id: household.id }],
    ["404 not_found", { personId }],
    ["412 stale", { ifMatch: undefined }],
    ["409 nobody_of_that_name", { doing: async () => decided() }],
  ], 200);
});

test("who has left a household is not there any more: told after the version, before the day", async () => {
  const { id, members: [staying, left] } = await aHousehold(manager, [{}, {}]);
  expect((await worker("POST", `/households/${id}/members/${String(left?.personId)}/departure`, { body: { date: TODAY } })).status).toBe(200);
  await inTurn("post /households/{id}/members/{personId}/departure", { by: worker, id, personId: left?.personId, ifMatch: STALE, body: { date: TOMORROW } }, [
    ["412 stale", { ifMatch: undefined }],
    ["404 not_found", { personId: staying?.personId }],
    ["422 date_in_future", { body: { date: TODAY } }],
  ], 200);
});

async function aCase(): Promise<string> {
  const household = await aHousehold(manager);
  const programme = await manager<{ id: string }>("POST", "/programmes", { body: { municipality: PERUGIA, name: newId() } });
  return (await manager<{ id: string }>("POST", `/households/${household.id}/cases`, { body: { programmeId: programme.body.id, from: TODAY } })).body.id;
}
const closed = { date: TODAY, outcome: "withdrawn" };

test("agreeing on goals and ways out", async () => {
  const [open, ended] = [await aCase(), await aCase()];
  expect((await worker("POST", `/cases/${ended}/closure`, { body: closed })).status).toBe(200);
  await inTurn("patch /cases/{id}", { by: coordinator, id: newId(), ifMatch: STALE, body: { surprise: 1, socialWorkerId: newId(), goals: [{ text: "Italiano", aimedOn: TOMORROW, reachedOn: TOMORROW }] } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: worker }],
    ["404 not_found", { id: ended }],
    ["412 stale", { ifMatch: undefined }],
    ["404 not_found", { body: { socialWorkerId: undefined } }],
    ["409 wrong_state", { id: open }],
    ["422 date_in_future", { body: { goals: [{ text: "Italiano", aimedOn: TOMORROW, reachedOn: TODAY }] } }],
  ], 200);
});

test("closing a case, and taking it up again", async () => {
  const [open, ended] = [await aCase(), await aCase()];
  expect((await worker("POST", `/cases/${ended}/closure`, { body: closed })).status).toBe(200);
  await inTurn("post /cases/{id}/closure", { by: coordinator, id: newId(), ifMatch: STALE, body: { surprise: 1, outcome: "family", date: TOMORROW } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: worker }],
    ["404 not_found", { id: ended }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: open }],
    ["422 date_in_future", { body: { date: "2027-03-09" } }],
    ["422 closed_before_opened", { body: { date: TODAY } }],
  ], 200);
  await inTurn("post /cases/{id}/reopening", { by: coordinator, id: newId(), ifMatch: STALE }, [
    ["403 forbidden", { by: worker }],
    ["404 not_found", { id: await aCase() }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: open }],
  ], 200);
});

test("writing down a referral", async () => {
  const household = await aHousehold(manager);
  await inTurn("post /referrals", { by: coordinator, body: { surprise: 1, householdId: newId(), source: "other", urgency: 1, receivedOn: TOMORROW } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: worker }],
    ["404 not_found", { body: { householdId: household.id } }],
    ["422 date_in_future", { body: { receivedOn: TODAY } }],
  ], 201);
});

test("every refusal of these operations was told first once", expectAllMet);
