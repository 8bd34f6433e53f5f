import { type BulkGroup, type BulkSort, MOST_BEDS, MOST_UNITS } from "@/domain/bulk-units";
import type { Letting } from "@/domain/housing";
import { type BedSort, newBeds } from "./bed-names";
import type { FacilityDraft } from "./facility-fields";
import type { NewBed } from "./facility-mutations";

/** Units that are all alike; numbers go on from one row to the next of the same name. */
export type UnitRow = { id: string; pattern: string; flat: string; letting: Letting; count: number; beds: number; cots: number; sort: BedSort };

/** What a new facility is to be. `names`: those changed by hand, by the place of the unit in its row. */
export type WizardDraft = { facility: FacilityDraft; sentence: string; rows: UnitRow[]; names: Record<string, string> };

export type DraftUnit = { key: string; name: string; flat: string; letting: Letting; beds: NewBed[] };

const LETTING: Record<BulkSort, Letting> = { flat: "whole_unit", room: "by_bed", unit: "whole_unit" };

export function emptyDraft(today: string): WizardDraft {
  const facility: FacilityDraft = {
    name: "", kind: null, address: null, addressProtected: false, genderPolicy: "mixed", features: [], turnaround: null, opensOn: today, closesOn: null, organisationId: null, programmeId: null,
  };
  return { facility, sentence: "", rows: [], names: {} };
}

type Naming = { newId: () => string; sortName: Record<BulkSort, string> };

/** The groups of a sentence as rows: as many beds side by side are one row. */
export function rowsOf(groups: readonly BulkGroup[], { newId, sortName }: Naming): UnitRow[] {
  return groups.flatMap(({ sort, beds, cots }) => {
    const rows: UnitRow[] = [];
    for (const count of beds) {
      const last = rows.at(-1);
      if (last?.beds === count) last.count += 1;
      else rows.push({ id: newId(), pattern: sortName[sort], flat: "", letting: LETTING[sort], count: 1, beds: count, cots, sort: "single" });
    }
    return rows;
  });
}

/** Every unit and bed that will be made. */
export function unitsOf({ rows, names }: Pick<WizardDraft, "rows" | "names">, cotName: (position: number) => string): DraftUnit[] {
  const numbers = new Map<string, number>();
  return rows.flatMap(({ id, pattern, flat, letting, count, beds, cots, sort }) =>
    Array.from({ length: count }, (_, index) => {
      const series = `${flat.trim()}/${pattern.trim()}`;
      const number = (numbers.get(series) ?? 0) + 1;
      numbers.set(series, number);
      const key = `${id}.${index}`;
      return { key, name: names[key] ?? `${pattern.trim()} ${number}`.trim(), flat: flat.trim(), letting, beds: newBeds({ beds, cots, sort, cotName }) };
    }),
  );
}

export type UnitsFault = { code: "nameMissing" } | { code: "namesTwice"; name: string } | { code: "tooMany" };

/** What stands in the way of making these units; two of a flat may not have one name. */
export function faultOf(units: readonly DraftUnit[]): UnitsFault | null {
  if (units.length > MOST_UNITS || bedsIn(units) > MOST_BEDS) return { code: "tooMany" };
  if (units.some(({ name }) => name.trim() === "")) return { code: "nameMissing" };
  const seen = new Set<string>();
  for (const { flat, name } of units) {
    const place = `${flat}/${name.trim().toLowerCase()}`;
    if (seen.has(place)) return { code: "namesTwice", name: name.trim() };
    seen.add(place);
  }
  return null;
}

export function bedsIn(units: readonly DraftUnit[]): number {
  return units.reduce((all, { beds }) => all + beds.length, 0);
}
