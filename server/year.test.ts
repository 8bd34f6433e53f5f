import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { addDays, type Day, nightsBetween } from "@/domain/day";
import { firstFreeDay } from "@/domain/turnaround";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { openOffice, type Steps } from "@/test/office";
import { keepTasks } from "./tasks/keep";

const FIRST = "2027-01-04";
const DAYS = Number(process.env.POSTOLETTO_SIMULATED_DAYS ?? 365);
const SEED = Number(process.env.POSTOLETTO_SEED ?? 20_270_104);
const NO_HOLIDAYS = new Set<Day>();

let api: Api;
let database: Database;
let elsewhere: Database;

beforeAll(async () => {
  api = await startApi({ today: FIRST });
  const url = process.env.DATABASE_URL ?? "";
  [database, elsewhere] = [connect(url, 2), connect(url, 2)];
});
afterAll(async () => {
  await Promise.all([database.end(), elsewhere.end()]);
  await api.close();
});

type Stay = { id: string; placementId: string; personId: string; unitId: string; bedId: string | null; status: string; arrival: Day; exit: Day };
type Block = { bedId: string; unitId: string; kind: string; from: Day; until: Day; placementId: string | null; stayId: string | null; closureId: string | null; wholeUnit: boolean };
type Closed = { id: string; bedId: string; from: Day; until: Day; isLive: boolean };
type Placed = { id: string; days: number; working: boolean; noticeDays: number[] | null };
type Books = { stays: Stay[]; blocks: Block[]; closed: Closed[]; everClosed: Set<string>; placements: Map<string, Placed>; beds: Map<string, string[]>; waiting: { id: string }[]; tasks: { kind: string; about: string }[] };

/** What stands in the database, read by its owner. */
async function books(): Promise<Books> {
  const { owner } = api;
  const [stays, blocks, closures, placements, beds, waiting, tasks] = await Promise.all([
    owner<Stay[]>`SELECT id, placement_id AS "placementId", person_id AS "personId", unit_id AS "unitId", bed_id AS "bedId", status, arrival::text, exit::text FROM stay ORDER BY arrival, exit, id`,
    owner<Block[]>`SELECT bed_id AS "bedId", unit_id AS "unitId", kind, from_day::text AS from, until_day::text AS until, placement_id AS "placementId", stay_id AS "stayId", closure_id AS "closureId", whole_unit AS "wholeUnit" FROM bed_block`,
    owner<Closed[]>`SELECT c.id, b.id AS "bedId", c.from_day::text AS from, c.until_day::text AS until, c.cancelled_at IS NULL AS "isLive" FROM closure c JOIN bed b ON b.id = c.bed_id OR b.unit_id = c.unit_id`,
    owner<Placed[]>`
      SELECT p.id, coalesce(p.turnaround_days, f.turnaround_days, r.turnaround_days, 0) AS days, coalesce(p.turnaround_working, f.turnaround_working, r.turnaround_working, false) AS working, r.notice_days AS "noticeDays"
      FROM placement p JOIN unit u ON u.id = p.unit_id JOIN facility f ON f.id = u.facility_id LEFT JOIN stay_rule r ON r.id = p.rule_id`,
    owner<{ unitId: string; ids: string[] }[]>`SELECT unit_id AS "unitId", array_agg(id::text) AS ids FROM bed GROUP BY 1`,
    owner<{ id: string }[]>`SELECT id FROM extension WHERE status = 'asked'`,
    owner<{ kind: string; about: string }[]>`SELECT kind, CASE kind WHEN 'extension' THEN cause ELSE placement_id::text END AS about FROM task WHERE done_at IS NULL`,
  ]);
  return { stays, blocks, closed: closures.filter(({ isLive }) => isLive), everClosed: new Set(closures.map(({ bedId }) => bedId)), placements: new Map(placements.map((each) => [each.id, each])), beds: new Map(beds.map(({ unitId, ids }) => [unitId, ids])), waiting, tasks };
}

const COUNTING = ["planned", "in_house", "ended"];
const alike = (values: string[]) => values.toSorted();

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}

