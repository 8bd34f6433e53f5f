import "server-only";
import type { Db } from "@/db/client";
import { stateOfUnits } from "@/db/occupancy";
import { findStayRules } from "@/db/stay-rules";
import { findUnit } from "@/db/units";
import type { UnitState } from "@/domain/booking";
import type { Day, Period } from "@/domain/day";
import { ruleInForce, type StayRule } from "@/domain/stay-rules";

/** All that booking has to know of a unit for these nights, but for nights counted elsewhere. `exceptHouseholds`: whose own people are not strangers, or will be gone. */
export async function unitStateFor(db: Db, unitId: string, nights: Period, today: Day, exceptHouseholds: readonly string[]): Promise<UnitState & { rules: StayRule[] }> {
  const unit = await findUnit(db, unitId);
  const [{ occupancy, occupants }, rules] = await Promise.all([stateOfUnits(db, [unit], { window: nights, nights }, today), findStayRules(db, unit.municipality)]);
  return {
    unit,
    occupancy,
    occupants: occupants.filter(({ householdId }) => !exceptHouseholds.includes(householdId)),
    rule: ruleInForce(rules, unit, nights.from),
    rules,
    counted: [],
  };
}
