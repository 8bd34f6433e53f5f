"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; title: string; text: string; action: ReactNode };

/** A page that only says something: not found, out of order. */
export function MessagePage({ icon: Icon, title, text, action }: Props) {
  return (
    <div className="mx-auto mt-10 flex max-w-xl flex-col items-start gap-3 rounded-lg border border-line bg-surface p-8">
      <span aria-hidden className="grid size-12 place-items-center rounded-full bg-brand-soft text-brand"><Icon className="size-6" /></span>
      <h1 className="text-3xl">{title}</h1>
      <p className="text-lg text-ink-soft">{text}</p>
      <div className="mt-2">{action}</div>
    </div>
  );
}
