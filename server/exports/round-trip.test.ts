import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { IMPORT_KINDS } from "@/domain/imports";
import { type Api, startApi } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, departure, step } from "@/test/builders";
import { freshDatabase } from "@/test/database";
import { dataOf, everything, headerOf } from "@/test/import-files";

const TODAY = "2027-03-01";

let api: Api;
let database: Database;

/** A municipality's life through the API: placements of every status, by the bed and whole, moved, left by one, without a bed. */
beforeAll(async () => {
  api = await startApi({ today: TODAY });
  database = (await import("@/server/database")).database();
  const manager = await api.as("manager");
  const facility = await aFacility(manager, { name: "=Casa", features: ["kitchen"], turnaround: { days: 2, working: true }, genderPolicy: "mixed" });
  const room = await aUnit(manager, 3, { name: "Stanza", flat: "Piano terra", features: ["step_free"], opensOn: "2021-01-01" }, facility);
  const whole = await aUnit(manager, 4, { name: "Appartamento", letting: "whole_unit" }, facility);
  const other = await aUnit(manager, 2, { name: "Altra" }, facility);

  const family = await aHousehold(manager, [{ familyName: "+Neri" }, { role: "child", birthDate: "2019-01-01" }], { needs: ["cot", "wheelchair"] });
  const home = await aPlacement(manager, whole, "2027-02-01", "2027-06-01", { householdId: family.id });
  await step(manager, home, "arrival", { date: "2027-02-02" });
  await step(manager, home, "departure", { ...departure("2027-02-20"), personIds: [family.members[1]?.personId] });

  const ended = await aPlacement(manager, room, "2027-01-10", "2027-02-10");
  await step(manager, ended, "arrival", { date: "2027-01-10" });
  await step(manager, ended, "departure", departure("2027-02-05"));
  const moved = await aPlacement(manager, room, "2027-01-15", "2027-04-01");
  await step(manager, moved, "arrival", { date: "2027-01-15" });
  await manager("POST", `/placements/${moved.id}/transfer`, { body: { date: "2027-02-15", unitId: other.id } });
  await aPlacement(manager, room, "2027-05-01", "2027-07-01");
  await step(manager, await aPlacement(manager, room, "2027-05-01", "2027-07-01"), "cancellation", { reason: "found_other" });
  await step(manager, await aPlacement(manager, room, "2027-02-27", "2027-03-10"), "no-show", { reason: "no_contact" });
  const overdue = await aPlacement(manager, other, "2027-02-16", "2027-02-25");
  await step(manager, overdue, "arrival", { date: "2027-02-16" });
}, 120_000);

afterAll(() => api.close());

test("what the API made comes back through a file without a change", async () => {
  const data = dataOf(database);
  const before = await everything(database);
  for (const kind of IMPORT_KINDS) {
    const file = await data.export(kind);
    expect(file.split("\r\n")[0]).toBe(headerOf(kind));
    expect(await data.import(kind, file, { today: TODAY }), kind).toMatchObject({ created: 0, updated: 0, rejected: [] });
  }
  expect(await everything(database)).toEqual(before);
});

test("in a new database the files give the same files again; needs of health stay behind", async () => {
  const other = await freshDatabase();
  const elsewhere = connect(other.appUrl, 2);
  try {
    for (const kind of IMPORT_KINDS) {
      const file = await dataOf(database).export(kind);
      expect(file).not.toContain("wheelchair");
      const result = await dataOf(elsewhere).import(kind, file, { today: TODAY });
      expect(result, kind).toMatchObject({ updated: 0, rejected: [] });
      expect(result.created, kind).toBe(file.trim().split("\r\n").length - 1);
      expect((await dataOf(elsewhere).export(kind)).split("\r\n").sort(), kind).toEqual(file.split("\r\n").sort());
    }
  } finally {
    await elsewhere.end();
    await other.drop();
  }
});

test("a reader who goes away ends the export", async () => {
  const { runExport } = await import("./run");
  const { systemActor } = await import("../actor");
  for await (const _chunk of runExport(database, systemActor("cli"), "stays")) break;
  expect(await dataOf(database).export("stays")).toContain("no_contact");
});
