"use client";

import type { AuditEntry } from "../http/api-types";
import { useWords } from "../words/words-provider";

/** Who acted, in words. */
export function useActorName(): (entry: Pick<AuditEntry, "actorKind" | "actorId" | "actorName">) => string {
  const words = useWords().audit;
  return ({ actorKind, actorId, actorName }) => (actorKind === "system" ? (words.systemActor[actorId] ?? actorId) : (actorName ?? words.unknownActor));
}
