/** A record whose page was opened: enough to find the way back. */
export type RecentRecord = { kind: "household" | "facility"; id: string; title: string; detail: string | null };

const PREFIX = "postoletto-recent:";
const KEPT = 8;

/** Of one person in one municipality, in this tab alone: names of people are not left behind on a device. */
export function recentKey(personId: string, municipality: string): string {
  return `${PREFIX}${personId}:${municipality}`;
}

export function readRecent(key: string): RecentRecord[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? (kept as RecentRecord[]).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Puts the record first; `isProtected`: takes it out instead, whoever it was before. */
export function keepRecent(key: string, record: RecentRecord, isProtected: boolean): void {
  const others = readRecent(key).filter(({ id }) => id !== record.id);
  write(key, isProtected ? others : [record, ...others].slice(0, KEPT));
}

/** Forgets what everybody opened, or everybody but this person. */
export function forgetRecent(exceptOf?: string): void {
  const own = exceptOf === undefined ? null : `${PREFIX}${exceptOf}:`;
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && (own === null || !key.startsWith(own))) sessionStorage.removeItem(key);
    }
  } catch {
    // Where the browser keeps nothing there is nothing to forget.
  }
}

function write(key: string, records: RecentRecord[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(records));
  } catch {
    // A full or forbidden storage is no reason to fail: only the list of recent records stays behind.
  }
}
