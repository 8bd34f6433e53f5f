import type { Period } from "@/domain/day";
import type { StaySlept } from "@/domain/occupancy";
import type { Db } from "./client";
import { driverOf } from "./driver";

/** Stays that happened in these units and touch the period, of everybody: through one reviewed function, which names nobody. */
export async function staysSlept(db: Db, unitIds: readonly string[], period: Period): Promise<StaySlept[]> {
  if (unitIds.length === 0) return [];
  return driverOf(db)<StaySlept[]>`
    SELECT bed_id AS "bedId", person::text AS person, placement::text AS placement, arrival, exit FROM nights_in_units(${[...unitIds]}::uuid[], ${period.from}::date, ${period.until}::date)`;
}

export type IdleBlock = Period & { bedId: string; kind: "closure" | "turnaround" | "offer"; placementId: string | null };

/** What keeps these beds without anybody sleeping in them: closures, turnaround, and offers that have not expired. */
export async function idleBlocks(db: Db, bedIds: readonly string[], period: Period): Promise<IdleBlock[]> {
  if (bedIds.length === 0) return [];
  return driverOf(db)<IdleBlock[]>`
    SELECT bed_id AS "bedId", kind, placement_id AS "placementId", from_day AS from, until_day AS until FROM bed_block
    WHERE bed_id = ANY (${[...bedIds]}::uuid[]) AND until_day > ${period.from}::date AND from_day < ${period.until}::date
      AND kind IN ('closure', 'turnaround', 'offer') AND (kind <> 'offer' OR expires_at > clock_timestamp())`;
}
