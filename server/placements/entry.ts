import "server-only";
import { type Db, OWN_ORGANISATION } from "@/db/client";
import { NotFound } from "@/db/errors";
import { hidePlacement, type PlacementRecord } from "@/db/placements";
import { protectHousehold } from "@/db/protection";
import { findUnit } from "@/db/units";
import { findsProtected, may } from "@/domain/actor";
import type { Unit } from "@/domain/housing";
import type { StayRecord } from "@/domain/placement";
import type { Refusal } from "@/domain/refusals";
import { beginsAnew } from "@/domain/transfer";
import { Forbidden, requireFor } from "../guard";

/** Who takes a place in a unit may act for its organisation too, and finds the household there afterwards. */
export async function requireEntry(db: Db, placement: PlacementRecord | undefined, unitId: string): Promise<void> {
  const unit = await findUnit(db, unitId);
  if (!placement || unit.municipality !== placement.municipality) throw new NotFound("unit");
  requireFor(db, "placement.write", unit.municipality, unit.organisationId);
  if (unit.addressProtected && !findsProtected(db.actor, unit.municipality, unit.organisationId)) throw new Forbidden("placement.write", "organisation");
}

/** Whether a placement goes on from an emergency shelter into a bridge is a manager's to decide. */
export function newPlacementNeeded({ actor }: Pick<Db, "actor">, { municipality, facilityKind }: PlacementRecord, unit: Pick<Unit, "kind">, movers: readonly StayRecord[]): Refusal[] {
  return beginsAnew(movers, facilityKind, unit.kind) && !may(actor, "override", municipality) ? [{ code: "new_placement_needed" }] : [];
}

/** Who takes a place in a protected unit is hidden with it. Once a placement was in a protected facility all of it is hidden until it ends: where somebody was tells where to look. */
export async function hiddenAs(db: Db, placement: PlacementRecord, unit: Unit): Promise<PlacementRecord> {
  if (!unit.addressProtected) return placement;
  const protectedFor = unit.organisationId ?? OWN_ORGANISATION;
  await hidePlacement(db, placement.id, protectedFor);
  await protectHousehold(db, placement.householdId, protectedFor);
  return { ...placement, protectedFor };
}
