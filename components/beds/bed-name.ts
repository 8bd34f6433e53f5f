/** "Letto 3" is 3 where there is little room, and where the word is said already. */
export function shortBedName(name: string): string {
  return name.replace(/^(letto|posto letto|bed)\s+(?=\S)/i, "");
}