/** Stays of the same bed, or of the same person, that share a night. In the past, what happened; from today on, what is planned too. */
function sharedNights({ stays }: Books, of: "bedId" | "personId", today: Day): string[] {
  const nights = stays.flatMap((stay) => {
    // Whoever has not left is there tonight, whatever was planned; a plan made for the nights of somebody overdue waits.
    if (stay.status === "in_house") return [{ ...stay, until: stay.exit > today ? stay.exit : addDays(today, 1) }];
    if (stay.status === "ended") return [{ ...stay, until: stay.exit }];
    return stay.status === "planned" && of === "bedId" && stay.arrival > today ? [{ ...stay, until: stay.exit }] : [];
  }).filter(({ arrival, until }) => arrival < until);
  return grouped(nights, (stay) => `${stay[of]}`).flatMap(([key, group]) => group.flatMap((stay, index) => group.slice(index + 1).filter((other) => other.arrival < stay.until && stay.arrival < other.until).map((other) => (
    `${of} ${key}: ${stay.status} ${stay.arrival} to ${stay.until} and ${other.status} ${other.arrival} to ${other.until}`))));
}

/** Each stay and each closure has its block and no block is without; after each exit at most the turnaround, which reality may have cut. */
function wrongBlocks(found: Books): string[] {
  const { stays, blocks, closed, placements } = found;
  const line = (bedId: string | null, from: Day, until: Day, id: string | null) => `${bedId} ${from} ${until} ${id}`;
  const nights = stays.filter(({ status, arrival, exit }) => COUNTING.includes(status) && arrival < exit);
  const slept = nights.map(({ bedId, arrival, exit, id }) => line(bedId, arrival, exit, id));
  const ofStays = blocks.filter(({ kind }) => kind === "stay").map(({ bedId, from, until, stayId }) => line(bedId, from, until, stayId));
  expect(alike(ofStays)).toEqual(alike(slept));

  // On a night somebody really was in it, or is expected after a record of it was taken back, the bed was not closed, whatever had been planned.
  const spent = new Set(nights.flatMap(({ bedId, arrival, exit }) => daysOf(arrival, exit).map((day) => `${bedId} ${day}`)));
  const closedNights = closed.flatMap(({ bedId, from, until, id }) => daysOf(from, until).filter((day) => !spent.has(`${bedId} ${day}`)).map((day) => `${bedId} ${day} ${id}`));
  const blockedNights = blocks.filter(({ kind }) => kind === "closure").flatMap(({ bedId, from, until, closureId }) => daysOf(from, until).map((day) => `${bedId} ${day} ${closureId}`));
  expect(alike(blockedNights)).toEqual(alike(closedNights));

  const tails = blocks.filter(({ kind }) => kind === "turnaround").flatMap((block) => {
    const placement = placements.get(block.placementId ?? "");
    const ends = nights.filter((stay) => stay.placementId === block.placementId && stay.exit === block.from && (block.wholeUnit ? stay.unitId === block.unitId : stay.bedId === block.bedId));
    // A unit of another facility, before a transfer, may have had another turnaround; none is longer than two working days over Easter or Christmas.
    const longest = ends.some(({ unitId }) => unitId === block.unitId) && placement ? firstFreeDay(block.from, { days: Math.max(placement.days, 2), working: true }, NO_HOLIDAYS) : block.from;
    return block.until <= longest ? [] : [`turnaround of ${block.placementId} from ${block.from} to ${block.until}`];
  });
  return [...tails, ...halfHeldUnits(nights, found)];
}

/** A unit let whole has one household at a time, which holds each bed as long as anybody of it is there; beds that are closed it leaves out. */
function halfHeldUnits(nights: Stay[], { blocks, beds, everClosed }: Books): string[] {
  const whole = blocks.filter(({ kind, wholeUnit }) => wholeUnit && (kind === "stay" || kind === "spare"));
  const households = grouped(whole.flatMap((block) => daysOf(block.from, block.until).map((day) => ({ key: `${block.unitId} on ${day}`, of: block.placementId }))), ({ key }) => key);
  const shared = households.filter(([, held]) => new Set(held.map(({ of }) => of)).size > 1).map(([key]) => `${key}: two households`);
  const halves = grouped(whole, ({ placementId, unitId }) => `${placementId} ${unitId}`).flatMap(([key, held]) => {
    const [placementId, unitId = ""] = key.split(" ");
    const there = new Set(nights.filter((stay) => stay.placementId === placementId && stay.unitId === unitId).flatMap(({ arrival, exit }) => daysOf(arrival, exit)));
    return (beds.get(unitId) ?? []).flatMap((bedId) => {
      const blocked = held.filter((block) => block.bedId === bedId).flatMap(({ from, until }) => daysOf(from, until));
      const missing = [...there].filter((day) => !blocked.includes(day));
      const isRight = blocked.length + missing.length === there.size && (missing.length === 0 || everClosed.has(bedId));
      return isRight ? [] : [`bed ${bedId}, let whole to ${placementId}: ${blocked.length} nights held, ${there.size} expected`];
    });
  });
  return [...shared, ...halves];
}

