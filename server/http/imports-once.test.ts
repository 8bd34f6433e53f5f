import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, PERUGIA, startApi, TORINO } from "@/test/api";
import { aUser, type Heard, type Visitor, withToken } from "@/test/callers";
import { aBedRow, aPersonRow, aStayRow, csv, headerOf } from "@/test/import-files";
import { watchWrites } from "@/test/writes";

let api: Api;
let manager: Visitor;
let colleague: Visitor;
let torinese: Visitor;
let writes: () => Promise<number>;

beforeAll(async () => {
  api = await startApi({ today: "2026-06-15" });
  const visitorOf = async (municipality: string) => withToken(api.owner, await aUser(api.owner, { role: "manager", municipality, organisationId: null }));
  [manager, colleague, torinese] = [await visitorOf(PERUGIA), await visitorOf(PERUGIA), await visitorOf(TORINO)];
  writes = await watchWrites(api.owner);
});
afterAll(() => api.close());

const send = (visit: Visitor, kind: string, body: string, key?: string, query = "") => visit({ method: "POST", path: `/imports/${kind}`, query, body, headers: key === undefined ? {} : { "idempotency-key": key } });
const told = ({ status, text }: Heard) => `${status} ${text}`;
const beds = (facility: string, count = 2) => csv(Array.from({ length: count }, (_, index) => aBedRow({ facility_id: facility, unit_id: `${facility}-U`, bed_id: `${facility}-${index}`, bed_name: `${index}` })));

describe("an import with a key", () => {
  test("sent ten times at once imports once, and all are told the same", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(manager, "facilities", beds("A"), "once")));
    expect(new Set(answers.map(told)).size).toBe(1);
    expect(JSON.parse(answers[0]?.text ?? "")).toMatchObject({ rows: 2, created: 2 });
    const after = await writes();
    // Without the key the same file would answer that nothing is new.
    expect(JSON.parse((await send(manager, "facilities", beds("A"), "once")).text)).toMatchObject({ created: 2 });
    expect(JSON.parse((await send(manager, "facilities", beds("A"))).text)).toMatchObject({ created: 0 });
    expect(await writes()).toBe(after);
  });

  test.each<[string, string, string, string]>([
    ["another file", "facilities", beds("B", 3), ""],
    ["the same file with a line more", "facilities", `${beds("B")}\n`, ""],
    ["the same file to be tried only", "facilities", beds("B"), "dryRun=true"],
    ["the same file as another kind", "stays", beds("B"), ""],
  ])("is refused with %s", async (_what, kind, file, query) => {
    const key = `B ${_what}`;
    expect((await send(manager, "facilities", beds("B"), key)).status).toBe(200);
    const after = await writes();
    expect(await send(manager, kind, file, key, query)).toMatchObject({ status: 409, text: expect.stringContaining("idempotency_conflict") });
    expect(await writes()).toBe(after);
  });

  test("is another key when somebody else sends it, and no key of any other operation", async () => {
    expect((await send(manager, "facilities", beds("C"), "shared")).status).toBe(200);
    expect(JSON.parse((await send(colleague, "facilities", beds("D"), "shared")).text)).toMatchObject({ created: 2 });
    expect(await manager({ method: "POST", path: "/organisations", body: { municipality: PERUGIA, name: "Coop" }, headers: { "idempotency-key": "shared" } })).toMatchObject({ status: 409 });
  });

  test.each([
    ["refused rows", csv([aBedRow({ kind: "villa" })])],
    ["a file that cannot be read on", `${beds("E")}"${"x".repeat(400_000)}\n${beds("E")}`],
  ])("gives %s again, and refuses another file that begins alike", async (what, file) => {
    const first = await send(manager, "facilities", file, what);
    expect(JSON.parse(first.text)).toMatchObject({ created: 0, rejectedRows: 1 });
    expect(told(await send(manager, "facilities", file, what))).toBe(told(first));
    expect((await send(manager, "facilities", `${file}\n1`, what)).status).toBe(409);
  });

  test("is free again when the file was cut off on its way", async () => {
    const { importOnce } = await import("../imports/once");
    const { database } = await import("../database");
    const { Readable } = await import("node:stream");
    const { systemActor } = await import("../actor");
    const cut = Readable.from((function* () { yield beds("F"); throw new Error("the line was cut"); })());
    const options = { partial: false, dryRun: false, today: "2026-06-15" };
    await expect(importOnce(database(), systemActor("cli"), "cut", "facilities", cut, options)).rejects.toThrow("the line was cut");
    expect(await importOnce(database(), systemActor("cli"), "cut", "facilities", Readable.from([beds("F")]), options)).toMatchObject({ ok: true, value: { created: 2 } });
  });

  test("is up to two hundred characters", async () => {
    expect((await send(manager, "facilities", beds("G"), "x".repeat(201))).status).toBe(400);
  });
});

