import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { someEntries, tampering } from "@/test/audit";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { BOLOGNA, PERUGIA } from "@/test/people";
import { runHere } from "@/test/run-here";

let fresh: FreshDatabase;
let owner: postgres.Sql;

const cli = (...words: string[]) => runHere(words, { DATABASE_URL: fresh.appUrl });

const verify = (...options: string[]) => cli("audit", "verify", ...options);
const tampered = (deed: (sql: postgres.TransactionSql) => Promise<unknown>) => tampering(owner, deed);
const entryAt = (position: number) => owner`(SELECT entry_id FROM audit_seal WHERE chain = ${PERUGIA} AND position = ${position})`;

beforeAll(async () => {
  process.env.POSTOLETTO_KEY ??= randomBytes(32).toString("base64");
  fresh = await freshDatabase();
  owner = postgres(fresh.ownerUrl, { max: 2, onnotice: () => {} });
});

afterAll(async () => {
  await owner.end();
  await fresh.drop();
});

/** Twenty sealed entries of Perugia, three of the network. */
beforeEach(async () => {
  await tampered((sql) => sql`TRUNCATE audit_entry, audit_seal`);
  await someEntries(owner, { count: 20 });
  await someEntries(owner, { municipality: null, count: 3 });
  expect(await verify()).toMatchObject({ code: 0 });
});

describe("audit verify", () => {
  test("seals first, then tells each chain's end on standard output, to be kept elsewhere", async () => {
    await someEntries(owner, { municipality: BOLOGNA, count: 2 });
    const { code, out, err } = await verify();
    expect(code).toBe(0);
    expect(out).toMatch(/^A944:2:[0-9a-f]{64} 2 entries\nG478:20:[0-9a-f]{64} 20 entries\nnetwork:3:[0-9a-f]{64} 3 entries\n$/);
    expect(err).toMatch(/^Every entry is as it was written\. Keep the last hashes elsewhere.*\n$/);
    expect(await verify()).toMatchObject({ code: 0, out });
  });

  test("takes one municipality by code or name", async () => {
    expect((await verify("--municipality", "g478")).out).toMatch(/^G478:20:\S+ 20 entries\n$/);
    expect((await verify("--municipality", "Perugia")).out).toMatch(/^G478:20:\S+ 20 entries\n$/);
    expect((await verify("--municipality", "network")).out).toMatch(/^network:3:\S+ 3 entries\n$/);
    expect(await verify("--municipality", "Peruggia")).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^There is no municipality "Peruggia"/) });
    expect(await verify("--expect", "G478:20")).toMatchObject({ code: 2, err: expect.stringContaining("CHAIN:POSITION:HASH") });
  });

  test("holds with more entries than are read at once", async () => {
    await someEntries(owner, { count: 3500 });
    expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining(" 3520 entries\n") });
    await tampered((sql) => sql`UPDATE audit_entry SET action = 'x.y' WHERE id = ${entryAt(2500)}`);
    expect(await verify()).toMatchObject({ code: 1, err: expect.stringMatching(/^G478: The entry at position 2500 was edited.*\nThe audit does not hold: 1 finding\.\n$/) });
  });
});

/** The ids stay; all else changes hands. */
const contentsExchanged = (sql: postgres.TransactionSql) => sql`
  UPDATE audit_entry e SET (at, actor_kind, actor_id, action, subject_id, facts) = (other.at, other.actor_kind, other.actor_id, other.action, other.subject_id, other.facts)
  FROM audit_seal mine, audit_seal its, audit_entry other
  WHERE mine.chain = ${PERUGIA} AND its.chain = ${PERUGIA} AND mine.entry_id = e.id AND other.id = its.entry_id AND (mine.position, its.position) IN ((5, 9), (9, 5))`;

