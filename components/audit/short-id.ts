import type { AuditEntry } from "../http/api-types";

const SHOWN = 8;

/** The end of the id, by which the same record is recognised again; of a whole list nothing. */
export function shortId({ subjectId, municipality }: Pick<AuditEntry, "subjectId" | "municipality">): string {
  return subjectId === municipality ? "" : `…${subjectId.slice(-SHOWN)}`;
}
