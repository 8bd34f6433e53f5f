import { sql } from "drizzle-orm";
import type { AuditAction } from "@/domain/audit";
import type { Db } from "./client";
import { newId } from "./ids";
import { auditEntry } from "./schema/audit";

export type AuditRecord = {
  action: AuditAction;
  /** Null: what concerns the whole network, such as its users. */
  municipality: string | null;
  subjectId: string;
  /** Ids, codes and names of changed fields; never personal values. */
  facts?: Record<string, unknown>;
};

/** Writes who did what, in the transaction of the deed itself. */
export async function recordAudit(db: Db, { action, municipality, subjectId, facts = {} }: AuditRecord): Promise<void> {
  await db.drizzle.insert(auditEntry).values({
    id: newId(),
    at: sql`clock_timestamp()`,
    municipalityId: municipality,
    actorKind: db.actor.kind,
    actorId: db.actor.id,
    action,
    subjectId,
    facts,
  });
}
