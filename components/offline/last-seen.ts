import type { Day } from "@/domain/day";
import type { Availability } from "../http/api-types";

const KEY = "postoletto-last-seen";
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** Where there was a place when availability was last seen: nothing about people, neither who would share nor for whom it was looked for. */
export type LastSeen = {
  personId: string;
  municipality: string;
  seenAt: string;
  from: Day;
  until: Day;
  places: { facility: string; unit: string; free: number; all: number; beds: string[] }[];
};

type Seen = Pick<LastSeen, "personId" | "municipality" | "seenAt" | "from" | "until">;

/** Keeps the free beds of the units that fit, and forgets those kept before. */
export function keepLastSeen(seen: Seen, { items }: Pick<Availability, "items">): void {
  const places = items
    .filter(({ fits, freeBedCount }) => fits !== false && freeBedCount > 0)
    .map(({ facilityName, unitName, freeBedCount, bedCount, freeBeds }) => ({ facility: facilityName, unit: unitName, free: freeBedCount, all: bedCount, beds: freeBeds.map(({ name }) => name) }));
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...seen, places } satisfies LastSeen));
  } catch {
    // A browser that keeps nothing shows nothing without a network.
  }
}

/** What is kept, unless it is a day old: then it is forgotten. */
export function readLastSeen(now = Date.now()): LastSeen | null {
  try {
    const seen = JSON.parse(localStorage.getItem(KEY) ?? "null") as LastSeen | null;
    const age = seen === null ? null : now - Date.parse(seen.seenAt);
    if (age !== null && age >= 0 && age < KEPT_FOR) return seen;
  } catch {
    // Not ours, or cut short.
  }
  forgetLastSeen();
  return null;
}

export function forgetLastSeen(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing is kept there.
  }
}
