import type { BedKind } from "@/domain/housing";
import type { NewBed } from "./facility-mutations";

/** What beds of a group are: bunks are two to a frame. */
export type BedSort = "single" | "bunk" | "double";
export const BED_SORTS = ["single", "bunk", "double"] as const;

type Wanted = { beds: number; cots: number; sort: BedSort; cotName: (position: number) => string; taken?: readonly string[] };

/** Numbered beds and cots, with the first names that are not taken. */
export function newBeds({ beds, cots, sort, cotName, taken = [] }: Wanted): NewBed[] {
  const free = (count: number, name: (position: number) => string) => {
    const names: string[] = [];
    for (let position = 1; names.length < count; position += 1) if (!taken.includes(name(position))) names.push(name(position));
    return names;
  };
  const kind = (index: number): BedKind => (sort === "bunk" ? (index % 2 === 0 ? "bunk_lower" : "bunk_upper") : sort);
  return [...free(beds, String).map((name, index) => ({ name, kind: kind(index) })), ...free(cots, cotName).map((name) => ({ name, kind: "cot" as const }))];
}
