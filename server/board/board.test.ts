import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { addDays, type Day, overlaps, type Period } from "@/domain/day";
import { type Answered, type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltUnit, departure, step } from "@/test/builders";
import { fromColumns } from "@/test/columns";
import type { Board } from "./board";

const TODAY = "2027-03-15";
const [FROM, UNTIL] = ["2027-03-01", "2027-05-01"];

let api: Api;
let manager: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
});
beforeEach(() => itIs(TODAY));
afterAll(() => api.close());

const asked = (query: string, municipality = PERUGIA) => `/board?municipality=${municipality}&${query}`;

/** The board with its columns as records, in days and ids. */
type Told = Omit<Board, "bars" | "placements"> & {
  bars: { bedId: string; name: string; kind: string; id: string | null; from: Day; until: Day }[];
  placements: { id: string; arrival: Day; exit: Day; latestExit: Day | null; [field: string]: unknown }[];
};

async function board(unit: { facilityId: string }, caller = manager, { from, until }: Period = { from: FROM, until: UNTIL }): Promise<Told> {
  const answer: Answered<Board> = await caller("GET", asked(`facilityId=${unit.facilityId}&from=${from}&until=${until}`));
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return told(answer.body);
}

function told(body: Board): Told {
  const { facilities, closures, offers, from: first } = body;
  const beds = facilities.flatMap(({ units }) => units.flatMap((unit) => unit.beds));
  const day = (number: number) => addDays(first, number);
  const placements = fromColumns(body.placements).map((each) => ({ ...each, arrival: day(each.arrival), exit: day(each.exit), latestExit: each.latestExit === null ? null : day(each.latestExit) }));
  const ids = { closure: closures.map(({ id }) => id), offer: offers, placement: placements.map(({ id }) => id) };
  const bars = fromColumns(body.bars).map(({ bed, kind, from, until, of }) => ({
    bedId: beds[bed]?.id ?? "", name: beds[bed]?.name ?? "", kind, from: day(from), until: day(until),
    id: of === null ? null : ids[kind === "closure" || kind === "offer" ? kind : "placement"][of] ?? "",
  }));
  return { ...body, bars, placements };
}

/** `2 stay 2027-03-05 2027-03-12`, by the beds' names. */
function lines({ bars }: Told): string[] {
  return bars.map(({ name, kind, from, until }) => `${name} ${kind} ${from} ${until}`);
}

const turnaround = { days: 2, working: false };

async function offer(unit: BuiltUnit, bed: number, { from, until }: Period, expires: string): Promise<string> {
  const id = newId();
  await api.owner`INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, offer_id, expires_at)
    VALUES (${newId()}, ${PERUGIA}, ${unit.beds[bed]?.id ?? ""}, ${unit.id}, 'offer', ${from}, ${until}, ${id}, now() + ${expires}::interval)`;
  return id;
}

describe("a bar", () => {
  test("of every kind lies where the bed is taken, with what it speaks of", async () => {
    const unit = await aUnit(manager, 3, {}, { turnaround });
    const placement = await aPlacement(manager, unit, "2027-03-20", "2027-03-28", { turnaround: null });
    const closure = await manager<{ id: string }>("POST", "/closures", { body: { bedId: unit.beds[1]?.id, from: "2027-02-20", until: "2027-03-06", reason: "disinfestation" } });
    const made = await offer(unit, 2, { from: "2027-03-18", until: "2027-03-25" }, "1 hour");
    await offer(unit, 2, { from: "2027-04-01", until: "2027-04-08" }, "-1 hour");

    const found = await board(unit);
    expect(lines(found)).toEqual(["1 stay 2027-03-20 2027-03-28", "1 turnaround 2027-03-28 2027-03-30", "2 closure 2027-02-20 2027-03-06", "3 offer 2027-03-18 2027-03-25"]);
    expect(found.bars.map(({ bedId, id }) => [bedId, id])).toEqual([[unit.beds[0]?.id, placement.id], [unit.beds[0]?.id, placement.id], [unit.beds[1]?.id, closure.body.id], [unit.beds[2]?.id, made]]);
    expect(found.closures).toEqual([{ id: closure.body.id, reason: "disinfestation", from: "2027-02-20", until: "2027-03-06" }]);
    expect(found).toMatchObject({ today: TODAY, from: FROM, until: UNTIL });
  });

  test("of a cancelled placement or closure lies nowhere", async () => {
    const unit = await aUnit(manager, 2);
    await step(manager, await aPlacement(manager, unit, "2027-03-20", "2027-03-28"), "cancellation", { reason: "other" });
    const closure = await manager<{ id: string }>("POST", "/closures", { body: { unitId: unit.id, from: "2027-03-20", until: "2027-03-22", reason: "other" } });
    expect((await board(unit)).bars).toHaveLength(2);
    await manager("DELETE", `/closures/${closure.body.id}`);
    expect(await board(unit)).toMatchObject({ bars: [], placements: [], closures: [], offers: [] });
  });

  test("lies on the spare beds of a unit let whole, and on all of them until whoever is overdue has left", async () => {
    itIs("2027-03-01");
    const unit = await aUnit(manager, 2, { letting: "whole_unit" }, { turnaround });
    const placement = await aPlacement(manager, unit, "2027-03-01", "2027-03-10");
    await step(manager, placement, "arrival", { date: "2027-03-01" });
    expect(lines(await board(unit))).toEqual(["1 stay 2027-03-01 2027-03-10", "1 turnaround 2027-03-10 2027-03-12", "2 spare 2027-03-01 2027-03-10", "2 turnaround 2027-03-10 2027-03-12"]);

    itIs(TODAY);
    const late = ["1 stay 2027-03-01 2027-03-16", "1 turnaround 2027-03-16 2027-03-18", "2 spare 2027-03-01 2027-03-16", "2 turnaround 2027-03-16 2027-03-18"];
    expect(lines(await board(unit))).toEqual(late);
    expect(lines(await board(unit, manager, { from: "2027-03-14", until: UNTIL }))).toEqual(late);
  });
});

