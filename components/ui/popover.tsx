"use client";

import type { ReactNode } from "react";
import { Popover as AriaPopover, type PopoverProps } from "react-aria-components";
import { classes } from "./classes";

type Props = Omit<PopoverProps, "className" | "children"> & { children: ReactNode; className?: string };

export function Popover({ children, className, ...props }: Props) {
  return (
    <AriaPopover
      offset={4}
      {...props}
      className={classes("overflow-auto rounded-lg border border-line bg-surface text-ink shadow-overlay", className)}
    >
      {children}
    </AriaPopover>
  );
}
