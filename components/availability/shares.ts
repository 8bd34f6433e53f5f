import type { Words } from "@/messages/it";
import type { Vacancy } from "../http/api-types";

type Shared = Vacancy["sharedWith"][number];
type Group = { gender: string; isMinor: boolean; ageBand: string; nights: number; count: number };

const MINOR_BANDS = ["0-2", "3-13", "14-17"];

/** "condividerebbe con 2 donne e 1 minore, 71 notti"; null when nobody else would be there. */
export function sharesInWords(sharedWith: Shared[], words: Words["availability"]): string | null {
  if (sharedWith.length === 0) return null;
  const groups = grouped(sharedWith, ({ gender, ageBand }) => (isMinor(ageBand) ? "minor" : gender));
  const nights = Math.max(...groups.map((group) => group.nights));
  return words.sharesWith(groups.map((group) => words.sharedPeople(group)), nights);
}

/** The same with the age band of each group. */
export function sharesByAge(sharedWith: Shared[], words: Words["availability"]): string {
  const groups = grouped(sharedWith, ({ gender, ageBand }) => `${ageBand} ${gender}`);
  return words.sharesWith(groups.map((group) => words.sharedOfAge(group)), Math.max(...groups.map(({ nights }) => nights)));
}

function grouped(sharedWith: Shared[], keyOf: (shared: Shared) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const shared of sharedWith) {
    const before = groups.get(keyOf(shared));
    const { gender, ageBand, nights } = shared;
    groups.set(keyOf(shared), {
      gender, ageBand, isMinor: isMinor(ageBand), nights: Math.max(nights, before?.nights ?? 0), count: (before?.count ?? 0) + 1,
    });
  }
  return [...groups.values()];
}

function isMinor(ageBand: string): boolean {
  return MINOR_BANDS.includes(ageBand);
}