describe("a placement", () => {
  test("tells its household, its days, its limit and its people as they were on the arrival", async () => {
    const unit = await aUnit(manager, 3, { letting: "whole_unit" });
    await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 2 } } });
    // Eighteen inside the stay.
    const household = await aHousehold(manager, [{}, { birthDate: "2009-03-20", role: "child" }]);
    const placement = await aPlacement(manager, unit, "2027-03-19", "2027-05-02", { householdId: household.id });

    const { placements } = await board(unit);
    expect(placements).toEqual([{
      id: placement.id, version: placement.version, householdId: household.id, householdCode: household.code, status: "planned",
      arrival: "2027-03-19", exit: "2027-05-02", latestExit: "2027-05-19", adults: 1, minors: 1, isOverdue: false,
    }]);
  });

  test("of who should have left blocks its bed up to tomorrow and its turnaround, and says that it is overdue", async () => {
    itIs("2027-03-01");
    const unit = await aUnit(manager, 2, {}, { turnaround });
    const placement = await aPlacement(manager, unit, "2027-03-01", "2027-03-10");
    await step(manager, placement, "arrival", { date: "2027-03-01" });
    itIs("2027-03-10");
    expect((await board(unit)).placements).toMatchObject([{ exit: "2027-03-10", status: "in_house", isOverdue: false }]);

    itIs(TODAY);
    const found = await board(unit);
    expect(found.placements).toMatchObject([{ exit: "2027-03-10", status: "in_house", isOverdue: true }]);
    expect(lines(found)).toEqual(["1 stay 2027-03-01 2027-03-16", "1 turnaround 2027-03-16 2027-03-18"]);
    await step(manager, placement, "departure", departure("2027-03-14"));
    expect(lines(await board(unit))).toEqual(["1 stay 2027-03-01 2027-03-14", "1 turnaround 2027-03-14 2027-03-16"]);
  });
});

describe("who may not find the people", () => {
  let unit: BuiltUnit;
  let placement: { id: string };
  let organisation: string;

  beforeAll(async () => {
    organisation = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Casa protetta" } })).body.id;
    unit = await aUnit(manager, 2, { letting: "whole_unit" }, { organisationId: organisation, addressProtected: true, turnaround });
    placement = await aPlacement(manager, unit, "2027-03-20", "2027-03-28");
  });

  const elsewhere = async () => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Altro ente" } })).body.id;

  test.each<[string, () => Promise<Caller>, boolean]>([
    ["the manager", () => api.as("manager"), true],
    ["an operator of the organisation", () => api.as("operator", PERUGIA, organisation), true],
    ["an operator of another one", async () => api.as("operator", PERUGIA, await elsewhere()), false],
    ["a social worker", () => api.as("social_worker"), false],
    ["the coordinator", () => api.as("coordinator", null), false],
  ])("sees the bed taken all the same: %s", async (_who, caller, finds) => {
    const found = await board(unit, await caller());
    expect(lines(found)).toEqual(["1 stay 2027-03-20 2027-03-28", "1 turnaround 2027-03-28 2027-03-30", "2 spare 2027-03-20 2027-03-28", "2 turnaround 2027-03-28 2027-03-30"]);
    expect(found.placements.map(({ id }) => id)).toEqual(finds ? [placement.id] : []);
    expect(new Set(found.bars.map(({ id }) => id))).toEqual(new Set([finds ? placement.id : null]));
  });

  test("a coordinator finds nobody anywhere, and leaves no entry of having read", async () => {
    const coordinator = await api.as("coordinator", null);
    const open = await aUnit(manager, 1);
    await aPlacement(manager, open, "2027-03-20", "2027-03-28");
    const count = async () => (await api.owner<{ count: string }[]>`SELECT count(*) FROM audit_entry WHERE action = 'placements.listed.read' AND subject_id = ${open.facilityId}`)[0]?.count;
    expect(await board(open, coordinator)).toMatchObject({ placements: [], bars: [{ id: null }] });
    expect(await count()).toBe("0");
    expect((await board(open, await api.as("social_worker"))).placements).toHaveLength(1);
    expect(await count()).toBe("1");
  });
});

