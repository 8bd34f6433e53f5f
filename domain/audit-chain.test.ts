import { describe, expect, test } from "vitest";
import { BEFORE_THE_FIRST, ChainWalk, type ChainedEntry, type Link, linkText } from "./audit-chain";

/** Good enough to tell texts apart. */
function hash(text: string): string {
  let state = 7;
  for (const letter of text) state = (Math.imul(state, 31) + letter.charCodeAt(0)) >>> 0;
  return `${state}/${text.length}`;
}

const entry = (number: number): ChainedEntry => ({
  id: `entry ${number}`, at: `2027-03-10T08:00:00.${100_000 + number}Z`, municipality: "G478", actorKind: "user", actorId: `user ${number % 3}`, action: "household.read", subjectId: `household ${number}`, facts: "{}",
});

type Whole = Link & { entry: ChainedEntry };

function chainOf(length: number): Whole[] {
  let previous = BEFORE_THE_FIRST;
  return Array.from({ length }, (_, index) => {
    const position = index + 1;
    const link: Whole = { chain: "G478", position, entryId: `entry ${position}`, hash: "", entry: entry(position) };
    link.hash = hash(linkText(previous, link, link.entry));
    previous = link.hash;
    return link;
  });
}

function findingsIn(links: readonly Link[]) {
  const walk = new ChainWalk(hash);
  for (const link of links) walk.take(link);
  return walk.findings();
}

const at = (links: Whole[], position: number): Whole => links[position - 1] as Whole;

/** The rows keep their places; this much of them changes hands. */
function exchange(links: Whole[], first: number, second: number, what: readonly (keyof Whole)[]): Whole[] {
  const [a, b] = [{ ...at(links, first) }, { ...at(links, second) }];
  for (const key of what) {
    Object.assign(at(links, first), { [key]: b[key] });
    Object.assign(at(links, second), { [key]: a[key] });
  }
  return links;
}

describe("a chain", () => {
  test("that nobody touched holds, and tells its end", () => {
    const links = chainOf(50);
    const walk = new ChainWalk(hash);
    for (const link of links) walk.take(link);
    expect(walk.findings()).toEqual({ findings: [], more: 0 });
    expect([walk.entries, walk.last]).toEqual([50, { position: 50, hash: at(links, 50).hash }]);
  });

  test.each<[string, Partial<ChainedEntry>]>([
    ["its instant, by a microsecond", { at: "2027-03-10T08:00:00.100008Z" }],
    ["the municipality", { municipality: null }],
    ["what kind of actor", { actorKind: "token" }],
    ["who", { actorId: "user 9" }],
    ["what was done", { action: "household.changed" }],
    ["to what", { subjectId: "household 8" }],
    ["the facts", { facts: '{"a": 1}' }],
  ])("in which an entry was edited: %s", (_what, change) => {
    const links = chainOf(20);
    at(links, 7).entry = { ...entry(7), ...change };
    expect(findingsIn(links).findings).toEqual([{ code: "entry_changed", position: 7, entryId: "entry 7" }]);
  });

  test.each([[1], [7], [20]])("whose entry %i was removed tells it, and follows on", (position) => {
    const links: Link[] = chainOf(20).map((link) => (link.position === position ? { ...link, entry: null } : link));
    expect(findingsIn(links).findings).toEqual([{ code: "entry_removed", position, entryId: `entry ${position}` }]);
  });

  test.each([[1, 1], [7, 7], [7, 9]])("whose seals %i to %i were removed", (from, until) => {
    const links = chainOf(20).filter(({ position }) => position < from || position > until);
    expect(findingsIn(links).findings).toEqual([{ code: "seals_removed", from, until }]);
  });

  test("whose seal was edited blames the seal and no entry", () => {
    const links = chainOf(20);
    at(links, 7).hash = "forged";
    expect(findingsIn(links).findings).toEqual([{ code: "seal_changed", position: 7 }]);
  });

  test.each<[string, readonly (keyof Whole)[], number]>([
    ["the contents of two entries", ["entry"], 12],
    ["the contents of two neighbours", ["entry"], 8],
    ["two seals", ["entryId", "hash", "entry"], 12],
    ["two neighbouring seals", ["entryId", "hash", "entry"], 8],
    ["the entries two seals stand for", ["entryId", "entry"], 12],
    ["the hashes of two seals", ["hash"], 12],
  ])("in which %s were exchanged names both, and no neighbour", (_what, keys, second) => {
    const links = exchange(chainOf(20), 7, second, keys);
    expect(findingsIn(links).findings).toEqual([{ code: "exchanged", position: 7, other: second }]);
  });

  test("whose entries exchanged what they say and kept their ids", () => {
    const links = chainOf(20);
    [at(links, 7).entry, at(links, 12).entry] = [{ ...entry(12), id: "entry 7" }, { ...entry(7), id: "entry 12" }];
    expect(findingsIn(links).findings).toEqual([{ code: "exchanged", position: 7, other: 12 }]);
  });

  test("with faults of every kind names each, in order", () => {
    const links: Link[] = exchange(chainOf(40), 20, 25, ["entryId", "hash", "entry"]);
    (links[2] as Whole).entry = { ...entry(3), action: "x.y" };
    (links[9] as Link).entry = null;
    const codes = findingsIn(links.filter(({ position }) => position !== 31)).findings.map(({ code }) => code);
    expect(codes).toEqual(["entry_changed", "entry_removed", "exchanged", "seals_removed"]);
  });

  test("of which nothing holds is told in a hundred sentences and a number", () => {
    const links = chainOf(500).map((link) => ({ ...link, entry: { ...link.entry, actorId: "somebody else" } }));
    const { findings, more } = findingsIn(links);
    expect([findings.length, more]).toEqual([100, 400]);
  });
});
