const PREFIX = "postoletto-draft:";

/** Whose draft it is stands in its name: whoever signs in next in the same tab does not find it. */
const nameOf = (form: string, personId: string) => `${PREFIX}${form}:${personId}`;

/** What was typed into a form before the page was left; null without any, or where the browser keeps nothing. */
export function readDraft<T>(form: string, personId: string): T | null {
  try {
    const kept = sessionStorage.getItem(nameOf(form, personId));
    return kept === null ? null : (JSON.parse(kept) as T);
  } catch {
    return null;
  }
}

export function keepDraft(form: string, personId: string, typed: unknown): void {
  try {
    sessionStorage.setItem(nameOf(form, personId), JSON.stringify(typed));
  } catch {
    // Full or forbidden: then a reload begins anew.
  }
}

export function forgetDraft(form: string, personId: string): void {
  sessionStorage.removeItem(nameOf(form, personId));
}

/** Signing out leaves nothing of what was typed about people. */
export function forgetDrafts(): void {
  for (const name of Object.keys(sessionStorage).filter((each) => each.startsWith(PREFIX))) sessionStorage.removeItem(name);
}
