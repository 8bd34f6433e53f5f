"use client";

import type { ReactNode } from "react";
import { Popover as AriaPopover, type PopoverProps } from "react-aria-components";
import { classes } from "./classes";

type Props = Omit<PopoverProps, "className" | "children"> & {
  children: ReactNode;
  className?: string;
  /** What is in it scrolls by itself: a scroller that no key reaches is of no use. */
  isScrolledInside?: boolean;
};

export function Popover({ children, className, isScrolledInside, ...props }: Props) {
  return (
    <AriaPopover
      offset={4}
      {...props}
      className={classes(isScrolledInside ? "flex flex-col overflow-hidden" : "overflow-auto", "rounded-lg border border-line bg-surface text-ink shadow-overlay", className)}
    >
      {children}
    </AriaPopover>
  );
}
