"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe, useMunicipality } from "../../session/me";
import { ComboBox } from "../../ui/combo-box";
import { useDebounced } from "../../ui/use-debounced";
import { useWords } from "../../words/words-provider";
import { userQueries } from "../users/user-queries";

type Holder = { id: string; name: string; email: string };
type Props = { value: Holder | null; onChange: (holder: Holder | null) => void; error?: string };

/** The user whose roles the token will have; oneself to begin with. */
export function HolderField({ value, onChange, error }: Props) {
  const words = useWords().settings.tokens;
  const me = useMe();
  const [text, setText] = useState(value?.name ?? "");
  const sought = useDebounced(value?.name === text ? "" : text.trim());
  const { data: found = [] } = useQuery(userQueries.suggestions(useMunicipality().code, sought));
  const isMine = sought === "" || `${me.name} ${me.email}`.toLowerCase().includes(sought.toLowerCase());
  const users: Holder[] = [...(isMine ? [me] : []), ...found.filter(({ id, disabledAt }) => id !== me.id && disabledAt === null)];

  function type(next: string) {
    setText(next);
    if (value !== null && next !== value.name) onChange(null);
  }

  function choose(holder: Holder) {
    setText(holder.name);
    onChange(holder);
  }

  return (
    <ComboBox
      label={words.holder}
      hint={words.holderHint}
      error={error}
      items={users}
      chosen={value?.id ?? null}
      textOf={({ name }) => name}
      render={({ name, email }) => <span className="block"><span className="block font-semibold">{name}</span><span className="block truncate text-sm text-ink-faint">{email}</span></span>}
      inputValue={text}
      onInputChange={type}
      onChoose={choose}
      emptyText={words.nobody}
      isRequired
    />
  );
}
