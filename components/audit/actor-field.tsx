"use client";

import { useQuery } from "@tanstack/react-query";
import type { AuditEntry } from "../http/api-types";
import { ComboBox } from "../ui/combo-box";
import { useWords } from "../words/words-provider";
import { auditQueries } from "./audit-queries";
import { useActorName } from "./actor-name";
import { useChosenOrTyped } from "./chosen-or-typed";

type Props = { chain: string; entries: AuditEntry[]; value: string | null; onChange: (actorId: string | null) => void };

/** The users of the municipality, and whoever else the entries on the screen name. */
export function ActorField({ chain, entries, value, onChange }: Props) {
  const words = useWords().audit;
  const nameOf = useActorName();
  const { data: colleagues = [] } = useQuery(auditQueries.colleagues(chain));
  const others = entries.filter(({ actorId }) => !colleagues.some(({ id }) => id === actorId)).map((entry) => ({ id: entry.actorId, name: nameOf(entry), email: "" }));
  const known = [...new Map([...colleagues, ...others].map((one) => [one.id, one])).values()].sort((a, b) => a.name.localeCompare(b.name));
  const name = known.find(({ id }) => id === value)?.name ?? (value === null ? "" : words.unknownActor);
  const [text, sought, type] = useChosenOrTyped(value, name, () => onChange(null));

  return (
    <ComboBox
      label={words.who}
      placeholder={words.anybody}
      items={known.filter((one) => `${one.name} ${one.email}`.toLowerCase().includes(sought))}
      chosen={value}
      textOf={(one) => one.name}
      render={(one) => (
        <span className="block">
          <span className="block font-semibold">{one.name}</span>
          {one.email && <span className="block truncate text-sm text-ink-faint">{one.email}</span>}
        </span>
      )}
      inputValue={text}
      onInputChange={type}
      onChoose={({ id }) => onChange(id)}
      emptyText={words.nobody}
    />
  );
}
