import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day, overlaps, type Period } from "@/domain/day";
import { effectiveTurnaround, firstFreeDay, type Turnaround } from "@/domain/turnaround";
import { type Api, type Caller, itIs, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltPlacement, type BuiltUnit, departure, step } from "@/test/builders";

/** A fortnight before Easter 2027, so that weekends and Easter Monday lie inside. Days of a world count from here. */
const START = "2027-03-15";
const on = (offset: number): Day => addDays(START, offset);
const WORLDS = Number(process.env.POSTOLETTO_WORLDS ?? 18);

let api: Api;
let manager: Caller;
let torinese: Caller;
let seekers: BuiltHousehold[];

beforeAll(async () => {
  api = await startApi({ today: START });
  [manager, torinese] = [await api.as("manager"), await api.as("manager", TORINO)];
  seekers = await Promise.all([aHousehold(manager), aHousehold(manager)]);
});
afterAll(() => api.close());

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const turnaround = maybe(fc.record({ days: fc.integer({ min: 0, max: 4 }), working: fc.boolean() }));
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const opening = fc
  .record({ opensOn: rarely(fc.integer({ min: -3, max: 16 })), closesOn: rarely(fc.integer({ min: 8, max: 28 })) })
  .filter(({ opensOn, closesOn }) => opensOn === null || closesOn === null || opensOn < closesOn)
  .map(({ opensOn, closesOn }) => ({ opensOn: opensOn === null ? null : on(opensOn), closesOn: closesOn === null ? null : on(closesOn) }));

const which = fc.nat({ max: 11 });
const people = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) });
const days = { from: fc.integer({ min: -3, max: 6 }), nights: fc.integer({ min: 0, max: 7 }) };
const place = fc.record({ do: fc.constant("place" as const), unit: which, people, turnaround, ...days });

/** A stay as it went until the last day of the world: whoever `stays` past the planned exit is overdue. */
const life = fc.record({
  place: fc.record({ do: fc.constant("place" as const), unit: which, people, turnaround, from: fc.integer({ min: -10, max: 6 }), nights: fc.integer({ min: 0, max: 8 }) }),
  then: fc.oneof({ weight: 5, arbitrary: fc.constant("stays") }, { weight: 2, arbitrary: fc.constant("leaves") }, { weight: 2, arbitrary: fc.constant("nothing") }),
});

