import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/domain/actor";
import { conditionsHere, fitOf, type UnitState } from "@/domain/booking";
import { addDays, addMonths, type Day, type Period } from "@/domain/day";
import { eligibilityChecks } from "@/domain/eligibility";
import type { Party } from "@/domain/people";
import { ruleInForce } from "@/domain/stay-rules";
import { demoNetwork } from "@/test/demo";
import { asActor, type Db } from "../client";
import { type OccupantRow, stateOfUnits } from "../occupancy";
import { findParty } from "../parties";
import { placement } from "../schema/placements";
import { household } from "../schema/households";
import { findStayRules } from "../stay-rules";
import { findUnits } from "../units";

const PERUGIA = "G478";
type State = Omit<UnitState, "occupants"> & { occupants: OccupantRow[] };
const commandLine: Actor = { kind: "system", id: "cli", name: "cli", grants: [], network: [] };

describe.each<Day>(["2026-11-20", "2027-03-01", "2028-02-29"])("people and places on %s", (today) => {
  const network = demoNetwork(today);

  /** Every unit of a municipality with what is known about it in these nights. */
  const statesIn = async (db: Db, municipality: string, nights: Period): Promise<State[]> => {
    const units = await findUnits(db, { municipality });
    const { occupancy, occupants } = await stateOfUnits(db, units, { window: nights, nights }, today);
    const rules = await findStayRules(db, municipality);
    return units.map((unit) => ({ unit, occupancy, occupants: occupants.filter(({ unitId }) => unitId === unit.id), rule: ruleInForce(rules, unit, nights.from), counted: [] }));
  };

  const partyNamed = async (db: Db, name: string): Promise<Party> => {
    const [found] = await db.drizzle.select().from(household).where(and(eq(household.municipalityId, PERUGIA), eq(household.name, name)));
    return findParty(db, found?.id ?? "", today);
  };

  test("nobody lives where a policy, a minor's protection or a condition would have said no", async () => {
    const refused = await asActor(network().database, commandLine, async (db) => {
      const placements = (await db.drizzle.select().from(placement).orderBy(asc(placement.id))).filter(({ status }) => ["planned", "in_house", "ended"].includes(status));
      const everAfter = { from: addDays(today, -800), until: addDays(today, 800) };
      const states = new Map<string, State>();
      for (const municipality of new Set(placements.map(({ municipalityId }) => municipalityId))) {
        for (const state of await statesIn(db, municipality, everAfter)) states.set(state.unit.id, state);
      }

      const failures: string[] = [];
      for (const { householdId, unitId, arrival, exit } of placements) {
        const state = states.get(unitId);
        if (!state) throw new Error("a placement without a unit");
        const party = await findParty(db, householdId, arrival);
        const occupants = state.occupants.filter((occupant) => occupant.householdId !== householdId);
        const checks = eligibilityChecks({ party, unit: state.unit, nights: { from: arrival, until: exit }, conditions: conditionsHere(state), occupants });
        failures.push(...checks.filter(({ passed }) => !passed).map(({ code }) => `${code}: ${state.unit.facilityName} ${state.unit.name} ${arrival}`));
      }
      return failures;
    });
    expect(refused).toEqual([]);
  });

  const firstOfNextMonth = `${addMonths(today, 1).slice(0, 7)}-01`;
  test.each<[string, Period]>([
    ["today", { from: today, until: addMonths(today, 3) }],
    ["the first of next month", { from: firstOfNextMonth, until: addMonths(firstOfNextMonth, 3) }],
  ])("a mother with two children finds a place in Perugia from %s, and reasons where she does not", async (_from, nights) => {
    const fits = await asActor(network().database, commandLine, async (db) => {
      const party = await partyNamed(db, "Famiglia Okafor");
      expect(party.members).toHaveLength(3);
      const states = await statesIn(db, PERUGIA, nights);
      return states.map((state) => ({ unit: state.unit, failed: fitOf(state, party, nights).checks.filter(({ passed }) => !passed).map(({ code }) => code) }));
    });
    const where = (...codes: string[]) => fits.filter(({ failed }) => failed.length === codes.length && codes.every((code) => failed.includes(code as (typeof failed)[number])));

    const welcoming = where();
    expect(welcoming.map(({ unit }) => unit.letting)).toContain("whole_unit");
    expect(welcoming.some(({ unit }) => unit.genderPolicy === "family" && unit.features.includes("step_free"))).toBe(true);
    expect(where("size").length).toBeGreaterThan(0);
    expect(where("minors").some(({ unit }) => unit.genderPolicy === "women")).toBe(true);
    expect(where("gender_policy", "minors").some(({ unit }) => unit.genderPolicy === "men")).toBe(true);
    expect(where("free_beds").some(({ unit }) => unit.letting === "whole_unit")).toBe(true);
  });

  test("an expired permit without a receipt finds nothing where lawful residence is asked", async () => {
    const failed = await asActor(network().database, commandLine, async (db) => {
      const party = await partyNamed(db, "Famiglia Zerouali");
      const nights = { from: today, until: addDays(today, 30) };
      return (await statesIn(db, PERUGIA, nights)).map((state) => fitOf(state, party, nights).checks.filter(({ passed }) => !passed).map(({ code }) => code));
    });
    expect(failed.every((codes) => codes.includes("lawful_residence"))).toBe(true);
  });
});