describe("the rows", () => {
  test("are facilities, units and beds in the order of their pages, with the days they are open", async () => {
    const [second, first] = [await aFacility(manager, { name: "Zeta", kind: "hotel", closesOn: "2027-09-01" }), await aFacility(manager, { name: "Alfa", kind: "hotel" })];
    await aUnit(manager, 1, { name: "Ultima", flat: "Piano 1", genderPolicy: "women", opensOn: "2027-02-01", beds: [{ name: "B", closesOn: "2027-06-01" }, { name: "A", kind: "cot" }] }, second);
    await aUnit(manager, 0, { name: "Prima" }, second);
    const { body } = await manager<Board>("GET", asked(`from=${FROM}&until=${UNTIL}&kind=hotel`));
    expect(body.facilities).toEqual([
      {
        id: second.id, name: "Zeta", kind: "hotel", units: [
          {
            id: expect.any(String), name: "Ultima", flat: "Piano 1", letting: "by_bed", genderPolicy: "women", organisationId: null, beds: [
              { id: expect.any(String), name: "B", kind: "single", opensOn: "2027-02-01", closesOn: "2027-06-01" },
              { id: expect.any(String), name: "A", kind: "cot", opensOn: "2027-02-01", closesOn: "2027-09-01" },
            ],
          },
          { id: expect.any(String), name: "Prima", flat: null, letting: "by_bed", genderPolicy: "mixed", organisationId: null, beds: [] },
        ],
      },
      { id: first.id, name: "Alfa", kind: "hotel", units: [] },
    ]);
  });

  test("are of the first facilities only, when so many beds are enough", async () => {
    const facilities = [await aFacility(manager, { name: "Prima", kind: "bridge" }), await aFacility(manager, { name: "Seconda", kind: "bridge" }), await aFacility(manager, { name: "Terza", kind: "bridge" })];
    const units = [await aUnit(manager, 3, {}, facilities[1]), await aUnit(manager, 2, {}, facilities[2])];
    for (const unit of units) await aPlacement(manager, unit, "2027-03-20", "2027-03-28");
    const names = async (beds: string) => {
      const { body } = await manager<Board>("GET", asked(`from=${FROM}&until=${UNTIL}&kind=bridge${beds}`));
      return [body.isWhole, body.facilities.map(({ name }) => name), body.bars.kind.length, body.placements.id.length];
    };
    expect(await names("")).toEqual([true, ["Prima", "Seconda", "Terza"], 2, 2]);
    for (const beds of [1, 3]) expect(await names(`&beds=${beds}`)).toEqual([false, ["Prima", "Seconda"], 1, 1]);
    for (const beds of [4, 5, 6]) expect(await names(`&beds=${beds}`)).toEqual([true, ["Prima", "Seconda", "Terza"], 2, 2]);
    expect((await manager("GET", asked(`from=${FROM}&until=${UNTIL}&beds=0`))).status).toBe(400);
  });

  test("are of the units only that have all of what is needed", async () => {
    const facility = await aFacility(manager);
    const [both] = [await aUnit(manager, 1, { name: "Entrambi", features: ["step_free", "cot"] }, facility), await aUnit(manager, 1, { name: "Uno", features: ["cot"] }, facility)];
    const unitsWith = async (features: string) => (await manager<Board>("GET", asked(`facilityId=${both.facilityId}&from=${FROM}&until=${UNTIL}&features=${features}`))).body.facilities.flatMap(({ units }) => units.map(({ name }) => name));
    expect([await unitsWith(""), await unitsWith("cot"), await unitsWith("step_free,cot")]).toEqual([["Entrambi", "Uno"], ["Entrambi", "Uno"], ["Entrambi"]]);
  });

  test("of another municipality are not there, by its code or by its facility", async () => {
    const elsewhere = await aUnit(await api.as("manager", TORINO), 1, {}, await aFacility(await api.as("manager", TORINO), { municipality: TORINO }));
    expect((await manager("GET", asked(`from=${FROM}&until=${UNTIL}`, TORINO))).status).toBe(404);
    for (const id of [elsewhere.facilityId, newId()]) expect((await manager("GET", asked(`from=${FROM}&until=${UNTIL}&facilityId=${id}`))).status).toBe(404);
    expect((await (await api.as("coordinator", null))("GET", asked(`from=${FROM}&until=${UNTIL}`, TORINO))).status).toBe(200);
  });

  test.each([
    ["a window that ends before it begins", "from=2027-03-02&until=2027-03-02", "until_after_from"],
    ["more than 400 days", "from=2027-01-01&until=2028-02-06", "board_too_long"],
  ])("are not drawn for %s", async (_case, query, code) => {
    expect(await manager("GET", asked(query))).toMatchObject({ status: 400, body: { errors: [{ path: "until", code }] } });
  });

  test("are drawn for 400 days", async () => {
    expect((await manager("GET", asked("from=2027-01-01&until=2028-02-05"))).status).toBe(200);
  });
});

