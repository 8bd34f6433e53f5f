import "server-only";
import { alongTheIndex, chainsOfEntries, chainsOfSeals, findEscaped, findLinks, sealAt } from "@/db/audit-seals";
import { asActor, type Database, type Db } from "@/db/client";
import { sealHash } from "@/db/secret-columns";
import { ChainWalk, type Finding } from "@/domain/audit-chain";
import { systemActor } from "../actor";
import { LONG, sealChain } from "./seal";

/** What somebody noted of a chain at an earlier time, and keeps elsewhere. */
export type Noted = { chain: string; position: number; hash: string };

export type Verdict = { chain: string; entries: number; last: { position: number; hash: string }; findings: Finding[]; more: number };

const BATCH = 1000;
const NAMED = 100;

/** Every chain there is, also one of which only the seals are left or that was merely noted. */
export async function chainsToVerify(database: Database, noted: readonly Noted[]): Promise<string[]> {
  const there = await asActor(database, systemActor("audit"), async (db) => [...(await chainsOfEntries(db)), ...(await chainsOfSeals(db))]);
  return [...new Set([...there, ...noted.map(({ chain }) => chain)])].sort();
}

/** Seals what waits, then follows the chain from its first link to its last, a batch at a time. */
export async function verifyChain(database: Database, chain: string, noted: readonly Noted[]): Promise<Verdict> {
  const reading = <T>(work: (db: Db) => Promise<T>) => asActor(database, systemActor("audit"), work);
  await sealChain(database, chain, LONG);

  const walk = new ChainWalk(sealHash);
  for (let isWhole = false; !isWhole; ) {
    const links = await reading(async (db) => {
      await alongTheIndex(db);
      return findLinks(db, chain, walk.last.position, BATCH);
    });
    for (const link of links) walk.take(link);
    isWhole = links.length < BATCH;
  }

  const escaped = await reading((db) => findEscaped(db, chain, LONG, NAMED));
  const told = walk.findings();
  const findings = [
    ...told.findings,
    ...escaped.map(({ id, at }): Finding => ({ code: "never_sealed", entryId: id, at })),
    ...(await reading((db) => compareWithNoted(db, noted.filter((each) => each.chain === chain), walk.last.position))),
  ];
  return { chain, entries: walk.entries, last: walk.last, findings, more: told.more };
}

/** What was taken off the end leaves no trace in the chain itself: only a hash kept elsewhere tells. */
async function compareWithNoted(db: Db, noted: readonly Noted[], last: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { chain, position, hash } of noted) {
    if (position > last) findings.push({ code: "cut_off", position: last, noted: position });
    else if ((await sealAt(db, chain, position))?.hash !== hash) findings.push({ code: "not_as_noted", position });
  }
  return findings;
}
