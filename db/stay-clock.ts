import type { Day } from "@/domain/day";
import type { ClockNights } from "@/domain/stay-limit";
import type { Db } from "./client";
import { driverOf } from "./driver";

type Row = {
  person_id: string; placement: number; placement_id: string | null; stay_id: string | null; is_here: boolean; status: ClockNights["status"]; arrival: Day; exit: Day; clock_from: Day | null;
  extended_until: Day | null; set_aside: boolean; max_stay: ClockNights["rule"]["maxStay"]; counting: "placement" | "cumulative"; clock_scope: "municipality" | "network"; clock_group: string | null; reset_after_days: number | null;
};

/** `hold`: nobody else decides about these people's clocks until the transaction ends. */
export type ClockReach = { overNetwork: boolean; hold: boolean };

/**
 * The nights of these people under rules that a clock may count, through one reviewed function: what a household has used must not
 * depend on which placements the reader may see.
 */
export async function nightsUnderRules(db: Db, personIds: readonly string[], { overNetwork, hold }: ClockReach): Promise<ClockNights[]> {
  if (personIds.length === 0) return [];
  const rows = await driverOf(db)<Row[]>`SELECT * FROM nights_under_rules(${[...personIds]}::uuid[], ${overNetwork}, ${hold})`;
  return rows.map((row) => ({
    personId: row.person_id, placement: row.placement, placementId: row.placement_id, stayId: row.stay_id, isHere: row.is_here, status: row.status, from: row.arrival, until: row.exit,
    rule: { maxStay: row.max_stay, counting: row.counting, clockScope: row.clock_scope, clockGroup: row.clock_group, resetAfterDays: row.reset_after_days },
    extendedUntil: row.extended_until, clockFrom: row.clock_from, isSetAside: row.set_aside,
  }));
}