const action = fc.oneof(
  { weight: 2, arbitrary: place },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("arrive" as const), which, daysAgo: fc.integer({ min: 0, max: 3 }), onlyFirst: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("leave" as const), which, daysAgo: fc.integer({ min: 0, max: 3 }), onlyFirst: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("no-show" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancellation" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("change" as const), which, exit: fc.integer({ min: 0, max: 9 }), turnaround }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("close" as const), what: fc.constantFrom("bedId" as const, "unitId" as const, "facilityId" as const), unit: which, bed: which, ...days }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const), which }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** A rule that counts placements together, and what whoever looks for a place has used of it: before all windows, and planned after them. */
const clock = maybe(fc.record({
  maxStay: fc.record({ days: fc.integer({ min: 3, max: 8 }) }),
  resetAfterDays: maybe(fc.integer({ min: 1, max: 14 })),
  isNetwork: fc.boolean(),
  past: maybe(fc.record({ daysBefore: fc.integer({ min: 4, max: 9 }), nights: fc.integer({ min: 1, max: 4 }) })),
  ahead: maybe(fc.record({ from: fc.integer({ min: 17, max: 22 }), nights: fc.integer({ min: 1, max: 4 }) })),
}));

const world = fc.record({
  facility: fc.record({ turnaround, closesOn: rarely(fc.integer({ min: 15, max: 28 })) }),
  rule: maybe(fc.record({ turnaround, maxStay: rarely(fc.record({ days: fc.integer({ min: 3, max: 8 }) })), clock })),
  units: fc.array(fc.record({ letting: fc.constantFrom("by_bed", "whole_unit"), opening, beds: fc.array(opening, { minLength: 1, maxLength: 3, size: "max" }) }), { minLength: 1, maxLength: 2, size: "max" }),
  lives: fc.array(life, { minLength: 3, maxLength: 6, size: "max" }),
  actions: fc.array(fc.record({ daysLater: fc.integer({ min: 0, max: 1 }), action }), { minLength: 2, maxLength: 6, size: "max" }),
  // Tonight and tomorrow are where overdue stays tell.
  windows: fc.array(fc.record({ from: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: -4, max: 6 })), nights: fc.integer({ min: 0, max: 4 }) }), { minLength: 7, maxLength: 7 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

type Closure = Period & { id: string; bedIds: string[]; isCancelled: boolean };
/** Who looks for a place, and the nights they have elsewhere under the same clock. */
type Seeker = { household: BuiltHousehold; counted: Period[] };
type Built = { facilityId: string; units: (BuiltUnit & { letting: string })[]; placements: { id: string; turnaround: Turnaround | null }[]; closures: Closure[]; today: Day; seekers: Seeker[] };

async function build({ facility, rule, units }: World): Promise<Built> {
  const { id: facilityId } = await aFacility(manager, { turnaround: facility.turnaround, closesOn: facility.closesOn === null ? null : on(facility.closesOn) });
  if (rule) await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId, validFrom: "2020-01-01", maxStay: rule.maxStay, turnaround: rule.turnaround, ...clockFields(rule.clock, facilityId) } });
  const built = [];
  for (const [index, { letting, opening: open, beds }] of units.entries()) {
    const unit = await aUnit(manager, 0, { name: `U${index}`, letting, ...open, beds: beds.map((bed, number) => ({ name: `${number}`, ...bed })) }, { id: facilityId });
    built.push({ ...unit, facilityId, letting });
  }
  return { facilityId, units: built, placements: [], closures: [], today: START, seekers: await seekersFor(rule?.clock ?? null, facilityId) };
}

type Clock = NonNullable<World["rule"]>["clock"];

function clockFields(drawn: Clock, group: string): Record<string, unknown> {
  return drawn ? { maxStay: drawn.maxStay, counting: "cumulative", clockGroup: group, clockScope: drawn.isNetwork ? "network" : "municipality", resetAfterDays: drawn.resetAfterDays } : {};
}

/** Counted over the network, their other nights are in another municipality, where only the fiscal code tells that it is them. */
async function seekersFor(drawn: Clock, group: string): Promise<Seeker[]> {
  if (!drawn) return seekers.map((household) => ({ household, counted: [] }));
  const [caller, municipality] = drawn.isNetwork ? [torinese, TORINO] : [manager, PERUGIA];
  const { id } = await aFacility(caller, { municipality });
  await caller("POST", "/stay-rules", { body: { municipality, facilityId: id, validFrom: "2020-01-01", ...clockFields(drawn, group) } });
  const unit = await aUnit(caller, 2, {}, { id });
  return Promise.all([0, 1].map(async () => {
    const people = [{ fiscalCode: crypto.randomUUID().replaceAll("-", "").toUpperCase().slice(0, 16) }];
    const household = await aHousehold(manager, people);
    const there = drawn.isNetwork ? await aHousehold(torinese, people, { municipality }) : household;
    return { household, counted: await nightsOf(drawn, caller, unit, there.id) };
  }));
}

async function nightsOf({ past, ahead }: NonNullable<Clock>, caller: Caller, unit: BuiltUnit, householdId: string): Promise<Period[]> {
  const counted: Period[] = [];
  if (past) {
    const spent = { from: on(-past.daysBefore - past.nights), until: on(-past.daysBefore) };
    const placement = await aPlacement(caller, unit, spent.from, spent.until, { householdId });
    await step(caller, placement, "arrival", { date: spent.from });
    await step(caller, placement, "departure", departure(spent.until));
    counted.push(spent);
  }
  if (ahead) {
    const plan = { from: on(ahead.from), until: on(ahead.from + ahead.nights) };
    const { status } = await caller("POST", "/placements", { body: { householdId, unitId: unit.id, arrival: plan.from, exit: plan.until } });
    if (status === 201) counted.push(plan);
  }
  return counted;
}

