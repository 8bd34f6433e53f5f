import "server-only";
import type { Db } from "@/db/client";
import { mayActFor } from "@/domain/actor";

type Addressed = { address: string | null; addressProtected: boolean; municipality: string; organisationId: string | null };

/** The address of a protected facility is told to its organisation and the manager only. */
export function withAddress<T extends Addressed>(db: Db, facility: T): T {
  const isTold = !facility.addressProtected || mayActFor(db.actor, "unit.write", facility.municipality, facility.organisationId);
  return isTold ? facility : { ...facility, address: null };
}
