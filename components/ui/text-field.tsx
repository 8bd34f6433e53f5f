"use client";

import { Input, TextArea, TextField as AriaTextField, type TextFieldProps } from "react-aria-components";
import { FieldError, FieldHint, FieldLabel, type FieldProps } from "./field-parts";

type Props = FieldProps & Omit<TextFieldProps, "className" | "children"> & { lines?: number; autoCapitalize?: "words" | "characters" };

export function TextField({ label, isLabelHidden, hint, error, lines, autoCapitalize, ...props }: Props) {
  return (
    <AriaTextField {...props} isInvalid={props.isInvalid ?? Boolean(error)}>
      <FieldLabel isRequired={props.isRequired} isHidden={isLabelHidden}>{label}</FieldLabel>
      {lines ? <TextArea rows={lines} className="field-box py-2" /> : <Input autoCapitalize={autoCapitalize} className="field-box" />}
      <FieldHint>{hint}</FieldHint>
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}
