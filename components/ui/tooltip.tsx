"use client";

import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";

/** A few words on what a button does, on hover and on focus. Never the only place where something is said. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <AriaTooltip offset={6} className="max-w-64 rounded-md bg-ink px-2.5 py-1.5 text-sm text-surface shadow-overlay">{text}</AriaTooltip>
    </TooltipTrigger>
  );
}