/** A room and a flat with something of everything in them, seen on TODAY. */
async function aBusyHouse(): Promise<{ room: BuiltUnit; flat: BuiltUnit }> {
  itIs("2027-02-20");
  const facility = await aFacility(manager);
  const room = await aUnit(manager, 0, { beds: [{ name: "1" }, { name: "2" }, { name: "3", opensOn: "2027-03-12", closesOn: "2027-04-20" }, { name: "4" }] }, facility);
  const flat = await aUnit(manager, 3, { letting: "whole_unit" }, facility);
  const inBed = async (unit: BuiltUnit, bed: number, from: string, until: string, fields: object = {}) => {
    const household = await aHousehold(manager);
    return aPlacement(manager, unit, from, until, { householdId: household.id, beds: [{ bedId: unit.beds[bed]?.id, personId: household.members[0]?.personId }], ...fields });
  };
  const close = (bed: { id: string } | undefined, from: string, until: string) => manager("POST", "/closures", { body: { bedId: bed?.id, from, until, reason: "maintenance" } });

  await close(flat.beds[2], "2027-02-24", "2027-03-03");
  const late = await inBed(room, 0, "2027-02-25", "2027-03-11", { turnaround: { days: 3, working: true } });
  const gone = await inBed(room, 1, "2027-02-22", "2027-03-20", { turnaround: { days: 2, working: false } });
  const lateInFlat = await inBed(flat, 1, "2027-03-01", "2027-03-14", { turnaround: { days: 1, working: false } });
  for (const [placement, date] of [[gone, "2027-02-22"], [late, "2027-02-25"], [lateInFlat, "2027-03-01"]] as const) {
    itIs(date);
    await step(manager, placement, "arrival", { date });
  }
  itIs(TODAY);
  await step(manager, gone, "departure", departure("2027-03-13"));
  await inBed(room, 1, "2027-03-17", "2027-03-25");
  await inBed(room, 0, "2027-04-02", "2027-04-09", { turnaround: { days: 4, working: false } });
  await inBed(flat, 0, "2027-04-01", "2027-04-10");
  await close(room.beds[3], "2027-03-20", "2027-03-24");
  await offer(room, 3, { from: "2027-04-05", until: "2027-04-12" }, "1 hour");
  return { room, flat };
}

test("a bed has no bar and is open on the board exactly where the search offers it", async () => {
  const { room, flat } = await aBusyHouse();
  const window = fc.record({ from: fc.integer({ min: -25, max: 40 }), nights: fc.integer({ min: 1, max: 12 }) });
  const heard = { offered: 0, taken: 0 };
  await fc.assert(
    fc.asyncProperty(window, async ({ from, nights }) => {
      const sought = { from: addDays(TODAY, from), until: addDays(TODAY, from + nights) };
      type Found = { items: { unitId: string; freeBeds: { id: string }[] }[] };
      const { body } = await manager<Found>("GET", `/availability?municipality=${PERUGIA}&facilityId=${room.facilityId}&from=${sought.from}&until=${sought.until}`);
      const offered = new Set(body.items.flatMap(({ freeBeds }) => freeBeds.map(({ id }) => id)));
      for (const seen of [sought, { from: addDays(TODAY, -60), until: addDays(TODAY, 120) }]) {
        const { facilities, bars } = await board(room, manager, seen);
        const beds = facilities.flatMap(({ units }) => units.flatMap((unit) => unit.beds));
        const free = beds.filter(({ id, opensOn, closesOn }) => (opensOn === null || opensOn <= sought.from) && (closesOn === null || sought.until <= closesOn) && !bars.some((bar) => bar.bedId === id && overlaps(bar, sought)));
        expect(new Set(free.map(({ id }) => id)), `${sought.from} to ${sought.until}`).toEqual(offered);
      }
      heard.offered += offered.size;
      heard.taken += room.beds.length + flat.beds.length - offered.size;
    }),
    { numRuns: 60 },
  );
  expect(Math.min(heard.offered, heard.taken)).toBeGreaterThan(50);
});
