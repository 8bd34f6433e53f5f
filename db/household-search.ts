import { and, asc, count, desc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Day } from "@/domain/day";
import type { HouseholdComposition, HouseholdSort, HouseholdSituation } from "@/domain/household-list";
import type { Db } from "./client";
import { findHouseholds, householdsFound, type HouseholdRecord, searchHouseholds } from "./households";
import { household } from "./schema/households";

export type HouseholdSearch = {
  municipality: string;
  q?: string;
  situation?: HouseholdSituation;
  composition?: HouseholdComposition;
  /** Cases in which this user is the reference social worker. */
  socialWorkerId?: string;
  sort: HouseholdSort;
  isDescending: boolean;
  /** The household after which the page begins. */
  cursor?: string;
  limit: number;
  today: Day;
};

/** A name that is asked for together with a filter or an order is looked for among so many, the newest. */
const NAMED_AT_MOST = 2000;

/** A page of a municipality's households, filtered and in the order asked for. */
export async function listedHouseholds(db: Db, search: HouseholdSearch): Promise<HouseholdRecord[]> {
  const { municipality, q, cursor, limit } = search;
  if (isPlain(search)) return searchHouseholds(db, { municipality, q, before: cursor, limit });
  const named = q === undefined ? undefined : await householdsFound(db, { municipality, limit: NAMED_AT_MOST }, q);
  if (named?.length === 0) return [];
  const ids = await idsInOrder(db, search, named && inArray(household.id, named));
  const found = new Map((await findHouseholds(db, { ids, limit })).map((each) => [each.id, each]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** How many the whole list has, whatever its pages. Of those found by a name the newest are counted, as the list shows them. */
export async function countHouseholds(db: Db, search: Omit<HouseholdSearch, "cursor" | "limit">): Promise<number> {
  const { municipality, q } = search;
  const named = q === undefined ? undefined : await householdsFound(db, { municipality, limit: NAMED_AT_MOST }, q);
  if (named?.length === 0) return 0;
  const [all] = await db.drizzle
    .select({ households: count() })
    .from(household)
    .where(and(eq(household.municipalityId, municipality), named && inArray(household.id, named), ...filtersOf(search)));
  return all?.households ?? 0;
}

function isPlain({ situation, composition, socialWorkerId, sort, isDescending }: HouseholdSearch): boolean {
  return situation === undefined && composition === undefined && socialWorkerId === undefined && sort === "newest" && isDescending;
}

async function idsInOrder(db: Db, search: HouseholdSearch, narrowed: SQL | undefined): Promise<string[]> {
  const order = search.isDescending ? desc : asc;
  // Ids are of the time they were given: by them alone an index leads from the newest on, and is left once the page is full.
  const keys = search.sort === "newest" ? [household.id] : [KEYS[search.sort], household.id];
  const rows = await db.drizzle
    .select({ id: household.id })
    .from(household)
    .where(and(eq(household.municipalityId, search.municipality), narrowed, ...filtersOf(search), await afterCursor(db, search)))
    .orderBy(...keys.map((key) => order(key)))
    .limit(search.limit);
  return rows.map(({ id }) => id);
}

/** By the order's value of the household last shown as it is now, and its id: the same page follows it whatever was added before it. */
async function afterCursor(db: Db, { municipality, sort, isDescending, cursor }: HouseholdSearch): Promise<SQL | undefined> {
  if (cursor === undefined) return undefined;
  if (sort === "newest") return isDescending ? lt(household.id, cursor) : gt(household.id, cursor);
  const key = KEYS[sort];
  const [last] = await db.drizzle.select({ key: sql<string>`${key}` }).from(household).where(and(eq(household.id, cursor), eq(household.municipalityId, municipality)));
  if (!last) return sql`false`;
  return sql`(${key}, ${household.id}) ${sql.raw(isDescending ? "<" : ">")} (${last.key}, ${cursor}::uuid)`;
}

// Columns of the outer table are written out: in a selection of one table drizzle would name them without it.
const live = (status: string) => sql`EXISTS (SELECT 1 FROM placement p WHERE p.household_id = household.id AND p.status = ${status})`;
const hasEnded = live("ended");
const nowhere = sql`NOT EXISTS (SELECT 1 FROM placement p WHERE p.household_id = household.id AND p.status IN ('in_house', 'needs_bed', 'planned'))`;

const SITUATIONS: Record<HouseholdSituation, SQL> = {
  in_house: live("in_house"),
  needs_bed: sql`${live("needs_bed")} AND NOT ${live("in_house")}`,
  planned: sql`${live("planned")} AND NOT ${live("in_house")} AND NOT ${live("needs_bed")}`,
  ended: sql`${nowhere} AND ${hasEnded}`,
  not_placed: sql`${nowhere} AND NOT ${hasEnded}`,
};

function filtersOf({ situation, composition, socialWorkerId, today }: Omit<HouseholdSearch, "cursor" | "limit">): (SQL | undefined)[] {
  const minor = sql`EXISTS (SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id WHERE m.household_id = household.id
    AND m.from_day <= ${today} AND (m.until_day IS NULL OR m.until_day > ${today}) AND p.birth_date > ${today}::date - interval '18 years')`;
  return [
    situation && SITUATIONS[situation],
    composition && (composition === "with_minors" ? minor : sql`NOT ${minor}`),
    socialWorkerId === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM household_case c WHERE c.household_id = household.id AND c.social_worker_id = ${socialWorkerId} AND (c.until_day IS NULL OR c.until_day > ${today}))`,
  ];
}

/** What each order goes by; never null, so that a page can begin after any household. */
const KEYS: Record<Exclude<HouseholdSort, "newest">, SQL> = {
  // By the head's family name, as a register is kept: the household's own name often begins with "Famiglia".
  name: sql`coalesce((SELECT lower(p.family_name || ' ' || p.given_name) FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.household_id = household.id ORDER BY (m.role = 'head') DESC, m.position LIMIT 1), '') COLLATE "und-x-icu"`,
  exit: sql`coalesce((SELECT min(p.exit)::text FROM placement p WHERE p.household_id = household.id AND p.status IN ('in_house', 'planned')), '9999-12-31')`,
  movement: sql`coalesce((SELECT max(CASE p.status WHEN 'ended' THEN p.exit ELSE p.arrival END)::text FROM placement p
    WHERE p.household_id = household.id AND p.status IN ('in_house', 'ended')), (household.created_at AT TIME ZONE 'Europe/Rome')::date::text)`,
  urgency: sql`coalesce((SELECT r.urgency::text FROM referral r WHERE r.household_id = household.id ORDER BY r.received_on DESC, r.id DESC LIMIT 1), '9')`,
};
