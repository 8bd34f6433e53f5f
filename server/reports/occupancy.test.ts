import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDemo } from "@/db/demo";
import { addDays, type Day } from "@/domain/day";
import type { OccupancyLine } from "@/domain/occupancy";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";

const TODAY = "2027-03-10";
const FROM = addDays(TODAY, -90);

let api: Api;
let manager: Caller;
let coordinator: Caller;

beforeAll(async () => {
  process.env.POSTOLETTO_KEY ??= randomBytes(32).toString("base64");
  api = await startApi({ today: TODAY });
  await loadDemo({ ownerUrl: api.ownerUrl, today: TODAY, password: "a password for the demo" });
  [manager, coordinator] = [await api.as("manager"), await api.as("coordinator", null)];
}, 120_000);
afterAll(() => api.close());

type Nights = Pick<OccupancyLine, "openNights" | "offlineNights" | "occupiedNights" | "turnaroundNights">;

async function report(caller: Caller, query: string, from = FROM, until = TODAY): Promise<OccupancyLine[]> {
  const { status, body } = await caller<{ items: OccupancyLine[] }>("GET", `/reports/occupancy?from=${from}&until=${until}&${query}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.items;
}

/** Night by night and bed by bed, as the owner counts them. */
async function counted(by: "municipality" | "unit" | "night", municipality: string | null, from = FROM, until = TODAY): Promise<Map<string, Nights>> {
  const key = { municipality: api.owner`b.municipality_id`, unit: api.owner`b.unit_id::text`, night: api.owner`n.night::text` }[by];
  const rows = await api.owner<(Nights & { key: string })[]>`
    SELECT ${key} AS key, sum(open)::int AS "openNights", sum(open * closed)::int AS "offlineNights", sum(slept)::int AS "occupiedNights",
      sum(CASE WHEN open = 1 AND closed = 0 AND slept = 0 THEN waits ELSE 0 END)::int AS "turnaroundNights"
    FROM bed b JOIN unit u ON u.id = b.unit_id JOIN facility f ON f.id = u.facility_id
    CROSS JOIN LATERAL (SELECT generate_series(${from}::date, ${until}::date - 1, '1 day')::date AS night) n
    CROSS JOIN LATERAL (SELECT
      (night >= greatest(b.opens_on, u.opens_on, f.opens_on) AND night < coalesce(least(b.closes_on, u.closes_on, f.closes_on), 'infinity'))::int AS open,
      EXISTS (SELECT FROM bed_block k WHERE k.bed_id = b.id AND k.kind = 'closure' AND k.from_day <= night AND night < k.until_day)::int AS closed,
      EXISTS (SELECT FROM bed_block k WHERE k.bed_id = b.id AND k.kind = 'turnaround' AND k.from_day <= night AND night < k.until_day
        AND NOT EXISTS (SELECT FROM stay o WHERE o.placement_id = k.placement_id AND o.bed_id = b.id AND o.status = 'in_house' AND o.exit < ${TODAY}))::int AS waits,
      (SELECT count(*)::int FROM stay s WHERE s.bed_id = b.id AND s.status IN ('in_house', 'ended') AND s.arrival <= night AND night < CASE WHEN s.status = 'ended' THEN s.exit ELSE ${TODAY}::date END) AS slept) c
    WHERE ${municipality}::text IS NULL OR b.municipality_id = ${municipality}
    GROUP BY 1`;
  return new Map(rows.map(({ key: name, ...nights }) => [name, nights]));
}

const nightsOf = ({ openNights, offlineNights, occupiedNights, turnaroundNights }: OccupancyLine): Nights => ({ openNights, offlineNights, occupiedNights, turnaroundNights });
const told = (lines: OccupancyLine[], key: (line: OccupancyLine) => string) => new Map(lines.map((line) => [key(line), nightsOf(line)]));

describe("the demo network's figures are those of counting bed by bed and night by night", () => {
  test("of every municipality, for the coordinator, who sees none of the stays", async () => {
    const lines = await report(coordinator, "groupBy=municipality");
    const expected = await counted("municipality", null);
    expect(expected.size).toBeGreaterThan(5);
    expect(told(lines, ({ key }) => key)).toEqual(expected);
    expect([...expected.values()].some(({ turnaroundNights }) => turnaroundNights > 0)).toBe(true);
    expect([...expected.values()].some(({ offlineNights }) => offlineNights > 0)).toBe(true);
    const [hidden] = await api.owner`SELECT count(*)::int AS stays FROM stay WHERE protected_for IS NOT NULL AND exit > ${FROM}`;
    expect(hidden?.stays).toBeGreaterThan(0);
  });

  test("of every unit", async () => {
    expect(told(await report(manager, `municipality=${PERUGIA}&groupBy=unit`), ({ key }) => key)).toEqual(await counted("unit", PERUGIA));
  });

  test("of every night", async () => {
    const lines = await report(manager, `municipality=${PERUGIA}&interval=day`);
    expect(lines).toHaveLength(90);
    expect(told(lines, ({ start }) => start)).toEqual(await counted("night", PERUGIA));
  });

  test("whatever they are grouped by and cut into", async () => {
    const sum = (lines: OccupancyLine[]) => lines.reduce((all, line) => all + line.occupiedNights * 1_000_000 + line.availableNights, 0);
    const all = sum(await report(manager, `municipality=${PERUGIA}`));
    for (const groupBy of ["municipality", "kind", "facility", "unit", "bed"]) {
      for (const interval of ["total", "month", "week"]) expect(sum(await report(manager, `municipality=${PERUGIA}&groupBy=${groupBy}&interval=${interval}`)), `${groupBy} ${interval}`).toBe(all);
    }
  });
});

test("a line has its shares, and a name to be shown", async () => {
  const [line] = await report(manager, `municipality=${PERUGIA}`);
  if (!line) throw new Error("no line");
  expect(line).toMatchObject({ key: "total", name: "Totale", start: FROM, until: TODAY, availableNights: line.openNights - line.offlineNights });
  expect(line.netOccupancy).toBeCloseTo(line.occupiedNights / line.availableNights, 12);
  expect(line.grossOccupancy).toBeCloseTo(line.occupiedNights / line.openNights, 12);
  const kinds = await report(manager, `municipality=${PERUGIA}&groupBy=kind`);
  expect(kinds.map(({ name }) => name).join()).not.toMatch(/_/);
});

test("nights to come have nobody in them yet", async () => {
  const [line] = await report(manager, `municipality=${PERUGIA}`, TODAY, addDays(TODAY, 30));
  expect(line).toMatchObject({ occupiedNights: 0, netOccupancy: 0 });
});

test("the coordinator is told of no fewer than five people, the manager of all", async () => {
  const small = (lines: OccupancyLine[]) => lines.flatMap(({ persons, arrivals, exits }) => [persons, arrivals, exits]).filter((count) => count !== null && count > 0 && count < 5);
  const query = `municipality=${PERUGIA}&groupBy=unit&interval=month`;
  expect(small(await report(coordinator, query))).toEqual([]);
  expect(small(await report(manager, query)).length).toBeGreaterThan(0);
});

test.each<[string, "social_worker" | "operator" | "manager" | "coordinator" | "administrator", string | null, string, number]>([
  ["a social worker", "social_worker", PERUGIA, PERUGIA, 403],
  ["an operator", "operator", PERUGIA, PERUGIA, 403],
  ["an administrator", "administrator", PERUGIA, PERUGIA, 403],
  ["a coordinator of the municipality", "coordinator", PERUGIA, PERUGIA, 200],
  ["a manager of Perugia about Torino", "manager", PERUGIA, TORINO, 404],
  ["a coordinator of Perugia about Torino", "coordinator", PERUGIA, TORINO, 404],
  ["a coordinator of the network about Torino", "coordinator", null, TORINO, 200],
])("%s", async (_who, role, of, about, status) => {
  const caller = await api.as(role, of);
  expect((await caller("GET", `/reports/occupancy?municipality=${about}&from=${FROM}&until=${TODAY}`)).status).toBe(status);
});

test("without a municipality a manager is told of their own", async () => {
  expect((await report(manager, "groupBy=municipality")).map(({ key }) => key)).toEqual([PERUGIA]);
});

test.each<[string, Day, Day, string, string]>([
  ["ends before it begins", TODAY, FROM, "", "until_after_from"],
  ["is longer than ten years", "2010-01-01", TODAY, "", "period_too_long"],
  ["would have too many lines", "2020-01-01", TODAY, "&groupBy=bed&interval=day", "too_much_detail"],
])("a report that %s is refused", async (_case, from, until, query, code) => {
  const answer = await manager<{ errors: { code: string }[] }>("GET", `/reports/occupancy?municipality=${PERUGIA}&from=${from}&until=${until}${query}`);
  expect([answer.status, answer.body.errors[0]?.code]).toEqual([400, code]);
});

test("beds free tonight are as many on Oggi, in Strutture and in Disponibilità, in every municipality", async () => {
  const everywhere = await coordinator<{ items: { municipality: string; beds: { free: number } }[] }>("GET", "/today/network");
  expect(everywhere.body.items).toHaveLength(16);
  for (const { municipality, beds } of everywhere.body.items) {
    const about = `municipality=${municipality}`;
    const [today, facilities, search] = await Promise.all([
      coordinator<{ beds: { free: number }; facilities: { beds: { free: number } }[] }>("GET", `/today?${about}`),
      coordinator<{ items: { freeTonight: number }[] }>("GET", `/facilities?${about}&limit=200`),
      coordinator<{ items: { freeBedCount: number }[] }>("GET", `/availability?${about}&from=${TODAY}&nights=1`),
    ]);
    const sums = [today.body.beds.free, add(today.body.facilities, (each) => each.beds.free), add(facilities.body.items, (each) => each.freeTonight), add(search.body.items, (each) => each.freeBedCount)];
    expect(sums, municipality).toEqual([beds.free, beds.free, beds.free, beds.free]);
  }
});

function add<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((all, item) => all + amount(item), 0);
}