/** What the owner does to the rows, and the one sentence about it. */
const DEEDS: [string, (sql: postgres.TransactionSql) => Promise<unknown>, RegExp][] = [
  ["an entry edited: the action", (sql) => sql`UPDATE audit_entry SET action = 'household.changed' WHERE id = ${entryAt(5)}`, /^The entry at position 5 was edited/],
  ["an entry edited: who", (sql) => sql`UPDATE audit_entry SET actor_id = 'somebody else' WHERE id = ${entryAt(5)}`, /^The entry at position 5 was edited/],
  ["an entry edited: to what", (sql) => sql`UPDATE audit_entry SET subject_id = 'another' WHERE id = ${entryAt(5)}`, /^The entry at position 5 was edited/],
  ["an entry edited: the instant, by a microsecond", (sql) => sql`UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE id = ${entryAt(5)}`, /^The entry at position 5 was edited/],
  ["an entry edited: a fact", (sql) => sql`UPDATE audit_entry SET facts = facts || '{"n": 6}' WHERE id = ${entryAt(5)}`, /^The entry at position 5 was edited/],
  ["an entry moved to another municipality", (sql) => sql`UPDATE audit_entry SET municipality_id = ${BOLOGNA} WHERE id = ${entryAt(5)}`, /^The entry at position 5 was edited/],
  ["an entry removed", (sql) => sql`DELETE FROM audit_entry WHERE id = ${entryAt(5)}`, /^The entry at position 5 was removed: only its seal is left/],
  ["the first entry removed", (sql) => sql`DELETE FROM audit_entry WHERE id = ${entryAt(1)}`, /^The entry at position 1 was removed/],
  ["the last entry removed", (sql) => sql`DELETE FROM audit_entry WHERE id = ${entryAt(20)}`, /^The entry at position 20 was removed/],
  ["an entry removed with its seal", async (sql) => {
    await sql`DELETE FROM audit_entry WHERE id = ${entryAt(5)}`;
    await sql`DELETE FROM audit_seal WHERE chain = ${PERUGIA} AND position = 5`;
  }, /^The seal at position 5 was removed/],
  ["a seal edited", (sql) => sql`UPDATE audit_seal SET hash = decode(repeat('00', 32), 'hex') WHERE chain = ${PERUGIA} AND position = 5`, /^The seal at position 5 was edited; its entry is whole/],
  ["what two entries say exchanged", contentsExchanged, /^The rows at positions 5 and 9 were exchanged/],
  ["two seals exchanged", async (sql) => {
    await sql`UPDATE audit_seal SET position = -position WHERE chain = ${PERUGIA} AND position IN (5, 9)`;
    await sql`UPDATE audit_seal SET position = 14 + position WHERE chain = ${PERUGIA} AND position < 0`;
  }, /^The rows at positions 5 and 9 were exchanged/],
  ["two neighbouring seals exchanged", async (sql) => {
    await sql`UPDATE audit_seal SET position = -position WHERE chain = ${PERUGIA} AND position IN (5, 6)`;
    await sql`UPDATE audit_seal SET position = 11 + position WHERE chain = ${PERUGIA} AND position < 0`;
  }, /^The rows at positions 5 and 6 were exchanged/],
  ["the ids of two entries exchanged", async (sql) => {
    const [a, b] = await sql<{ entry_id: string }[]>`SELECT entry_id FROM audit_seal WHERE chain = ${PERUGIA} AND position IN (5, 9) ORDER BY position`;
    const free = crypto.randomUUID();
    for (const [from, to] of [[a?.entry_id, free], [b?.entry_id, a?.entry_id], [free, b?.entry_id]]) await sql`UPDATE audit_entry SET id = ${to ?? ""} WHERE id = ${from ?? ""}`;
  }, /^The rows at positions 5 and 9 were exchanged/],
  ["an old entry put in afterwards", (sql) => someEntries(sql, { minutesAgo: 60 * 24 * 30 }), /^The entry \S+ of \S+Z was never sealed: it was put in afterwards/],
];

describe("audit verify finds", () => {
  test.each(DEEDS)("%s, and blames nothing else", async (_what, deed, sentence) => {
    await tampered(deed);
    const { code, out, err } = await verify("--municipality", PERUGIA);
    const [told = "", summary, ...more] = err.split("\n");
    expect(told.replace("G478: ", "")).toMatch(sentence);
    expect([code, summary, more]).toEqual([1, "The audit does not hold: 1 finding.", [""]]);
    expect(out).toMatch(/^G478:/);
  });

  test("the end cut off, entries and seals, when its hash was kept elsewhere", async () => {
    const noted = (await verify("--municipality", PERUGIA)).out.split(" ")[0] ?? "";
    await tampered(async (sql) => {
      await sql`DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE chain = ${PERUGIA} AND position > 15)`;
      await sql`DELETE FROM audit_seal WHERE chain = ${PERUGIA} AND position > 15`;
    });
    expect(await verify()).toMatchObject({ code: 0 });
    expect(await verify("--expect", noted)).toMatchObject({ code: 1, err: expect.stringContaining("G478: The end was removed: the chain reaches position 15, and was known up to 20.") });

    await someEntries(owner, { count: 10 });
    expect(await verify("--expect", noted)).toMatchObject({ code: 1, err: expect.stringContaining("G478: The seal at position 20 is not the one that was noted") });
  });

  test("nothing wrong with a hash that was kept while the chain grew", async () => {
    const noted = (await verify("--municipality", PERUGIA)).out.split(" ")[0] ?? "";
    await someEntries(owner, { count: 5 });
    expect(await verify("--expect", noted.toLowerCase())).toMatchObject({ code: 0 });
  });

  test("a whole chain that is gone, when it was noted", async () => {
    const noted = (await verify("--municipality", "network")).out.split(" ")[0] ?? "";
    await tampered(async (sql) => {
      await sql`DELETE FROM audit_entry WHERE municipality_id IS NULL`;
      await sql`DELETE FROM audit_seal WHERE chain = 'network'`;
    });
    expect(await verify("--expect", noted)).toMatchObject({ code: 1, err: expect.stringContaining("network: The end was removed: the chain reaches position 0") });
  });

  test("a chain sealed with another key", async () => {
    vi.stubEnv("POSTOLETTO_KEY", randomBytes(32).toString("base64"));
    const { code, err } = await verify("--municipality", PERUGIA);
    expect([code, err.split("\n").at(-2)]).toEqual([1, "The audit does not hold: 20 findings."]);
  });
});
