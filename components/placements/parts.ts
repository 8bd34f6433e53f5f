import type { Placement, Stay } from "../http/api-types";

/** Who of a placement was, is or will be together in one unit, from when until when. */
export type Part = Pick<Stay, "unitId" | "unitName" | "facilityName" | "status" | "arrival" | "exit" | "departureReason" | "destination"> & { id: string; personIds: string[]; bedNames: string[] };

/** The parts of a placement in order of time; one alone where nobody moved, joined or left before the others. */
export function partsOf({ stays }: Pick<Placement, "stays">): Part[] {
  const parts = new Map<string, Part>();
  for (const { id, personId, bedName, status, ...stay } of stays.filter((each) => each.status !== "cancelled" && each.status !== "no_show")) {
    const key = [stay.unitId, status, stay.arrival, stay.exit, stay.departureReason, stay.destination].join(" ");
    const part = parts.get(key) ?? { ...stay, id, status, personIds: [], bedNames: [] };
    parts.set(key, { ...part, personIds: [...part.personIds, personId], bedNames: bedName ? [...part.bedNames, bedName] : part.bedNames });
  }
  return [...parts.values()].sort((a, b) => (a.arrival < b.arrival ? -1 : a.arrival > b.arrival ? 1 : a.exit < b.exit ? -1 : 1));
}
