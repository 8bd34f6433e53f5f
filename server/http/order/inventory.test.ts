import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Api, type Caller, PERUGIA, startApi } from "@/test/api";
import { aFacility, aPlacement, aUnit, type BuiltUnit } from "@/test/builders";
import { mending, STALE } from "@/test/refusals";

const { inTurn, expectAllMet } = mending("inventory");
const LEAVES = "2027-06-10";

let api: Api;
let manager: Caller;
let worker: Caller;
let otherOrganisation: Caller;
let ours: string;
/** Somebody is to sleep in its first bed until LEAVES. */
let unit: BuiltUnit;
let bedId: string;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  [manager, worker] = [await api.as("manager"), await api.as("social_worker")];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  ours = await organisation("Nostra");
  otherOrganisation = await api.as("operator", PERUGIA, await organisation("Loro"));
});
beforeEach(async () => {
  const facility = await aFacility(manager, { organisationId: ours, opensOn: "2026-01-01" });
  const beds = [{ name: "1", opensOn: "2026-01-01" }, { name: "2" }];
  unit = await aUnit(manager, 0, { opensOn: "2026-01-01", beds }, facility);
  bedId = unit.beds[0]?.id ?? "";
  await aPlacement(manager, unit, "2027-03-10", LEAVES);
});
afterAll(() => api.close());

test("changing a facility", () =>
  inTurn("patch /facilities/{id}", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, organisationId: newId(), programmeId: newId(), closesOn: "2025-01-01" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: manager }],
    ["404 not_found", { id: unit.facilityId }],
    ["404 not_found", { body: { organisationId: undefined } }],
    ["404 not_found", { body: { programmeId: undefined } }],
    ["412 stale", { ifMatch: undefined }],
    // Against what is kept: only whoever has seen it can be told so.
    ["400 malformed", { body: { closesOn: "2027-05-01" } }],
    ["409 bed_in_use", { body: { closesOn: LEAVES } }],
  ], 200));

test("changing a unit", () =>
  inTurn("patch /units/{id}", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, letting: "whole_unit", closesOn: "2025-01-01" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: unit.id }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    ["400 malformed", { body: { closesOn: "2027-05-01" } }],
    ["409 bed_in_use", { body: { letting: undefined } }],
    ["409 bed_in_use", { body: { closesOn: LEAVES } }],
  ], 200));

test("adding a bed", () =>
  inTurn("post /units/{id}/beds", { by: worker, id: newId(), body: { surprise: 1, name: "2" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: unit.id }],
    ["403 other_organisation", { by: manager }],
    ["409 name_taken", { body: { name: "3" } }],
  ], 201));

test("adding several beds", () =>
  inTurn("post /units/{id}/beds/bulk", { by: worker, id: newId(), body: { surprise: 1, beds: [{ name: "3" }, { name: "2" }] } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: unit.id }],
    ["403 other_organisation", { by: manager }],
    ["409 name_taken", { body: { beds: [{ name: "3" }, { name: "4" }] } }],
  ], 201));

test("changing a bed", () =>
  inTurn("patch /beds/{id}", { by: worker, id: newId(), ifMatch: STALE, body: { surprise: 1, name: "2", closesOn: "2025-01-01" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: bedId }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    ["400 malformed", { body: { closesOn: "2027-05-01" } }],
    ["409 name_taken", { body: { name: "3" } }],
    ["409 bed_in_use", { body: { closesOn: LEAVES } }],
  ], 200));

test("a bed with a name that is taken and nights that are sold is told both", async () => {
  const { body } = await manager<{ refusals: { code: string }[] }>("PATCH", `/beds/${bedId}`, { body: { name: "2", closesOn: "2027-05-01" } });
  expect(body.refusals.map(({ code }) => code)).toEqual(["name_taken", "bed_in_use"]);
});

test.each([["bedId", () => bedId], ["unitId", () => unit.id], ["facilityId", () => unit.facilityId]])("closing by %s", (field, id) =>
  inTurn("post /closures", { by: worker, body: { surprise: 1, [field]: newId(), from: "2027-05-01", until: "2027-07-01", reason: "other" } }, [
    ["400 malformed", { body: { surprise: undefined } }],
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { body: { [field]: id() } }],
    ["403 other_organisation", { by: manager }],
    ["409 bed_taken", { body: { from: LEAVES } }],
  ], 201));

test("cancelling a closure", async () => {
  const closure = async () => (await manager<{ id: string }>("POST", "/closures", { body: { bedId: unit.beds[1]?.id, from: "2027-03-10", until: "2027-03-12", reason: "other" } })).body.id;
  const [cancelled, standing] = [await closure(), await closure()];
  await manager("DELETE", `/closures/${cancelled}`);
  expect((await manager("DELETE", `/closures/${cancelled}`)).body).toMatchObject({ code: "wrong_state", detail: expect.stringContaining("indisponibilità") });
  await inTurn("delete /closures/{id}", { by: worker, id: newId(), ifMatch: STALE }, [
    ["403 forbidden", { by: otherOrganisation }],
    ["404 not_found", { id: cancelled }],
    ["403 other_organisation", { by: manager }],
    ["412 stale", { ifMatch: undefined }],
    ["409 wrong_state", { id: standing }],
  ], 200);
});

test("every refusal of these operations was told first once", expectAllMet);
