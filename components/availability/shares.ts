import type { Words } from "@/messages/it";
import type { Vacancy } from "../http/api-types";

const MINOR_BANDS = ["0-2", "3-13", "14-17"];

/** "condividerebbe con 2 donne (30-54 anni, 71 notti)"; null when nobody else would be there. */
export function sharesInWords(sharedWith: Vacancy["sharedWith"], words: Words["availability"]): string | null {
  if (sharedWith.length === 0) return null;
  const groups = new Map<string, { gender: string; ageBand: string; nights: number; count: number }>();
  for (const { gender, ageBand, nights } of sharedWith) {
    const key = MINOR_BANDS.includes(ageBand) ? ageBand : `${gender} ${ageBand}`;
    const group = groups.get(key) ?? { gender, ageBand, nights: 0, count: 0 };
    groups.set(key, { ...group, nights: Math.max(group.nights, nights), count: group.count + 1 });
  }
  return words.sharesWith([...groups.values()].map(({ gender, ageBand, nights, count }) =>
    MINOR_BANDS.includes(ageBand) ? words.sharesMinor(count, ageBand, nights) : words.shares(count, gender, ageBand, nights),
  ));
}
