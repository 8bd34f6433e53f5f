"use client";

import type { ReactNode } from "react";
import { FieldError as AriaFieldError, Label as AriaLabel, Text } from "react-aria-components";

/** `isLabelHidden`: where the place says it to the eye, as in a table; it is spoken all the same. */
export type FieldProps = { label: string; isLabelHidden?: boolean; hint?: string; error?: string };

/** `isHidden`: only where what stands in the field says as much. */
export function FieldLabel({ children, isRequired = false, isHidden = false }: { children: ReactNode; isRequired?: boolean; isHidden?: boolean }) {
  return (
    <AriaLabel className={isHidden ? "sr-only" : "mb-1 block text-sm font-semibold text-ink-soft"}>
      {children}
      {isRequired && <span aria-hidden className="text-negative"> *</span>}
    </AriaLabel>
  );
}

export function FieldHint({ children }: { children?: string }) {
  return children ? <Text slot="description" className="mt-1 block text-sm text-ink-faint">{children}</Text> : null;
}

/** The browser's or our own reason why the value cannot stand. */
export function FieldError({ children }: { children?: string }) {
  return (
    <AriaFieldError className="mt-1 block text-sm font-semibold text-negative">
      {({ validationErrors }) => children ?? validationErrors.join(" ")}
    </AriaFieldError>
  );
}
