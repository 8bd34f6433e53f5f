import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { readPublicSettings } from "../settings/keep";

let api: Api;
let administrator: Caller;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  administrator = await api.as("administrator", null);
});
afterAll(() => api.close());

test("nothing is known of the service until an administrator of the network says it, and then everybody knows", async () => {
  expect(await readPublicSettings()).toMatchObject({ accessibilityEmail: null, version: 0 });
  const fields = { accessibilityEmail: "accessibilita@comune.example", contactName: "Ufficio casa", contactPhone: "+39 075 5771" };
  expect(await administrator("PATCH", "/settings", { body: fields, headers: { "if-match": "0" } })).toMatchObject({ status: 200, body: { ...fields, version: 1 } });
  expect(await administrator("PATCH", "/settings", { body: { contactName: null }, headers: { "if-match": "0" } })).toMatchObject({ status: 412 });
  expect(await administrator("PATCH", "/settings", { body: { contactName: null }, headers: { "if-match": "1" } })).toMatchObject({ status: 200, body: { accessibilityEmail: fields.accessibilityEmail, contactName: null, version: 2 } });

  expect(await readPublicSettings()).toMatchObject({ accessibilityEmail: fields.accessibilityEmail, contactPhone: fields.contactPhone });
  for (const role of ["social_worker", "coordinator"] as const) expect((await (await api.as(role))("GET", "/settings")).body).toMatchObject({ accessibilityEmail: fields.accessibilityEmail });
});

test.each([["manager", PERUGIA], ["administrator", PERUGIA], ["coordinator", null]] as const)("a %s of %s changes nothing", async (role, municipality) => {
  expect((await (await api.as(role, municipality))("PATCH", "/settings", { body: { contactName: "Altro" } })).status).toBe(403);
});

test.each([[{ accessibilityEmail: "nessuna" }], [{ contactPhone: "chiama" }], [{ contactName: "" }], [{}], [{ other: 1 }]])("%j is malformed", async (body) => {
  expect((await administrator("PATCH", "/settings", { body })).status).toBe(400);
});

test("a programme's end comes after its beginning, also against what is kept", async () => {
  const manager = await api.as("manager");
  const { body: { id } } = await manager<{ id: string }>("POST", "/programmes", { body: { municipality: PERUGIA, name: "LgNet2", from: "2027-01-01" } });
  const change = (body: object) => manager("PATCH", `/programmes/${id}`, { body });
  expect(await change({ until: "2027-01-01" })).toMatchObject({ status: 400, body: { errors: [{ path: "until", code: "until_after_from" }] } });
  expect(await change({ until: "2028-01-01", cup: "C61H22000110006", name: "LgNet 2" })).toMatchObject({ status: 200, body: { until: "2028-01-01", cup: "C61H22000110006", name: "LgNet 2", version: 2 } });
  expect(await change({ until: null })).toMatchObject({ status: 200, body: { from: "2027-01-01", until: null } });
  expect((await (await api.as("manager", TORINO))("PATCH", `/programmes/${id}`, { body: { name: "Nostro" } })).status).toBe(404);
});

test("an organisation keeps its name from others, and may be called as before", async () => {
  const manager = await api.as("manager");
  const made = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  const [first] = [await made("Prima"), await made("Seconda")];
  expect(await manager("PATCH", `/organisations/${first}`, { body: { name: "Seconda" } })).toMatchObject({ status: 409, body: { code: "name_taken" } });
  expect(await manager("PATCH", `/organisations/${first}`, { body: { name: " Prima " } })).toMatchObject({ status: 200, body: { name: "Prima", version: 2 } });
  expect((await (await api.as("operator"))("PATCH", `/organisations/${first}`, { body: { name: "Mia" } })).status).toBe(403);
});
