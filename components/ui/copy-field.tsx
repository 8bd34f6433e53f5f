"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Input, TextField } from "react-aria-components";
import { Button } from "./button";
import { FieldHint, FieldLabel } from "./field-parts";

type Props = { label: string; hint?: string; value: string; copyLabel: string; copiedLabel: string };

/** Something to take along: shown, and copied with one press. Where the browser keeps its clipboard to itself, the text is selected. */
export function CopyField({ label, hint, value, copyLabel, copiedLabel }: Props) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      field.current?.focus();
    }
  }

  return (
    <TextField value={value} isReadOnly>
      <FieldLabel>{label}</FieldLabel>
      <div className="flex gap-2">
        <Input ref={field} className="field-box min-w-0 flex-1 font-mono" />
        <Button onPress={() => void copy()}>
          {isCopied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          {isCopied ? copiedLabel : copyLabel}
        </Button>
      </div>
      <FieldHint>{hint}</FieldHint>
    </TextField>
  );
}
