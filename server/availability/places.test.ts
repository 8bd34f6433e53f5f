import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asActor, type Db } from "@/db/client";
import type { Actor } from "@/domain/actor";
import { addDays, type Day } from "@/domain/day";
import { FACILITY_KINDS, LETTINGS } from "@/domain/housing";
import { demoNetwork } from "@/test/demo";
import { describedParty } from "./description";
import { readPlacesAhead } from "./places";
import { type Found, type Search, searchAvailability, searchPlaces } from "./search";

const PERUGIA = "G478";
const manager: Actor = { kind: "user", id: "00000000-0000-4000-8000-000000000001", name: "Manager", grants: [{ role: "manager", municipality: PERUGIA, organisationId: null }], network: [] };

const ages = fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 2 });
const drawn = fc.record({
  from: fc.integer({ min: 0, max: 300 }), nights: fc.integer({ min: 0, max: 200 }),
  people: fc.option(fc.record({ adults: fc.integer({ min: 0, max: 3 }), minorAges: ages, genders: fc.array(fc.constantFrom("female" as const, "male" as const), { maxLength: 3 }) }), { nil: null }),
  persons: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  kind: fc.option(fc.constantFrom(...FACILITY_KINDS), { nil: undefined, freq: 1 }), letting: fc.option(fc.constantFrom(...LETTINGS), { nil: undefined, freq: 1 }),
  features: fc.subarray(["lift", "private_bathroom", "pets_allowed"], { maxLength: 1 }),
  forward: fc.boolean(), includeUnfit: fc.boolean(),
});

function searchOf(today: Day, { from, nights, people, ...filter }: typeof drawn extends fc.Arbitrary<infer D> ? D : never): Search {
  const arrival = addDays(today, from);
  const described = people ? describedParty(people.adults, people.minorAges, people.genders, arrival) : undefined;
  return { ...filter, municipality: PERUGIA, nights: { from: arrival, until: addDays(arrival, nights) }, described, withoutFeatures: [] };
}

/** The order in which those who would share are told is nobody's. */
const inAnyOrder = (found: Found) => ({ ...found, items: found.items.map((item) => ({ ...item, sharedWith: item.sharedWith.map((one) => JSON.stringify(one)).sort() })) });

describe.each<Day>(["2026-11-20", "2027-03-01"])("on %s", (today) => {
  const network = demoNetwork(today);
  const asManager = <T>(work: (db: Db) => Promise<T>) => asActor(network().database, manager, work);

  test("what lies ahead, read once, answers every search as one that reads for itself", async () => {
    const places = await asManager((db) => readPlacesAhead(db, PERUGIA, today));
    const offered = new Set<boolean>();
    await fc.assert(fc.asyncProperty(drawn, async (each) => {
      const search = searchOf(today, each);
      const found = await asManager((db) => searchAvailability(db, search, today));
      offered.add(found.items.length > 0);
      expect(inAnyOrder(searchPlaces(manager, places, search))).toEqual(inAnyOrder(found));
    }), { numRuns: 250 });
    expect([...offered].sort()).toEqual([false, true]);
  });

  test("it is read as the one who asks: nobody is answered from what another may see", async () => {
    const elsewhere: Actor = { ...manager, grants: [{ role: "manager", municipality: "L219", organisationId: null }] };
    await expect(asActor(network().database, elsewhere, (db) => readPlacesAhead(db, PERUGIA, today))).rejects.toThrow("municipality");
  });
});
