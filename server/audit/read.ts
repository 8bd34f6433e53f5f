import "server-only";
import { type AuditFilter, findEntries, type LoggedEntry, sealedUpTo } from "@/db/audit-log";
import type { Db } from "@/db/client";
import { NotFound } from "@/db/errors";
import { mayEverywhere } from "@/domain/actor";
import { NETWORK_CHAIN } from "@/domain/audit";
import { requireIn } from "../guard";

export type AuditPage = { entries: LoggedEntry[]; sealed: { position: number; at: string } | null };

/** A page of a municipality's audit, or the network's: newest first, one entry more than asked. */
export async function readAudit(db: Db, { limit, ...filter }: AuditFilter): Promise<AuditPage> {
  requireChain(db, filter.chain);
  return { entries: await findEntries(db, { ...filter, limit: limit + 1 }), sealed: await sealedUpTo(db, filter.chain) };
}

/** What concerns the whole network is there for whoever administers all of it, and for others is not. */
function requireChain(db: Db, chain: string): void {
  if (chain !== NETWORK_CHAIN) return requireIn(db, "audit.read", chain);
  if (!mayEverywhere(db.actor, "audit.read")) throw new NotFound("network");
}
