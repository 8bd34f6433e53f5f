import "server-only";
import { addSeals, alongTheIndex, chainsOfEntries, findUnsealed, lastSeal, lockChain, type LookBack, unsealedSince } from "@/db/audit-seals";
import { asActor, type Database, type Db } from "@/db/client";
import { sealHash } from "@/db/secret-columns";
import { BEFORE_THE_FIRST, type ChainedEntry, linkText } from "@/domain/audit-chain";
import { systemActor } from "../actor";

/** Longer than any request between its entry and its end. */
export const SHORT: LookBack = { minutes: 2 };
/** Longer than any import. */
export const LONG: LookBack = { minutes: 24 * 60 };

const BATCH = 1000;

/** Seals what is not yet sealed, chain by chain. Killed between two batches it goes on where it was; a second process waits for the chain's lock. */
export async function sealAll(database: Database, lookBack: LookBack): Promise<void> {
  const chains = await asActor(database, systemActor("audit"), chainsOfEntries);
  for (const chain of chains) await sealChain(database, chain, lookBack);
}

/** Seals one chain to its end; answers how many entries that were. */
export async function sealChain(database: Database, chain: string, lookBack: LookBack): Promise<number> {
  const inTransaction = <T>(work: (db: Db) => Promise<T>) => asActor(database, systemActor("audit"), work);
  const since = await inTransaction(async (db) => {
    const from = await unsealedSince(db, chain, lookBack);
    const [waiting] = await findUnsealed(db, chain, { since: from, after: null, limit: 1 });
    return waiting ? from : null;
  });
  if (since === null) return 0;

  let sealed = 0;
  for (let after: ChainedEntry | null = null; ; ) {
    const entries: ChainedEntry[] = await inTransaction((db) => sealBatch(db, chain, { since, after }));
    sealed += entries.length;
    after = entries.at(-1) ?? null;
    if (entries.length < BATCH) return sealed;
  }
}

/** The lock comes first: the statements after it see what whoever held it has sealed. */
async function sealBatch(db: Db, chain: string, from: { since: string; after: ChainedEntry | null }): Promise<ChainedEntry[]> {
  await lockChain(db, chain);
  await alongTheIndex(db);
  const entries = await findUnsealed(db, chain, { ...from, limit: BATCH });

  let last = (await lastSeal(db, chain)) ?? { position: 0, hash: BEFORE_THE_FIRST };
  const seals = entries.map((entry) => {
    const position = last.position + 1;
    last = { position, hash: sealHash(linkText(last.hash, { chain, position }, entry)) };
    return { entryId: entry.id, ...last };
  });
  await addSeals(db, chain, seals);
  return entries;
}