/** Night by night: with these nights added, some run without a gap that resets has more than the rule gives. */
function isBeyondClock({ maxStay, resetAfterDays }: NonNullable<Clock>, counted: readonly Period[], nights: Period): boolean {
  let [run, last] = [0, null as Day | null];
  for (const { from, until } of [...counted, nights].filter((each) => each.from < each.until).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (last !== null && resetAfterDays !== null && addDays(last, resetAfterDays) <= from) run = 0;
    for (let night = from; night < until; night = addDays(night, 1)) run += 1;
    if (run > maxStay.days) return true;
    last = until;
  }
  return false;
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Anything may be refused; nothing may break. */
async function attempt(method: string, path: string, body?: unknown): Promise<BuiltPlacement | null> {
  const answer = await manager(method, path, { body });
  expect([200, 201, 409, 422], `${method} ${path} ${JSON.stringify(answer.body)}`).toContain(answer.status);
  return answer.status < 300 ? (answer.body as BuiltPlacement) : null;
}

async function act(built: Built, { daysLater, action: doing }: World["actions"][number]): Promise<void> {
  built.today = addDays(built.today, daysLater);
  itIs(built.today);
  if (doing.do === "place") return void (await add(built, doing, addDays(built.today, doing.from)));
  if (doing.do === "close") return close(built, doing);
  if (doing.do === "reopen") return reopen(built, doing.which);
  const placement = pick(built.placements, doing.which);
  if (placement) await stepOf(built, doing, placement);
}

/** Takes the stays of the past day by day up to START, each recorded on its day. */
async function live(built: Built, lives: World["lives"]): Promise<void> {
  for (const { place: doing, then } of [...lives].sort((a, b) => a.place.from - b.place.from)) {
    const arrival = addDays(START, doing.from);
    itIs(arrival < START ? arrival : START);
    const made = await add(built, doing, arrival);
    if (!made || then === "nothing" || arrival > START) continue;
    await attempt("POST", `/placements/${made.id}/arrival`, { date: arrival });
    itIs(START);
    if (then === "leaves") await attempt("POST", `/placements/${made.id}/departure`, departure(addDays(arrival, Math.min(doing.nights, -doing.from))));
  }
}

async function add(built: Built, { unit, people: count, nights, turnaround: own }: Extract<Action, { do: "place" }>, arrival: Day): Promise<BuiltPlacement | null> {
  const household = await aHousehold(manager, Array.from({ length: count }, () => ({})));
  const made = await attempt("POST", "/placements", { householdId: household.id, unitId: pick(built.units, unit)?.id, arrival, exit: addDays(arrival, nights), turnaround: own });
  if (made) built.placements.push({ id: made.id, turnaround: own });
  return made;
}

async function close(built: Built, doing: Extract<Action, { do: "close" }>): Promise<void> {
  const unit = pick(built.units, doing.unit);
  const bed = unit && pick(unit.beds, doing.bed);
  const targets = { bedId: bed?.id, unitId: unit?.id, facilityId: built.facilityId };
  const beds = { bedId: [bed?.id ?? ""], unitId: unit?.beds.map(({ id }) => id) ?? [], facilityId: built.units.flatMap(({ beds: all }) => all.map(({ id }) => id)) };
  const period = { from: addDays(built.today, doing.from), until: addDays(built.today, doing.from + doing.nights + 1) };
  const made = await attempt("POST", "/closures", { [doing.what]: targets[doing.what], ...period, reason: "maintenance" });
  if (made) built.closures.push({ id: made.id, ...period, bedIds: beds[doing.what], isCancelled: false });
}

async function reopen(built: Built, index: number): Promise<void> {
  const closure = pick(built.closures, index);
  if (closure && (await attempt("DELETE", `/closures/${closure.id}`))) closure.isCancelled = true;
}

type Step = Extract<Action, { do: "arrive" }> | Extract<Action, { do: "leave" }> | Extract<Action, { do: "change" }> | { do: "no-show" } | { do: "cancellation" };

async function stepOf(built: Built, doing: Step, placement: Built["placements"][number]): Promise<void> {
  const path = `/placements/${placement.id}`;
  if (doing.do === "no-show" || doing.do === "cancellation") return void (await attempt("POST", `${path}/${doing.do}`, { reason: "other" }));
  if (doing.do === "change") {
    const changed = await attempt("PATCH", path, { exit: addDays(built.today, doing.exit), ...(doing.turnaround ? { turnaround: doing.turnaround } : {}) });
    if (changed && doing.turnaround) placement.turnaround = doing.turnaround;
    return;
  }
  const { body } = await manager<BuiltPlacement>("GET", path);
  const waiting = body.stays.filter(({ status }) => status === (doing.do === "arrive" ? "planned" : "in_house"));
  const personIds = doing.onlyFirst && waiting[0] ? [waiting[0].personId] : undefined;
  const date = addDays(built.today, -doing.daysAgo);
  await attempt("POST", `${path}/${doing.do === "arrive" ? "arrival" : "departure"}`, doing.do === "arrive" ? { date, personIds } : { ...departure(date), personIds });
}

type Held = Period & { unitId: string; bedId: string; freeAgainOn: Day };

/** Who holds which bed until when, from what the API tells of placements alone: no block, no vacancy. */
async function heldIn(built: Built, described: World): Promise<Held[]> {
  const held = await Promise.all(built.placements.map(async ({ id, turnaround: own }) => {
    const { body } = await manager<BuiltPlacement & { unitId: string }>("GET", `/placements/${id}`);
    const tail = effectiveTurnaround(own, described.facility.turnaround, described.rule?.turnaround);
    const isWhole = built.units.find((unit) => unit.id === body.unitId)?.letting === "whole_unit";
    const live = body.stays.filter(({ status }) => ["planned", "in_house", "ended"].includes(status));
    const nights = live.map((stay) => ({ ...stay, exit: stay.status === "in_house" && stay.exit < built.today ? addDays(built.today, 1) : stay.exit }));
    const last = nights.map(({ exit }) => exit).sort().at(-1) ?? START;
    const first = nights.map(({ arrival }) => arrival).sort()[0] ?? START;
    return nights
      .map((stay) => ({ unitId: body.unitId, bedId: stay.bedId, from: isWhole ? first : stay.arrival, until: isWhole ? last : stay.exit }))
      .filter(({ from, until }) => from < until)
      .map((stay) => ({ ...stay, freeAgainOn: firstFreeDay(stay.until, tail, new Set()) }));
  }));
  return held.flat();
}

type Reasons = { isSlept: boolean; isClosed: boolean; mayBeTurnaround: boolean };

/** Why a bed cannot be had. Turnaround is a maximum: what really happened may have cut it. */
function reasonsAgainst(bed: { id: string }, unit: Built["units"][number], nights: Period, tail: Turnaround, held: Held[], closures: Closure[]): Reasons {
  const asked = { from: nights.from, until: nights.from === nights.until ? nights.until : firstFreeDay(nights.until, tail, new Set()) };
  const inTheWay = held.filter((stay) => (unit.letting === "whole_unit" ? stay.unitId === unit.id : stay.bedId === bed.id));
  return {
    isSlept: inTheWay.some((stay) => overlaps(stay, asked)),
    isClosed: closures.some((closure) => !closure.isCancelled && closure.bedIds.includes(bed.id) && overlaps(closure, nights)),
    mayBeTurnaround: inTheWay.some((stay) => overlaps({ from: stay.from, until: stay.freeAgainOn }, asked)),
  };
}

function isOpen(described: World, unitIndex: number, bedIndex: number, nights: Period): boolean {
  const unit = described.units[unitIndex];
  const bounds = [unit?.opening, unit?.beds[bedIndex], { opensOn: null, closesOn: described.facility.closesOn === null ? null : on(described.facility.closesOn) }];
  return bounds.every((bound) => (!bound?.opensOn || bound.opensOn <= nights.from) && (!bound?.closesOn || (nights.until <= bound.closesOn && nights.from < bound.closesOn)));
}

/** Books the bed and calls it off again. */
async function canBeBooked(unitId: string, bedId: string, nights: Period, seeker: BuiltHousehold): Promise<boolean> {
  const body = { householdId: seeker.id, unitId, arrival: nights.from, exit: nights.until, beds: [{ bedId, personId: seeker.members[0]?.personId }] };
  const made = await attempt("POST", "/placements", body);
  if (made) expect(await attempt("POST", `/placements/${made.id}/cancellation`, { reason: "entered_in_error" })).not.toBeNull();
  return made !== null;
}

async function compare(built: Built, described: World, nights: Period): Promise<void> {
  type Item = { unitId: string; freeBeds: { id: string }[] };
  const drawn = described.rule?.clock ?? null;
  const search = `/availability?municipality=G478&facilityId=${built.facilityId}&from=${nights.from}&until=${nights.until}`;
  const held = await heldIn(built, described);
  const tail = effectiveTurnaround(described.facility.turnaround, described.rule?.turnaround);
  const isBackEntry = nights.from < built.today && nights.until <= built.today;
  const limit = drawn ? undefined : described.rule?.maxStay?.days;
  const isTooLongAlone = limit !== undefined && nights.until > addDays(nights.from, limit) && !isBackEntry;

  await Promise.all(built.units.map(async (unit, unitIndex) => {
    const seeker = (built.seekers[unitIndex] ?? built.seekers[0]) as Seeker;
    // What is left to somebody is asked for somebody.
    // Without anybody named, the second of two searches is answered from what the first wanted to be read for others too.
    if (unitIndex % 2 === 0 && !drawn) await manager("GET", `${search}&forward=true`);
    const { body } = await manager<{ items: Item[] }>("GET", drawn ? `${search}&householdId=${seeker.household.id}` : search);
    const isTooLong = isTooLongAlone || (drawn !== null && !isBackEntry && isBeyondClock(drawn, seeker.counted, nights));
    for (const [bedIndex, bed] of unit.beds.entries()) {
      const where = `bed ${bedIndex} of unit ${unitIndex} (${unit.letting}) for ${nights.from} to ${nights.until}, today ${built.today}`;
      const isOffered = body.items.some(({ unitId, freeBeds }) => unitId === unit.id && freeBeds.some(({ id }) => id === bed.id));
      expect(await canBeBooked(unit.id, bed.id, nights, seeker.household), `booked: ${where}`).toBe(isOffered);

      const against = reasonsAgainst(bed, unit, nights, tail, held, built.closures);
      const isImpossible = against.isSlept || against.isClosed || isTooLong || !isOpen(described, unitIndex, bedIndex, nights);
      if (isImpossible) expect(isOffered, `offered although impossible: ${where}`).toBe(false);
      if (!isImpossible && !against.mayBeTurnaround) expect(isOffered, `hidden without a reason: ${where}`).toBe(true);
    }
  }));
}

test("every bed that availability offers can be booked, every bed it hides is refused, and for a reason", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(world, async (described) => {
      itIs(START);
      const built = await build(described);
      await live(built, described.lives);
      for (const each of described.actions) await act(built, each);
      for (const { from, nights } of described.windows) {
        const first = addDays(built.today, from);
        await compare(built, described, { from: first, until: addDays(first, nights) });
      }
    }),
    // A failure tells its seed; looking for the smallest world that fails must end some time.
    { numRuns: WORLDS, interruptAfterTimeLimit: 120_000 },
  );
});
