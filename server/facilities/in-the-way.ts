import "server-only";
import type { Db } from "@/db/client";
import { findFacility, findUnitRecords } from "@/db/facilities";
import { NotFound } from "@/db/errors";
import type { Day } from "@/domain/day";
import { type InTheWay, inTheWay } from "@/domain/refusals";
import { holding } from "../closures/close";
import { requireIn } from "../guard";
import { type HouseholdTold, householdsTold } from "./households-told";

export type Asked = { id: string; unitId?: string; bedId?: string; from: Day; until?: Day };
export type ToldInTheWay = InTheWay & { bedName: string; unitName: string; household: HouseholdTold | null };

/** Who and what holds these beds in the days asked about, or from a day on: what closing them would be refused for. */
export async function whatIsInTheWay(db: Db, { id, unitId, bedId, from, until }: Asked, today: Day): Promise<ToldInTheWay[]> {
  const facility = await findFacility(db, id);
  requireIn(db, "inventory.read", facility.municipality);
  const all = (await findUnitRecords(db, { facilityId: id })).flatMap((unit) => unit.beds.map((bed) => ({ bedId: bed.id, bedName: bed.name, unitId: unit.id, unitName: unit.name })));
  const beds = all.filter((bed) => (unitId === undefined || bed.unitId === unitId) && (bedId === undefined || bed.bedId === bedId));
  if (beds.length === 0 && (unitId ?? bedId) !== undefined) throw new NotFound("bed");

  const blocks = inTheWay(await holding(db, { municipality: facility.municipality, beds }, { from, until: until ?? null }, today));
  const households = await householdsTold(db, facility, blocks.flatMap(({ placementId }) => placementId ?? []));
  const names = new Map(beds.map((bed) => [bed.bedId, bed]));
  return blocks.map((block) => {
    const { bedName = "", unitName = "" } = names.get(block.bedId) ?? {};
    const household = (block.placementId !== null && households.get(block.placementId)) || null;
    // As in a refusal: whose it is only to those who find the placement.
    const isHidden = block.placementId !== null && household === null;
    return { ...block, bedName, unitName, household, ...(isHidden ? { id: block.bedId, placementId: null } : {}) };
  });
}
