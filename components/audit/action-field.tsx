"use client";

import { AUDIT_ACTIONS, type AuditAction } from "@/domain/audit";
import { ComboBox } from "../ui/combo-box";
import { useWords } from "../words/words-provider";
import { useChosenOrTyped } from "./chosen-or-typed";

type Props = { value: AuditAction | null; onChange: (action: AuditAction | null) => void };

export function ActionField({ value, onChange }: Props) {
  const words = useWords().audit;
  const [text, sought, type] = useChosenOrTyped(value, value ? words.actions[value] : "", () => onChange(null));
  const items = AUDIT_ACTIONS.map((id) => ({ id, name: words.actions[id] })).filter(({ name }) => name.toLowerCase().includes(sought));
  return (
    <ComboBox
      label={words.action}
      placeholder={words.anyAction}
      items={items}
      chosen={value}
      textOf={({ name }) => name}
      inputValue={text}
      onInputChange={type}
      onChoose={({ id }) => onChange(id)}
      emptyText={words.noAction}
    />
  );
}
