"use client";

import { Minus, Plus } from "lucide-react";
import { Button, Group, Input, NumberField as AriaNumberField, type NumberFieldProps } from "react-aria-components";
import { FieldHint, FieldLabel, type FieldProps } from "./field-parts";

type Props = FieldProps & Omit<NumberFieldProps, "className" | "children">;

const STEP = "grid size-9 shrink-0 place-items-center text-brand hover:bg-brand-soft disabled:text-ink-faint disabled:opacity-50 pointer-coarse:size-11";

export function NumberField({ label, hint, ...props }: Props) {
  return (
    <AriaNumberField {...props}>
      <FieldLabel isRequired={props.isRequired}>{label}</FieldLabel>
      <Group className="field-box w-fit! gap-0! px-0!">
        <Button slot="decrement" className={STEP}><Minus aria-hidden className="size-4" /></Button>
        <Input className="min-h-9 w-10 bg-transparent text-center font-semibold outline-none" />
        <Button slot="increment" className={STEP}><Plus aria-hidden className="size-4" /></Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
    </AriaNumberField>
  );
}
