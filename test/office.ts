import fc from "fast-check";
import { addDays, type Day, laterOf } from "@/domain/day";
import type postgres from "postgres";
import { type Api, type Caller, itIs, PERUGIA } from "./api";
import { aFacility, aHousehold, aUnit, departure } from "./builders";

type Placed = { id: string; status: string; arrival: Day; exit: Day; latestExit: Day | null; unitId: string; householdId: string };
type Choice = { unitId: string; fits: boolean };

/** How often each step went through, and how often it was refused. */
export type Steps = Map<string, { done: number; refused: number }>;

/** The office of a small municipality, which does over the API what a day brings. Chance comes from the seed alone. */
export type Office = { steps: Steps; liveOn(day: Day): Promise<void> };

/** Three houses with rules of their own: beds in rooms, flats let whole, and one that closes in the year. */
async function openHouses(manager: Caller, first: Day): Promise<string[]> {
  const houses = [
    { facility: { turnaround: { days: 1, working: false } }, rule: { maxStay: { days: 40 }, maxExtensions: 2, extensionLength: { days: 15 }, noticeDays: [14, 3] }, units: [["by_bed", 4], ["by_bed", 3]] },
    { facility: { kind: "cohousing", turnaround: { days: 2, working: true } }, rule: { maxStay: { months: 3 }, maxExtensions: 1, extensionLength: { months: 1 }, noticeDays: [30, 7] }, units: [["whole_unit", 3], ["whole_unit", 2]] },
    { facility: { closesOn: addDays(first, 270) }, rule: { maxStay: null, maxExtensions: 0 }, units: [["by_bed", 2]] },
  ] as const;
  const units: string[] = [];
  for (const { facility, rule, units: rooms } of houses) {
    const { id } = await aFacility(manager, facility);
    const made = await manager("POST", "/stay-rules", { body: { municipality: PERUGIA, facilityId: id, validFrom: "2020-01-01", ...rule } });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    for (const [index, [letting, beds]] of rooms.entries()) units.push((await aUnit(manager, beds, { name: `U${index}`, letting }, { id })).id);
  }
  return units;
}

function chanceFrom(seed: number): { happens: (share: number) => boolean; one: <T>(list: readonly T[]) => T | undefined; upTo: (most: number) => number } {
  const drawn = fc.sample(fc.noBias(fc.nat({ max: 99_999 })), { seed, numRuns: 50_000 });
  let next = 0;
  const draw = () => (drawn[next++ % drawn.length] ?? 0) / 100_000;
  return { happens: (share) => draw() < share, one: (list) => list[Math.floor(draw() * list.length)], upTo: (most) => Math.floor(draw() * (most + 1)) };
}

