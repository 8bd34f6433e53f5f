import { no, ok, type Result } from "./failure";

export const BULK_SORTS = ["flat", "room", "unit"] as const;
export type BulkSort = (typeof BULK_SORTS)[number];

/** Some units of the same sort: the beds of each, in order, and the cots that stand in every one of them. */
export type BulkGroup = { sort: BulkSort; beds: number[]; cots: number };

export type BulkFailure =
  | { code: "nothing_said" }
  /** The word or sign that means nothing here. */
  | { code: "not_understood"; word: string }
  | { code: "beds_missing"; group: string }
  /** As many bed counts as units, or one for all of them. */
  | { code: "counts_differ"; units: number; counts: number }
  /** "3 flats, 12 beds": in each, or altogether? */
  | { code: "each_or_all"; units: number; beds: number }
  | { code: "too_many_units"; most: number }
  | { code: "too_many_beds"; most: number };

/** In one facility at once; more comes as a file. */
export const MOST_UNITS = 200;
export const MOST_BEDS_IN_UNIT = 60;
export const MOST_BEDS = 1000;

type Token = { kind: "number"; value: number } | { kind: "noun"; sort: BulkSort } | { kind: "size"; beds: number } | { kind: Filler };
type Filler = "beds" | "cots" | "each" | "of" | "plus" | "comma" | "break";
type Word = { token: Token; text: string };

const NUMBERS: Record<string, number> = {
  un: 1, uno: 1, una: 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10,
  a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
};

