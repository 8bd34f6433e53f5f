import type { Words } from "@/messages/it";
import { shortBedName } from "../beds/bed-name";
import type { Closure, Facility } from "../http/api-types";

/** The name of what a closure takes out of service. */
export function closedThing({ bedId, unitId }: Closure, { units }: Facility, words: Words["facilities"]): string {
  const unit = units.find(({ id, beds }) => id === unitId || beds.some((bed) => bed.id === bedId));
  if (!unit) return words.wholeFacility;
  const bed = unit.beds.find(({ id }) => id === bedId);
  return bed ? words.oneBed(unit.name, shortBedName(bed.name)) : words.wholeUnit(unit.name);
}
