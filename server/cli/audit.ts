import "server-only";
import { parseArgs } from "node:util";
import { asActor, type Database } from "@/db/client";
import { municipalitiesCalled } from "@/db/network";
import { systemActor } from "@/server/actor";
import { chainsToVerify, type Noted, type Verdict, verifyChain } from "@/server/audit/verify";
import { NETWORK_CHAIN } from "@/domain/audit";
import type { Finding } from "@/domain/audit-chain";
import { type Command, Misuse, notice, Obstacle, requireCurrentSchema, withDatabase } from "./command";

export const auditCommands: Command[] = [{ words: "audit verify", takes: "[--municipality CODE] [--expect CHAIN:POSITION:HASH]...", run: verify }];

async function verify(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { municipality: { type: "string" }, expect: { type: "string", multiple: true } } });
  const noted = (values.expect ?? []).map(notedFrom);
  const found = await withDatabase(async (database) => {
    await requireCurrentSchema(database);
    const chains = values.municipality === undefined ? await chainsToVerify(database, noted) : [await chainOf(database, values.municipality)];
    let all = 0;
    for (const chain of chains) all += report(await verifyChain(database, chain, noted));
    return all;
  });
  if (found > 0) throw new Obstacle(`The audit does not hold: ${found === 1 ? "1 finding" : `${found} findings`}.`);
  notice("Every entry is as it was written. Keep the last hashes elsewhere: `audit verify --expect CHAIN:POSITION:HASH` compares with them later, and finds what was taken off the end.");
}

function notedFrom(text: string): Noted {
  const [, chain, position, hash] = /^(network|[A-Za-z]\d{3}):(\d{1,15}):([0-9a-fA-F]{64})$/.exec(text) ?? [];
  if (!chain || !position || !hash) throw new Misuse(`--expect takes CHAIN:POSITION:HASH as a verification prints them, not "${text}".`);
  return { chain: chain === NETWORK_CHAIN ? chain : chain.toUpperCase(), position: Number(position), hash: hash.toLowerCase() };
}

async function chainOf(database: Database, typed: string): Promise<string> {
  if (typed === NETWORK_CHAIN) return NETWORK_CHAIN;
  const [found, ...others] = await asActor(database, systemActor("audit"), (db) => municipalitiesCalled(db, typed));
  if (!found || others.length > 0) throw new Obstacle(`There is no municipality "${typed}": give its codice catastale (G478 is Perugia), or ${NETWORK_CHAIN}.`);
  return found.code;
}

/** The chain on standard output, what does not hold beside it; answers how much that is. */
function report({ chain, entries, last, findings, more }: Verdict): number {
  process.stdout.write(`${chain}:${last.position}:${last.hash || "-"} ${entries} ${entries === 1 ? "entry" : "entries"}\n`);
  for (const finding of findings) notice(`${chain}: ${sentenceOf(finding)}`);
  if (more > 0) notice(`${chain}: and ${more} more like these.`);
  return findings.length + more;
}

function sentenceOf(finding: Finding): string {
  switch (finding.code) {
    case "entry_changed":
      return `The entry at position ${finding.position} was edited: it is no longer what was sealed (entry ${finding.entryId}).`;
    case "entry_removed":
      return `The entry at position ${finding.position} was removed: only its seal is left (entry ${finding.entryId}).`;
    case "seal_changed":
      return `The seal at position ${finding.position} was edited; its entry is whole.`;
    case "seals_removed":
      return finding.from === finding.until ? `The seal at position ${finding.from} was removed.` : `The seals at positions ${finding.from} to ${finding.until} were removed.`;
    case "exchanged":
      return `The rows at positions ${finding.position} and ${finding.other} were exchanged.`;
    case "never_sealed":
      return `The entry ${finding.entryId} of ${finding.at} was never sealed: it was put in afterwards.`;
    case "cut_off":
      return `The end was removed: the chain reaches position ${finding.position}, and was known up to ${finding.noted}.`;
    case "not_as_noted":
      return `The seal at position ${finding.position} is not the one that was noted: the chain was written anew from there or before.`;
  }
}
