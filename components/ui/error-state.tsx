"use client";

import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

type Props = { title: string; children?: ReactNode; retryLabel: string; onRetry?: () => void };

/** Something could not be loaded: says what, and lets it be tried again. */
export function ErrorState({ title, children, retryLabel, onRetry }: Props) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <span aria-hidden className="mb-1 grid size-12 place-items-center rounded-full bg-negative-soft text-negative"><CloudOff className="size-6" /></span>
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {onRetry && <div className="mt-3"><Button onPress={onRetry}>{retryLabel}</Button></div>}
    </div>
  );
}