/** Whole words, Italian and English, singular and plural. */
const WORDS: [RegExp, Token][] = [
  [/^(appartament[oi]|flats?|apartments?|minialloggi?o?|monolocal[ei]|bilocal[ei]|trilocal[ei])$/, { kind: "noun", sort: "flat" }],
  [/^(stanz[ae]|camer[ae]|camerat[ae]|dormitor[io]{1,2}|rooms?|bedrooms?|dormitor(y|ies)|dorms?)$/, { kind: "noun", sort: "room" }],
  [/^(alloggi?o?|units?)$/, { kind: "noun", sort: "unit" }],
  [/^(singol[aeio]|single|singles)$/, { kind: "size", beds: 1 }],
  [/^(doppi[aeo]?|double|doubles|twin|twins)$/, { kind: "size", beds: 2 }],
  [/^(tripl[aeio]|triple|triples)$/, { kind: "size", beds: 3 }],
  [/^(quadrupl[aeio]|quadruple|quadruples)$/, { kind: "size", beds: 4 }],
  [/^(lett[oi]|post[oi]|beds?|places?)$/, { kind: "beds" }],
  [/^(cull[ae]|lettin[oi]|cots?|cribs?)$/, { kind: "cots" }],
  [/^(ciascun[oa]?|ognun[oa]|each|l'un[oa])$/, { kind: "each" }],
  [/^(da|di|con|per|of|with|for|from|x|×|\*)$/, { kind: "of" }],
  [/^(e|ed|and|più|piu|plus|\+)$/, { kind: "plus" }],
  [/^(,|:)$/, { kind: "comma" }],
  [/^(;|\n)$/, { kind: "break" }],
];

/** What a line like "3 appartamenti, 4+4+3 letti", "10 rooms of 2" or "2 camere doppie e 1 stanza da 3" says, in the order it says it. */
export function parseBulkUnits(text: string): Result<BulkGroup[], BulkFailure> {
  const words: Word[] = [];
  for (const part of text.toLowerCase().replaceAll("’", "'").match(/\d+|[\p{L}']+|\n|[^\s]/gu) ?? []) {
    const token = tokenOf(part);
    if (!token) return no({ code: "not_understood", word: part });
    words.push({ token, text: part });
  }
  const groups: BulkGroup[] = [];
  for (const said of groupsIn(words)) {
    const group = groupOf(said);
    if (!group.ok) return group;
    groups.push(group.value);
  }
  return groups.length === 0 ? no({ code: "nothing_said" }) : bounded(groups);
}

function tokenOf(part: string): Token | null {
  if (/^\d+$/.test(part)) return { kind: "number", value: Number(part) };
  const number = NUMBERS[part];
  if (number !== undefined) return { kind: "number", value: number };
  return WORDS.find(([pattern]) => pattern.test(part))?.[1] ?? null;
}

/** A group begins with a unit's noun or size and the number before it, or after a semicolon or on a new line. */
function groupsIn(words: Word[]): Word[][] {
  const groups: Word[][] = [[]];
  words.forEach((word, index) => {
    const here = groups.at(-1) ?? [];
    const named = here.some(({ token }) => isName(token));
    const beginsHere = word.token.kind === "number" ? isName(words[index + 1]?.token) : isName(word.token) && words[index - 1]?.token.kind !== "number";
    const goesOn = isName(word.token) && isName(words[index - 1]?.token);
    if (word.token.kind === "break" || (named && beginsHere && !goesOn)) groups.push([]);
    if (word.token.kind !== "break") groups.at(-1)?.push(word);
  });
  return groups.filter((group) => group.some(({ token }) => token.kind !== "plus" && token.kind !== "comma"));
}

function isName(token: Token | undefined): boolean {
  return token?.kind === "noun" || token?.kind === "size";
}

type Said = { units: number | null; sort: BulkSort; size: number | null; counts: number[]; cots: number; isForEach: boolean };

function groupOf(words: Word[]): Result<BulkGroup, BulkFailure> {
  const said = saidIn(words);
  const counts = said.counts.length === 0 && said.size !== null ? [said.size] : said.counts;
  const units = said.units ?? counts.length;
  const group = words.map(({ text }) => text).join(" ");
  const [first] = counts;
  if (first === undefined || units === 0 || counts.every((count) => count === 0)) return no({ code: "beds_missing", group });
  if (counts.length === 1) {
    if (units > 1 && !said.isForEach && said.size === null) return no({ code: "each_or_all", units, beds: first });
    if (units > MOST_UNITS) return no({ code: "too_many_units", most: MOST_UNITS });
    return ok({ sort: said.sort, beds: Array.from({ length: units }, () => first), cots: said.cots });
  }
  if (counts.length !== units) return no({ code: "counts_differ", units, counts: counts.length });
  return ok({ sort: said.sort, beds: counts, cots: said.cots });
}

/** The number before the unit's name counts units, the one before "cots" counts cots, every other one beds. */
function saidIn(words: Word[]): Said {
  const said: Said = { units: null, sort: "unit", size: null, counts: [], cots: 0, isForEach: false };
  words.forEach(({ token }, index) => {
    const next = words[index + 1]?.token;
    if (token.kind === "noun") said.sort = token.sort;
    if (token.kind === "size") said.size = token.beds;
    if (token.kind === "size" && said.sort === "unit") said.sort = "room";
    if (token.kind === "each" || (token.kind === "of" && next?.kind === "number")) said.isForEach = true;
    if (token.kind === "cots" && words[index - 1]?.token.kind !== "number") said.cots = 1;
    if (token.kind !== "number") return;
    if (isName(next)) said.units = token.value;
    else if (next?.kind === "cots") said.cots = token.value;
    else if (next?.kind === "of" && words[index + 2]?.token.kind === "number" && said.units === null) said.units = token.value;
    else said.counts.push(token.value);
  });
  return said;
}

function bounded(groups: BulkGroup[]): Result<BulkGroup[], BulkFailure> {
  const units = groups.flatMap(({ beds, cots }) => beds.map((count) => count + cots));
  if (units.length > MOST_UNITS) return no({ code: "too_many_units", most: MOST_UNITS });
  if (units.some((beds) => beds > MOST_BEDS_IN_UNIT)) return no({ code: "too_many_beds", most: MOST_BEDS_IN_UNIT });
  if (units.reduce((all, beds) => all + beds, 0) > MOST_BEDS) return no({ code: "too_many_beds", most: MOST_BEDS });
  return ok(groups);
}
