import { createLoader, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { AUDIT_ACTIONS, type AuditAction, NETWORK_CHAIN } from "@/domain/audit";
import { addDays, type Day, isDay } from "@/domain/day";

/** The filters as they stand in the address; `until` is the last day that is shown. */
export const auditParsers = {
  from: parseAsString,
  until: parseAsString,
  action: parseAsStringLiteral(AUDIT_ACTIONS),
  actorId: parseAsString,
  network: parseAsBoolean.withDefault(false),
};

export const loadAuditSearch = createLoader(auditParsers);

export type AuditTyped = { from: string | null; until: string | null; action: AuditAction | null; actorId: string | null; network: boolean };

export type AuditSearch = { chain: string; from: Day | null; until: Day | null; action: AuditAction | null; actorId: string | null };

/** What is asked for; the network only where the person administers all of it. */
export function auditSearchFrom(typed: AuditTyped, municipality: string, mayNetwork: boolean): AuditSearch {
  const from = typed.from && isDay(typed.from) ? typed.from : null;
  const until = typed.until && isDay(typed.until) ? typed.until : null;
  const actorId = typed.actorId && /^[a-z0-9_-]{1,60}$/.test(typed.actorId) ? typed.actorId : null;
  return { chain: typed.network && mayNetwork ? NETWORK_CHAIN : municipality, from, until, action: typed.action, actorId };
}

export function isFiltered({ from, until, action, actorId }: AuditSearch): boolean {
  return [from, until, action, actorId].some((each) => each !== null);
}

export function isInOrder({ from, until }: AuditSearch): boolean {
  return from === null || until === null || from <= until;
}

/** The question to the API, whose `until` is exclusive. */
export function parametersOf({ chain, from, until, action, actorId }: AuditSearch): Record<string, string | null> {
  return { municipality: chain, from, until: until && addDays(until, 1), action, actorId };
}
