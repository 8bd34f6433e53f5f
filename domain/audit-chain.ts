/** An entry as it is sealed: every column, the instant to the microsecond, the facts as the database writes them. */
export type ChainedEntry = { id: string; at: string; municipality: string | null; actorKind: string; actorId: string; action: string; subjectId: string; facts: string };

/** A seal and the entry it stands for; null: there is none. */
export type Link = { chain: string; position: number; entryId: string; hash: string; entry: ChainedEntry | null };

/** What the first seal of a chain follows. */
export const BEFORE_THE_FIRST = "";

/** A keyed hash: nobody without the key makes a seal. */
export type Hash = (text: string) => string;

/** What is hashed: the seal before, the place in the chain, the whole entry. JSON of texts, so that no two entries read the same. */
export function linkText(previous: string, { chain, position }: Pick<Link, "chain" | "position">, entry: ChainedEntry): string {
  const { id, at, municipality, actorKind, actorId, action, subjectId, facts } = entry;
  return JSON.stringify([previous, chain, position, id, at, municipality, actorKind, actorId, action, subjectId, facts]);
}

export type Finding =
  | { code: "entry_changed"; position: number; entryId: string }
  | { code: "entry_removed"; position: number; entryId: string }
  | { code: "seal_changed"; position: number }
  | { code: "seals_removed"; from: number; until: number }
  | { code: "exchanged"; position: number; other: number }
  | { code: "never_sealed"; entryId: string; at: string }
  | { code: "cut_off"; position: number; noted: number }
  | { code: "not_as_noted"; position: number };

/** A link that does not follow from the one before; `anchors`: what the seal before it may have been. */
type Disturbed = { link: Link & { entry: ChainedEntry }; anchors: string[]; isSealsFault: boolean };

/** Findings that are named one by one; the others are counted. */
const NAMED = 100;
/** Of so many disturbed links every pair is tried, to tell what was exchanged from what was edited. */
const COMPARED = 24;

/** Follows one chain, link by link in order, and remembers only what does not hold. */
export class ChainWalk {
  entries = 0;
  last = { position: 0, hash: BEFORE_THE_FIRST };
  private anchors: string[] = [BEFORE_THE_FIRST];
  private readonly gaps: Finding[] = [];
  private readonly disturbed: Disturbed[] = [];
  private uncounted = 0;

  constructor(private readonly hash: Hash) {}

  take(link: Link): void {
    const expected = this.last.position + 1;
    if (link.position > expected) this.miss({ code: "seals_removed", from: expected, until: link.position - 1 });
    // After a gap nobody knows what this seal followed.
    const anchors = link.position > expected ? [] : this.anchors;
    this.anchors = [link.hash];
    this.last = { position: link.position, hash: link.hash };

    if (link.entry === null) return this.miss({ code: "entry_removed", position: link.position, entryId: link.entryId });
    this.entries += 1;
    if (anchors.length > 0) this.compare({ ...link, entry: link.entry }, anchors);
  }

  /** What does not hold, in order of position; `more`: how many further findings were only counted. */
  findings(): { findings: Finding[]; more: number } {
    const compared = this.disturbed.slice(0, COMPARED);
    const explained = this.disturbed.flatMap((each, index) => explain(each, index < COMPARED ? compared : [], this.hash));
    const findings = [...this.gaps, ...withoutTwins(explained)].sort((a, b) => placeOf(a) - placeOf(b));
    return { findings, more: this.uncounted };
  }

  private compare(link: Disturbed["link"], anchors: string[]): void {
    const due = anchors.map((previous) => this.hash(linkText(previous, link, link.entry)));
    const fitting = due.indexOf(link.hash);
    // It follows from what the seal before should have been: that seal was changed, its entry was not.
    const before = this.disturbed.at(-1);
    if (fitting > 0 && before?.link.position === link.position - 1) before.isSealsFault = true;
    if (fitting >= 0) return;

    this.anchors.push(due[0] ?? "");
    if (this.disturbed.length >= NAMED) this.uncounted += 1;
    else this.disturbed.push({ link, anchors, isSealsFault: false });
  }

  private miss(finding: Finding): void {
    if (this.gaps.length >= NAMED) this.uncounted += 1;
    else this.gaps.push(finding);
  }
}

/** Tries whether the link would hold with the entry or the seal of another disturbed one: then they were exchanged. */
function explain(self: Disturbed, others: readonly Disturbed[], hash: Hash): Finding[] {
  const { link } = self;
  const seals = new Map(others.map((other) => [other.link.hash, other]));
  for (const previous of new Set([...self.anchors, ...seals.keys()])) {
    for (const other of others) {
      for (const entry of [other.link.entry, { ...other.link.entry, id: link.entry.id }]) {
        const owner = seals.get(hash(linkText(previous, link, entry)));
        if (!owner) continue;
        // Whole itself: only its neighbours were moved.
        if (owner === self && other === self) return [];
        return [{ code: "exchanged", position: link.position, other: (other === self ? owner : other).link.position }];
      }
    }
  }
  return self.isSealsFault ? [{ code: "seal_changed", position: link.position }] : [{ code: "entry_changed", position: link.position, entryId: link.entryId }];
}

/** Two links that were exchanged are told once. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter((finding) => {
    if (finding.code !== "exchanged") return true;
    const pair = [finding.position, finding.other].sort((a, b) => a - b).join(" ");
    const isNew = !told.has(pair);
    told.add(pair);
    return isNew;
  });
}

function placeOf(finding: Finding): number {
  if (finding.code === "seals_removed") return finding.from;
  return "position" in finding ? finding.position : Number.MAX_SAFE_INTEGER;
}