function daysOf(from: Day, until: Day): Day[] {
  return Array.from({ length: nightsBetween(from, until) }, (_, index) => addDays(from, index));
}

/** What somebody has to do, from the stays alone: one thing for each placement, beside it a bed that is lacking, and each request. */
function expectedTasks({ stays, placements, waiting }: Books, today: Day): string[] {
  const ofPlacements = grouped(stays, ({ placementId }) => placementId).flatMap(([id, group]) => {
    const some = (status: string, holds: (stay: Stay) => boolean = () => true) => group.some((stay) => stay.status === status && holds(stay));
    const longest = Math.max(...(placements.get(id)?.noticeDays ?? [30]));
    const isLacking = some("needs_bed");
    const first = [
      ...(some("in_house", ({ exit }) => exit < today) ? ["overdue"] : []),
      ...(isLacking ? ["needs_bed"] : []),
      ...(some("planned", ({ arrival }) => arrival <= today) ? ["arrival"] : []),
      ...(some("in_house", ({ exit }) => exit === today) ? ["departure"] : []),
      ...(some("in_house", ({ exit }) => exit > today && nightsBetween(today, exit) <= longest) ? ["ending"] : []),
    ].slice(0, 1);
    return [...new Set([...first, ...(isLacking ? ["needs_bed"] : [])])].map((kind) => `${kind} ${id}`);
  });
  return alike([...ofPlacements, ...waiting.map(({ id }) => `extension ${id}`)]);
}

/** A year in which everything happened: nothing is shown by a step that never went through, or was never refused. */
function tooRare(steps: Steps): string[] {
  // How often is chance; what comes about by itself, a plan without a bed, is left to it.
  const wanted: [string, number, number][] = [
    ["a place offered", 60, 0], ["a place not offered", 0, 100], ["a stay entered late", 1, 1], ["arrival", 60, 1], ["no-show", 2, 0], ["cancellation", 1, 0], ["departure", 60, 0], ["departure of one", 1, 0],
    ["transfer", 5, 5], ["swap", 1, 1], ["change", 10, 1], ["other days", 5, 1], ["joining", 1, 1], ["division", 1, 0], ["extension asked", 5, 1], ["extension decided", 5, 0], ["closure", 3, 3], ["reopening", 1, 0],
    ["correction of an arrival", 5, 3], ["correction of a transfer", 1, 5], ["correction: never came", 1, 0], ["correction of a departure", 5, 1], ["correction: has not left", 1, 1], ["another rule", 5, 1],
  ];
  return wanted.flatMap(([name, done, refused]) => {
    const counted = steps.get(name) ?? { done: 0, refused: 0 };
    return counted.done >= done && counted.refused >= refused ? [] : [`${name}: ${counted.done} went through, ${counted.refused} were refused`];
  });
}

test("a year of a municipality, day by day: the books are right every evening", { timeout: 900_000 }, async () => {
  const office = await openOffice(api, { first: FIRST, seed: SEED });
  for (let index = 0; index < DAYS; index += 1) {
    const today = addDays(FIRST, index);
    await office.liveOn(today);
    // Two processes, neither knowing of the other.
    await Promise.all([keepTasks(database), keepTasks(elsewhere)]);
    const found = await books();
    const evening = `${today}, seed ${SEED}`;
    expect(sharedNights(found, "bedId", today), evening).toEqual([]);
    expect(sharedNights(found, "personId", today), evening).toEqual([]);
    expect(wrongBlocks(found), evening).toEqual([]);
    expect(alike(found.tasks.map(({ kind, about }) => `${kind} ${about}`)), evening).toEqual(expectedTasks(found, today));
  }
  expect(tooRare(office.steps)).toEqual([]);

  const until = addDays(FIRST, DAYS);
  const manager = await api.as("manager");
  const { body } = await manager<{ items: { occupiedNights: number }[] }>("GET", `/reports/occupancy?from=${FIRST}&until=${addDays(until, -1)}&municipality=${PERUGIA}&groupBy=municipality`);
  const spent = (await books()).stays.filter(({ status }) => status === "in_house" || status === "ended").reduce((sum, { status, arrival, exit }) => {
    const [from, to] = [arrival < FIRST ? FIRST : arrival, status === "ended" ? exit : addDays(until, -1)];
    return sum + Math.max(0, nightsBetween(from, to < addDays(until, -1) ? to : addDays(until, -1)));
  }, 0);
  expect(body.items.map(({ occupiedNights }) => occupiedNights)).toEqual([spent]);
});
