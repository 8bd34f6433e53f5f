import "server-only";
import { findCase, type NamedCase } from "@/db/cases";
import type { Db } from "@/db/client";
import { lockHousehold } from "@/db/parties";
import { requireIn, requireVersion } from "../guard";

/** Which case, and the version it was decided on. */
export type CaseStep = { caseId: string; expectedVersion: number | null };

/** The case for a write, and its municipality: its household is locked, and everything is read after the lock. */
export async function openCase(db: Db, { caseId, expectedVersion }: CaseStep): Promise<{ found: NamedCase; municipality: string }> {
  const { householdId } = await findCase(db, caseId);
  const { municipality } = await lockHousehold(db, householdId);
  requireIn(db, "case.write", municipality);
  const found = await findCase(db, caseId);
  requireVersion(found.version, expectedVersion);
  return { found, municipality };
}