export async function openOffice({ owner, as }: Api, { first, seed }: { first: Day; seed: number }): Promise<Office> {
  itIs(first);
  const [manager, colleague] = [await as("manager"), await as("manager")];
  const units = await openHouses(manager, first);
  const { happens, one, upTo } = chanceFrom(seed);
  const steps: Steps = new Map();

  /** Anything may be refused; nothing may break. */
  async function tried<T = Record<string, unknown>>(name: string, path: string, body?: unknown, { by = manager, method = "POST" } = {}): Promise<T | null> {
    const { status, body: answer } = await by<T>(method, path, { body });
    if (![200, 201, 409, 422].includes(status)) throw new Error(`${name}: ${status} ${JSON.stringify(answer)}`);
    const isDone = status < 300;
    const counted = steps.get(name) ?? { done: 0, refused: 0 };
    steps.set(name, { done: counted.done + Number(isDone), refused: counted.refused + Number(!isDone) });
    return isDone ? answer : null;
  }

  const placed = (...statuses: string[]) => owner<Placed[]>`
    SELECT id, status, arrival::text, exit::text, latest_exit::text AS "latestExit", unit_id AS "unitId", household_id AS "householdId" FROM placement WHERE status IN ${owner(statuses)} ORDER BY created_at, id`;
  const peopleIn = (placement: Placed) => owner<{ personId: string }[]>`SELECT person_id AS "personId" FROM stay WHERE placement_id = ${placement.id} AND status = 'in_house' ORDER BY id`;

  async function offeredTo(householdId: string, from: Day, until: Day): Promise<string[]> {
    const asked = `municipality=${PERUGIA}&householdId=${householdId}&from=${from}&until=${until}&includeUnfit=true`;
    const { body } = await manager<{ items: Choice[] }>("GET", `/availability?${asked}`);
    return body.items.filter(({ fits }) => fits).map(({ unitId }) => unitId);
  }

  /** Mostly where the search leads, sometimes anywhere. */
  async function somewhere({ householdId, exit }: Placed, from: Day): Promise<string | undefined> {
    return (happens(0.7) ? one(await offeredTo(householdId, from, laterOf(addDays(from, 1), exit))) : undefined) ?? one(units);
  }

  /** Where it is said to fit it must go, where it is said not to fit it must not. */
  async function place(day: Day): Promise<void> {
    const people = [{}, ...Array.from({ length: upTo(2) }, () => (happens(0.5) ? {} : { birthDate: addDays(day, -365 * (1 + upTo(9))), role: "child" }))];
    const household = await aHousehold(manager, people);
    const arrival = addDays(day, upTo(12) - 1);
    const exit = addDays(arrival, 2 + upTo(45));
    const offered = await offeredTo(household.id, arrival, exit);
    const hidden = one(units.filter((id) => !offered.includes(id)));
    const booking = (unitId: string) => ({ householdId: household.id, unitId, arrival, exit });
    if (hidden && (await tried("a place not offered", "/placements", booking(hidden)))) throw new Error(`${day}: ${hidden} was not offered from ${arrival} to ${exit} and could be booked`);
    const chosen = one(offered);
    if (chosen && !(await tried("a place offered", "/placements", booking(chosen)))) throw new Error(`${day}: ${chosen} was offered from ${arrival} to ${exit} and was refused`);
  }

  /** A stay that was over before anybody wrote it down. */
  async function enterLate(day: Day): Promise<void> {
    const { id: householdId } = await aHousehold(manager);
    const [arrival, left] = [addDays(day, -12 + upTo(4)), addDays(day, -4 + upTo(3))];
    const made = await tried<{ id: string }>("a stay entered late", "/placements", { householdId, unitId: one(units), arrival, exit: left });
    if (!made) return;
    const path = `/placements/${made.id}`;
    if (happens(0.5)) {
      if (await tried("its arrival and departure", `${path}/arrival`, { date: arrival, departure: departure(left) })) return;
    } else if (await tried("its arrival", `${path}/arrival`, { date: arrival })) {
      await tried("its departure", `${path}/departure`, departure(left));
      return;
    }
    await tried("its cancellation", `/placements/${made.id}/cancellation`, { reason: "entered_in_error" });
  }

  async function meet(day: Day): Promise<void> {
    for (const plan of await placed("planned")) {
      if (plan.arrival > day) {
        const arrival = addDays(day, upTo(12));
        if (happens(0.02)) await tried("cancellation", `/placements/${plan.id}/cancellation`, { reason: "found_other" });
        else if (happens(0.04)) await tried("other days", `/placements/${plan.id}`, { arrival, exit: addDays(arrival, 1 + upTo(90)) }, { method: "PATCH" });
      } else if (happens(0.7)) {
        await tried("arrival", `/placements/${plan.id}/arrival`, { date: happens(0.8) ? day : plan.arrival });
      } else if (happens(0.4)) await tried("no-show", `/placements/${plan.id}/no-show`, { reason: "no_contact" });
    }
  }

  async function seeOff(day: Day): Promise<void> {
    for (const stay of await placed("in_house")) {
      const isDue = stay.exit <= day;
      if (!happens(isDue ? 0.45 : 0.01)) continue;
      // Some are told of days later, with the day on which they really left.
      const date = isDue && happens(0.4) ? laterOf(stay.arrival, stay.exit) : day;
      await tried("departure", `/placements/${stay.id}/departure`, departure(date));
    }
  }

  async function move(day: Day, stay: Placed, others: readonly Placed[]): Promise<void> {
    const path = `/placements/${stay.id}`;
    if (happens(0.04)) await tried("transfer", `${path}/transfer`, { date: day, unitId: await somewhere(stay, day) });
    if (happens(0.02)) await tried("swap", `${path}/swap`, { date: day, withPlacementId: one(others.filter(({ id }) => id !== stay.id))?.id ?? stay.id });
    if (happens(0.03)) await tried("change", path, { exit: addDays(day, upTo(30)) }, { method: "PATCH" });
    const people = await peopleIn(stay);
    if (people.length > 1 && happens(0.03)) await tried("departure of one", `${path}/departure`, { ...departure(day), personIds: [one(people)?.personId] });
    if (people.length > 1 && happens(0.015)) await tried("division", `/households/${stay.householdId}/division`, { date: day, personIds: [people.at(-1)?.personId] });
    if (happens(0.015)) await joinedBy(day, stay);
    if (stay.exit <= addDays(day, 10) && happens(0.1)) await tried("extension asked", `${path}/extensions`, { exit: addDays(stay.latestExit ?? stay.exit, 1 + upTo(20)), reason: "health" });
  }

  async function joinedBy(day: Day, { id, householdId }: Placed): Promise<void> {
    const child = { givenName: "Nino", familyName: "Prova", birthDate: day, gender: "male", role: "child", from: day };
    const file = await tried<{ members: { personId: string }[] }>("birth", `/households/${householdId}/members`, child);
    if (file) await tried("joining", `/placements/${id}/joining`, { date: day, personId: file.members.at(-1)?.personId });
  }

  /** Somebody notices what was written wrongly: another day, or that it never happened. */
  async function putRight(day: Day): Promise<void> {
    const note = "Un errore di registrazione";
    for (const stay of await placed("in_house")) {
      const path = `/placements/${stay.id}/correction`;
      if (happens(0.015)) await tried("correction of an arrival", path, { note, arrival: addDays(stay.arrival, upTo(6) - 4) });
      else if (happens(0.03)) await tried("correction of a transfer", path, { note, transfer: { date: addDays(day, -upTo(12)) } });
      else if (happens(0.004)) await tried("correction: never came", path, { note, arrival: null });
    }
    for (const stay of (await placed("ended")).filter(({ exit }) => exit >= addDays(day, -8))) {
      const path = `/placements/${stay.id}/correction`;
      if (happens(0.04)) await tried("correction of a departure", path, { note, departure: { date: addDays(stay.exit, upTo(5) - 3) } });
      else if (happens(0.015)) await tried("correction: has not left", path, { note, departure: null });
    }
  }

  /** In the middle of the year every house gets a new version of its rule, and the manager moves some who are there to it. */
  async function newRules(day: Day): Promise<void> {
    if (day === addDays(first, 150)) {
      for (const rule of await owner<{ facilityId: string }[]>`SELECT DISTINCT facility_id AS "facilityId" FROM stay_rule WHERE facility_id IS NOT NULL`) {
        await tried("a new version", "/stay-rules", { municipality: PERUGIA, ...rule, validFrom: day, maxStay: { days: 50 }, maxExtensions: 1, extensionLength: { days: 10 }, turnaround: { days: 1, working: false } });
      }
    }
    for (const stay of await placed("in_house", "planned")) {
      if (!happens(0.01)) continue;
      const rules = await owner<{ id: string }[]>`SELECT r.id FROM stay_rule r JOIN unit u ON u.facility_id = r.facility_id WHERE u.id = ${stay.unitId} ORDER BY r.valid_from, r.id`;
      await tried("another rule", `/placements/${stay.id}/rule`, { ruleId: one(rules)?.id, ...(happens(0.3) && { exit: addDays(day, 1 + upTo(120)) }) });
    }
  }

  async function decide(): Promise<void> {
    for (const { id } of await owner<{ id: string }[]>`SELECT id FROM extension WHERE status = 'asked' ORDER BY asked_at, id`) {
      if (happens(0.5)) await tried("extension decided", `/extensions/${id}/decision`, { approve: happens(0.7) }, { by: colleague });
    }
  }

  async function house(day: Day): Promise<void> {
    for (const lost of await placed("needs_bed")) {
      if (happens(0.7)) await tried("another bed", `/placements/${lost.id}/transfer`, { date: laterOf(day, lost.arrival), unitId: await somewhere(lost, laterOf(day, lost.arrival)) });
      else if (happens(0.1)) await tried("cancellation without a bed", `/placements/${lost.id}/cancellation`, { reason: "found_other" });
    }
  }

  async function maintain(day: Day): Promise<void> {
    const target = happens(0.6) ? { bedId: one(await bedsOf(owner)) } : { unitId: one(units) };
    const from = addDays(day, upTo(14) - 1);
    if (happens(0.12)) await tried("closure", "/closures", { ...target, from, until: addDays(from, 1 + upTo(8)), reason: "maintenance" });
    const open = await owner<{ id: string }[]>`SELECT id FROM closure WHERE cancelled_at IS NULL AND until_day > ${day} ORDER BY created_at, id`;
    if (open.length > 0 && happens(0.15)) await tried("reopening", `/closures/${one(open)?.id}`, undefined, { method: "DELETE" });
  }

  return {
    steps,
    liveOn: async (day) => {
      itIs(day);
      await seeOff(day);
      await meet(day);
      await putRight(day);
      await newRules(day);
      await decide();
      await house(day);
      const here = await placed("in_house", "planned");
      for (const stay of here.filter(({ status }) => status === "in_house")) await move(day, stay, here);
      await maintain(day);
      if (happens(0.08)) await enterLate(day);
      if (happens(0.75)) await place(day);
    },
  };
}

async function bedsOf(owner: postgres.Sql): Promise<string[]> {
  return (await owner<{ id: string }[]>`SELECT id FROM bed ORDER BY unit_id, position`).map(({ id }) => id);
}
