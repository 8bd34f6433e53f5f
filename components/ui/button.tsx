"use client";

import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { buttonLook, type ButtonSize, type ButtonTone } from "./button-look";
import { classes } from "./classes";
import { Spinner } from "./spinner";

type Props = Omit<AriaButtonProps, "className" | "children"> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  isWide?: boolean;
  children: ReactNode;
};

/**
 * While pending it keeps the focus and does nothing. The library's own `isPending` is not used: what it announces points at the
 * button, which is often gone with its dialog a moment later.
 */
export function Button({ tone, size, isWide = false, isPending = false, children, ...props }: Props) {
  const asleep = isPending ? ({ type: "button", onPress: undefined, "aria-disabled": true } as const) : {};
  return (
    <AriaButton {...props} {...asleep} className={classes(buttonLook(tone, size), isWide && "w-full")}>
      {isPending && <Spinner />}
      {children}
    </AriaButton>
  );
}

type IconButtonProps = Omit<AriaButtonProps, "className" | "children"> & { "aria-label": string; children: ReactNode };

/** A button that shows only an icon; its name is spoken. */
export function IconButton({ children, ...props }: IconButtonProps) {
  return (
    <AriaButton
      {...props}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-muted hover:text-ink disabled:opacity-50 pointer-coarse:size-11 print:hidden"
    >
      {children}
    </AriaButton>
  );
}