describe("ids of another municipality's files", () => {
  beforeAll(async () => {
    const inTorino = { municipality: TORINO };
    expect((await send(torinese, "facilities", csv([aBedRow({ facility_id: "T", unit_id: "T-U", bed_id: "T-1", ...inTorino })]))).text).toContain('"created":1');
    expect((await send(torinese, "households", csv([aPersonRow({ household_id: "TN", person_id: "TP", family_name: "Moleantonella", ...inTorino })]))).text).toContain('"created":1');
    expect((await send(manager, "facilities", csv([aBedRow()]))).text).toContain('"created":1');
    expect((await send(manager, "households", csv([aPersonRow()]))).text).toContain('"created":1');
  });

  test.each([
    ["household", { household_id: "TN" }, { household_id: "nobody" }],
    ["person", { person_id: "TP" }, { person_id: "nobody" }],
    ["household and person", { household_id: "TN", person_id: "TP" }, { household_id: "nobody", person_id: "nobody" }],
    ["bed", { bed_id: "T-1" }, { bed_id: "nobody" }],
    ["unit", { bed_id: "", unit_id: "T-U", status: "cancelled", exit_reason: "", actual_exit: "", destination: "" }, { bed_id: "", unit_id: "nobody", status: "cancelled", exit_reason: "", actual_exit: "", destination: "" }],
  ])("name no %s in a file of stays: as if there were none", async (_what, theirs, nobodys) => {
    const before = await writes();
    const named = async (cells: Record<string, string>) => {
      const { status, text } = await send(manager, "stays", csv([aStayRow(cells)]));
      return [status, text.replaceAll(/nobody|TN|TP|T-1|T-U/g, "…")];
    };
    const answer = await named(theirs);
    expect(answer).toEqual(await named(nobodys));
    expect(answer[1]).toContain('"rejectedRows":1');
    expect(await writes()).toBe(before);
  });

  test("are free to be one's own: two municipalities may number alike", async () => {
    expect(JSON.parse((await send(manager, "households", csv([aPersonRow({ household_id: "TN", person_id: "TP", family_name: "Bianchi" })]))).text)).toMatchObject({ created: 1, updated: 0 });
    const exported = await torinese({ method: "GET", path: "/exports/households.csv" });
    expect(exported.text).toContain("Moleantonella");
    expect(exported.text).not.toContain("Bianchi");
    expect((await manager({ method: "GET", path: "/exports/households.csv" })).text).not.toContain("Moleantonella");
  });

  test("and its rows are not taken", async () => {
    expect((await send(manager, "facilities", csv([aBedRow({ facility_id: "T", unit_id: "T-U", bed_id: "T-1", bed_name: "Rubato", municipality: TORINO })]))).text).toContain("not_allowed");
    expect((await torinese({ method: "GET", path: "/exports/facilities.csv" })).text).not.toContain("Rubato");
    expect((await manager({ method: "GET", path: "/exports/facilities.csv" })).text.split("\r\n")[0]).toBe(headerOf("facilities"));
  });
});
