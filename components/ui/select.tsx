"use client";

import { ChevronDown } from "lucide-react";
import { Button, ListBox, Select as AriaSelect, SelectValue, type Key } from "react-aria-components";
import { FieldError, FieldHint, FieldLabel, type FieldProps } from "./field-parts";
import { ListBoxItem } from "./list-box-item";
import { Popover } from "./popover";

export type Choice<Value extends string = string> = { id: Value; text: string };

type Props<Value extends string> = FieldProps & {
  choices: Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  isRequired?: boolean;
  name?: string;
  isLabelHidden?: boolean;
};

export function Select<Value extends string>({ label, hint, error, choices, value, onChange, placeholder, isRequired, name, isLabelHidden }: Props<Value>) {
  const change = (key: Key | null) => {
    const chosen = choices.find(({ id }) => id === key);
    if (chosen) onChange(chosen.id);
  };

  return (
    <AriaSelect name={name} value={value} onChange={change} placeholder={placeholder} isRequired={isRequired} isInvalid={Boolean(error)} className="group min-w-0">
      <FieldLabel isRequired={isRequired} isHidden={isLabelHidden}>{label}</FieldLabel>
      <Button className="field-box group-data-[invalid]:border-negative group-data-[invalid]:shadow-[inset_0_0_0_1px_var(--negative)]">
        <SelectValue className="min-w-0 flex-1 truncate text-start data-[placeholder]:text-ink-faint" />
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
      </Button>
      <FieldHint>{hint}</FieldHint>
      <FieldError>{error}</FieldError>
      <Popover isScrolledInside className="min-w-(--trigger-width)">
        <ListBox items={choices} className="max-h-80 min-h-0 overflow-auto p-1 outline-none">
          {(choice) => <ListBoxItem id={choice.id} text={choice.text} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
