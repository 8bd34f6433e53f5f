"use client";

import { NETWORK_CHAIN } from "@/domain/audit";
import type { AuditEntry } from "../http/api-types";
import { useMunicipality, useToday } from "../session/me";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { DateRangeField } from "../ui/date-range-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { ActionField } from "./action-field";
import { ActorField } from "./actor-field";
import { isFiltered, isInOrder } from "./audit-search";
import { useAuditSearch } from "./use-audit-search";

export function AuditFilters({ entries }: { entries: AuditEntry[] }) {
  const words = useWords().audit;
  const { name } = useMunicipality();
  const today = useToday();
  const { search, change, clear, mayNetwork } = useAuditSearch();
  const { from, until } = search;
  const days = from || until ? { from: from ?? until ?? today, until: until ?? today } : null;

  return (
    <form
      role="search"
      aria-label={words.filters}
      onSubmit={(event) => event.preventDefault()}
      className={classes(
        "mb-4 grid items-start gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3.5 sm:grid-cols-2 sm:px-5",
        mayNetwork ? "xl:grid-cols-[320px_minmax(0,1fr)_minmax(0,1fr)_180px]" : "lg:grid-cols-[300px_minmax(0,1fr)_minmax(0,1fr)]",
      )}
    >
      <DateRangeField label={words.days} value={days} onChange={change} error={isInOrder(search) ? undefined : words.datesWrong} />
      <ActionField value={search.action} onChange={(action) => change({ action })} />
      <ActorField chain={search.chain} entries={entries} value={search.actorId} onChange={(actorId) => change({ actorId })} />
      {mayNetwork && (
        <Select
          label={words.where}
          choices={[{ id: "municipality", text: name }, { id: NETWORK_CHAIN, text: words.network }]}
          value={search.chain === NETWORK_CHAIN ? NETWORK_CHAIN : "municipality"}
          onChange={(where) => change({ network: where === NETWORK_CHAIN || null })}
        />
      )}
      {isFiltered(search) && (
        <div className="sm:col-span-full">
          <Button size="small" tone="quiet" onPress={clear}>{words.clear}</Button>
        </div>
      )}
    </form>
  );
}
