"use client";

import { useQueryStates } from "nuqs";
import { useMe, useMunicipality } from "../session/me";
import { auditParsers, auditSearchFrom, type AuditSearch, type AuditTyped } from "./audit-search";
import { administersNetwork } from "./administers-network";

type Change = { [Key in keyof AuditTyped]?: AuditTyped[Key] | null };
type Filters = { search: AuditSearch; change: (change: Change) => void; clear: () => void; mayNetwork: boolean };

/** What is shown, kept in the address. */
export function useAuditSearch(): Filters {
  const municipality = useMunicipality().code;
  const mayNetwork = administersNetwork(useMe());
  const [typed, setTyped] = useQueryStates(auditParsers, { history: "replace" });
  return {
    search: auditSearchFrom(typed, municipality, mayNetwork),
    change: (change) => void setTyped(change),
    clear: () => void setTyped({ from: null, until: null, action: null, actorId: null }),
    mayNetwork,
  };
}
