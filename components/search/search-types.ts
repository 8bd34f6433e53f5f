import type { Day } from "@/domain/day";
import type { FacilityKind, Letting } from "@/domain/housing";
import type { PlacementStatus } from "../http/api-types";

type Found<Kind extends string> = { kind: Kind; id: string; title: string; detail: string | null };
type OfHousehold = { householdId: string; code: string; isProtected: boolean };
type InFacility = { facilityId: string; facilityName: string };

export type FoundItem =
  | (Found<"household"> & OfHousehold & { phone: string | null; adults: number; minors: number })
  | (Found<"person"> & OfHousehold & { birthDate: Day; until: Day | null })
  | (Found<"placement"> & OfHousehold & InFacility & { unitName: string; status: PlacementStatus; arrival: Day; exit: Day })
  | (Found<"facility"> & { facilityKind: FacilityKind })
  | (Found<"unit"> & InFacility & { flat: string | null; letting: Letting })
  | (Found<"bed"> & InFacility & { unitId: string; unitName: string });

export type FoundKind = FoundItem["kind"];

/** The groups in their order. */
export const FOUND_KINDS: readonly FoundKind[] = ["household", "person", "placement", "facility", "unit", "bed"];

/** The page that shows what was found: people stand in their household's file, units and beds in their facility's. */
export function pageOf(item: FoundItem): string {
  switch (item.kind) {
    case "household":
    case "person":
    case "placement":
      return `/nuclei/${item.householdId}`;
    case "facility":
      return `/strutture/${item.id}`;
    case "unit":
    case "bed":
      return `/strutture/${item.facilityId}`;
  }
}
