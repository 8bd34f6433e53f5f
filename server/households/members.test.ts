import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, startApi } from "@/test/api";
import { aHousehold } from "@/test/builders";

const CODE = "RSSMRA80A01H501U";

let api: Api;
let manager: Caller;
let worker: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-01" });
  [manager, worker] = [await api.as("manager"), await api.as("social_worker")];
});
afterAll(() => api.close());

type File = { version: number; members: { personId: string; role: string; [field: string]: unknown }[]; history: { action: string }[] };

const patch = (caller: Caller, id: string, personId: unknown, body: object, headers = {}) => caller<File>("PATCH", `/households/${id}/members/${String(personId)}`, { body, headers });

test("what is said of a member changes, what is left out stays", async () => {
  const { id, members: [ada] } = await aHousehold(worker, [{ residencePermit: { kind: "work", expiresOn: "2027-05-01" } }]);
  const { status, body } = await patch(worker, id, ada?.personId, { familyName: "Bianchi", birthDate: "1991-01-01" });
  expect([status, body.version]).toEqual([200, 2]);
  expect(body.members).toMatchObject([{ givenName: "Ada", familyName: "Bianchi", birthDate: "1991-01-01", residencePermit: { kind: "work", expiresOn: "2027-05-01", renewalRequestedOn: null } }]);
  const renewed = await patch(worker, id, ada?.personId, { residencePermit: { kind: "work", expiresOn: "2027-05-01", renewalRequestedOn: "2027-02-01" } });
  expect(renewed.body.members[0]?.residencePermit).toMatchObject({ renewalRequestedOn: "2027-02-01" });
  expect((await patch(worker, id, ada?.personId, { residencePermit: null, citizenship: null })).body.members[0]).toMatchObject({ residencePermit: null, citizenship: null });
});

test("a new head takes the place of the one before, and a household is never without", async () => {
  const { id, members: [ada, bea] } = await aHousehold(worker, [{}, { role: "partner" }]);
  expect(await patch(worker, id, ada?.personId, { role: "other" })).toMatchObject({ status: 400, body: { errors: [{ path: "role", code: "one_head_needed" }] } });
  const { body } = await patch(worker, id, bea?.personId, { role: "head" });
  expect(body.members.map(({ role }) => role)).toEqual(["other", "head"]);
});

test("the version on the screen must be the household's", async () => {
  const { id, members: [ada] } = await aHousehold(worker);
  expect((await patch(worker, id, ada?.personId, { gender: "other" }, { "if-match": "1" })).status).toBe(200);
  expect((await patch(worker, id, ada?.personId, { gender: "male" }, { "if-match": "1" })).status).toBe(412);
});

test("a fiscal code is changed and read by those who may", async () => {
  const { id, members: [ada] } = await aHousehold(worker);
  expect(await patch(worker, id, ada?.personId, { fiscalCode: CODE })).toMatchObject({ status: 403, body: { permission: "fiscal_code.read" } });
  expect((await patch(manager, id, ada?.personId, { fiscalCode: CODE })).body.members[0]?.fiscalCode).toBe(CODE);
  expect((await patch(worker, id, ada?.personId, { givenName: "Adele" })).body.members[0]?.fiscalCode).toBeNull();
  expect((await manager<File>("GET", `/households/${id}`)).body.members[0]?.fiscalCode).toBe(CODE);
});

test("the audit names the fields that changed and nothing of what they say", async () => {
  const { id, members: [ada] } = await aHousehold(worker);
  const { body } = await patch(worker, id, ada?.personId, { givenName: "Segreta", role: "head" });
  expect(body.history[0]?.action).toBe("household.member_changed");
  const [entry] = await api.owner`SELECT facts FROM audit_entry WHERE subject_id = ${id} AND action = 'household.member_changed'`;
  expect(entry?.facts).toEqual({ personId: ada?.personId, fields: ["givenName", "role"] });
});

test("nobody of another household is changed through this one", async () => {
  const [one, other] = [await aHousehold(worker), await aHousehold(worker)];
  expect((await patch(worker, one.id, other.members[0]?.personId, { givenName: "Ida" })).status).toBe(404);
});
