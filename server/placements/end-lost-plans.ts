import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { withdrawExtensionsOf } from "@/db/extensions";
import { changeStays, findPlacements, sumUp } from "@/db/placements";
import { closeTasksOf } from "@/db/tasks";
import type { Period } from "@/domain/day";
import { replacedStays, statusOf } from "@/domain/placement";

/** The household is locked by the caller. */
type Placed = { placementId: string; householdId: string; personIds: readonly string[]; nights: Period };

/** A household that was found another place no longer waits for the bed it lost: the plan without a bed ends, and its task with it. */
export async function endLostPlans(db: Db, placed: Placed): Promise<void> {
  const lost = await findPlacements(db, { householdId: placed.householdId, touching: placed.nights });
  for (const { id, municipality, stays } of lost) {
    const replaced = replacedStays(stays, placed);
    if (replaced.length === 0) continue;
    await changeStays(db, replaced.map((stay) => stay.id), { status: "cancelled" });
    const after = stays.map((stay) => (replaced.includes(stay) ? ({ ...stay, status: "cancelled" } as const) : stay));
    const isOver = statusOf(after) === "cancelled";
    await sumUp(db, id, isOver ? { closingReason: "replaced" } : {});
    if (isOver) await withdrawExtensionsOf(db, id);
    if (!after.some(({ status }) => status === "needs_bed")) await closeTasksOf(db, id, "needs_bed");
    await recordAudit(db, { action: "placement.replaced", municipality, subjectId: id, facts: { by: placed.placementId } });
  }
}
