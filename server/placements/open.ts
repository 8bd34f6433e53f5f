import "server-only";
import type { Db } from "@/db/client";
import { municipalHolidays } from "@/db/holidays";
import { lockHousehold } from "@/db/parties";
import { findPlacement, householdOf, nightsElsewhere, type PlacementRecord } from "@/db/placements";
import { findUnits, lockUnits } from "@/db/units";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Unit } from "@/domain/housing";
import { isAllowed, type Step } from "@/domain/placement";
import type { Refusals } from "@/domain/refusals";
import { requireFor, requireVersion } from "../guard";

/** A placement locked for a step: nobody else changes it, its household or its units until the transaction ends. */
export type OpenPlacement = {
  placement: PlacementRecord;
  /** Every unit somebody of it has, had or is to have a bed in. */
  units: Unit[];
  holidays: ReadonlySet<Day>;
};

export type StepInput = { placementId: string; expectedVersion: number | null };

/** What else a step looks at: units it may take beds in, what the caller has to be allowed besides. */
export type Besides = { unitIds?: readonly string[]; require?: (placements: readonly PlacementRecord[]) => Promise<void> };

/**
 * Locks household, then units by id: the placement's and those where its people have other plans, which may have to yield.
 * Refuses in the contract's order: not found, not allowed, stale, wrong state.
 */
export async function openForStep(db: Db, input: StepInput, step: Step, besides: Besides = {}): Promise<Result<OpenPlacement, Refusals>> {
  const opened = await openTogether(db, [input], step, besides);
  if (!opened.ok) return opened;
  const [open] = opened.value;
  if (!open) throw new Error("a placement that was opened is missing");
  return ok(open);
}

/** Locks several placements for one step in which all of them take part: households by id, then all their units by id. */
export async function openTogether(db: Db, inputs: readonly StepInput[], step: Step, besides: Besides = {}): Promise<Result<OpenPlacement[], Refusals>> {
  const households = await Promise.all(inputs.map(({ placementId }) => householdOf(db, placementId)));
  for (const householdId of [...new Set(households)].sort()) await lockHousehold(db, householdId);
  const unitIds: string[] = [];
  const seenOnes: PlacementRecord[] = [];
  for (const { placementId } of inputs) {
    const seen = await findPlacement(db, placementId);
    const plans = await nightsElsewhere(db, seen.stays.map(({ personId }) => personId), { except: placementId, status: "planned" });
    requireFor(db, "placement.write", seen.municipality, seen.organisationId);
    seenOnes.push(seen);
    unitIds.push(seen.unitId, ...seen.stays.map(({ unitId }) => unitId), ...plans.map(({ unitId }) => unitId));
  }
  await lockUnits(db, [...unitIds, ...(besides.unitIds ?? [])]);
  await besides.require?.(seenOnes);

  // Read again: the locks were waited for.
  const placements = await Promise.all(inputs.map(({ placementId }) => findPlacement(db, placementId)));
  placements.forEach(({ version }, index) => requireVersion(version, inputs[index]?.expectedVersion ?? null));
  const wrong = placements.find(({ status }) => !isAllowed(step, status));
  if (wrong) return no([{ code: "wrong_state", status: wrong.status, step }]);
  return ok(await Promise.all(placements.map((placement) => withUnits(db, placement))));
}

/** The placement with all its units; whoever calls has locked them. */
export async function withUnits(db: Db, placement: PlacementRecord): Promise<OpenPlacement> {
  const units = await findUnits(db, { unitIds: [...new Set([placement.unitId, ...placement.stays.map(({ unitId }) => unitId)])] });
  return { placement, units, holidays: await municipalHolidays(db, placement.municipality) };
}
