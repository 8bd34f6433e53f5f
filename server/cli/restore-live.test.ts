import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { driverOf } from "@/db/driver";
import { systemActor } from "@/server/actor";
import { database } from "@/server/database";
import { type Api, type Caller, startApi } from "@/test/api";
import { aHousehold, aUnit } from "@/test/builders";
import { commandLine } from "@/test/command-line";

let api: Api;
let manager: Caller;
let operator: Caller;
let folder: string;

beforeAll(async () => {
  api = await startApi({ today: "2026-11-20" });
  [manager, operator] = [await api.as("manager"), await api.as("operator")];
  folder = await mkdtemp(path.join(tmpdir(), "postoletto-live-"));
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const cli = (...words: string[]) => commandLine(words, { DATABASE_URL: process.env.DATABASE_URL ?? "", MIGRATION_DATABASE_URL: api.ownerUrl });

test("while a server works, everybody sees the old state or the new one, never a part, and the server goes on", async () => {
  const file = path.join(folder, "backup.gz");
  const kept = await aUnit(manager, 4);
  const household = await aHousehold(operator);
  expect(await cli("backup", file).ended).toMatchObject({ code: 0 });

  const later = await aUnit(manager, 2, { name: "U2" }, { id: kept.facilityId });
  const latecomer = await api.as("operator");
  expect((await latecomer("GET", "/me")).status).toBe(200);

  let isOver = false;
  const over = cli("restore", file, "--replace").ended.finally(() => (isOver = true));
  const [ended, ...seen] = await Promise.all([over, ...Array.from({ length: 3 }, () => watching(kept.facilityId, () => isOver))]);
  expect(ended).toMatchObject({ code: 0, out: "" });
  for (const states of seen) expect([...new Set(states)]).toEqual(["beds 4+2 of units U1+U2", "beds 4 of units U1"]);

  expect((await operator("GET", `/households/${household.id}`)).status).toBe(200);
  expect((await manager("POST", `/units/${later.id}/beds`, { body: { name: "3" } })).status).toBe(404);
  expect((await latecomer("GET", "/me")).status).toBe(401);
  await aUnit(manager, 1, { name: "U3" }, { id: kept.facilityId });
});

/** What a facility has, asked on the server's own connections until the restore is over and once more; two statements in one transaction. */
async function watching(facilityId: string, isOver: () => boolean): Promise<string[]> {
  const seen: string[] = [];
  for (let wasOver = false; !wasOver; ) {
    wasOver = isOver();
    seen.push(await asActor(database(), systemActor("cli"), async (db) => {
      const sql = driverOf(db);
      const beds = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM bed b JOIN unit u ON u.id = b.unit_id WHERE u.facility_id = ${facilityId} GROUP BY u.name ORDER BY u.name`;
      const units = await sql<{ name: string }[]>`SELECT name FROM unit WHERE facility_id = ${facilityId} ORDER BY name`;
      return `beds ${beds.map(({ count }) => count).join("+")} of units ${units.map(({ name }) => name).join("+")}`;
    }));
  }
  return seen;
}
