"use client";

import { Radio, RadioGroup as AriaRadioGroup } from "react-aria-components";
import { FieldError, FieldHint, FieldLabel, type FieldProps } from "./field-parts";
import type { Choice } from "./select";

type Props<Value extends string> = FieldProps & {
  choices: (Choice<Value> & { hint?: string })[];
  value: Value | null;
  onChange: (value: Value) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  name?: string;
};

/** One of a few, all of them in sight. */
export function RadioGroup<Value extends string>({ label, hint, error, choices, value, onChange, isRequired, isDisabled, name }: Props<Value>) {
  const change = (next: string) => {
    const chosen = choices.find(({ id }) => id === next);
    if (chosen) onChange(chosen.id);
  };
  return (
    <AriaRadioGroup name={name} value={value} onChange={change} isRequired={isRequired} isDisabled={isDisabled} isInvalid={Boolean(error)}>
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      <div className="flex flex-col">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="group flex min-h-8 cursor-pointer data-[disabled]:cursor-not-allowed data-[disabled]:opacity-60 items-start gap-2 py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5">
            <span className="mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border border-field-line bg-surface group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-focus group-data-[selected]:border-brand">
              <span className="size-2.5 rounded-full group-data-[selected]:bg-brand" />
            </span>
            <span>{choice.text}{choice.hint && <span className="block text-sm text-ink-faint">{choice.hint}</span>}</span>
          </Radio>
        ))}
      </div>
      <FieldHint>{hint}</FieldHint>
      <FieldError>{error}</FieldError>
    </AriaRadioGroup>
  );
}
