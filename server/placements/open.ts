import "server-only";
import type { Db } from "@/db/client";
import { lockHousehold } from "@/db/parties";
import { findPlacement, nightsElsewhere, type PlacementRecord } from "@/db/placements";
import { findUnit, lockUnits } from "@/db/units";
import { municipalHolidays } from "@/db/holidays";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Unit } from "@/domain/housing";
import { isAllowed, type Step } from "@/domain/placement";
import type { Refusals } from "@/domain/refusals";
import { effectiveTurnaround, type Turnaround } from "@/domain/turnaround";
import { requireFor, requireVersion } from "../guard";

/** A placement locked for a step: nobody else changes it, its household or its unit until the transaction ends. */
export type OpenPlacement = {
  placement: PlacementRecord;
  unit: Unit;
  holidays: ReadonlySet<Day>;
  turnaround: Turnaround;
};

export type StepInput = { placementId: string; expectedVersion: number | null };

/**
 * Locks household, then units by id: the placement's and those where its people have other plans, which may have to yield.
 * Refuses in the contract's order: not found, not allowed, stale, wrong state.
 */
export async function openForStep(db: Db, { placementId, expectedVersion }: StepInput, step: Step): Promise<Result<OpenPlacement, Refusals>> {
  const seen = await findPlacement(db, placementId);
  await lockHousehold(db, seen.householdId);
  const plans = await nightsElsewhere(db, seen.stays.map(({ personId }) => personId), { except: placementId, status: "planned" });
  requireFor(db, "placement.write", seen.municipality, seen.organisationId);
  await lockUnits(db, [seen.unitId, ...plans.map(({ unitId }) => unitId)]);

  const placement = await findPlacement(db, placementId);
  requireVersion(placement.version, expectedVersion);
  if (!isAllowed(step, placement.status)) return no([{ code: "wrong_state", status: placement.status, step }]);

  const unit = await findUnit(db, placement.unitId);
  return ok({
    placement,
    unit,
    holidays: await municipalHolidays(db, placement.municipality),
    turnaround: turnaroundOf(placement),
  });
}

export function turnaroundOf(placement: PlacementRecord): Turnaround {
  return effectiveTurnaround(placement.turnaround, placement.facilityTurnaround, placement.rule?.turnaround);
}
