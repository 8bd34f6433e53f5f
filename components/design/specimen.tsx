import type { ReactNode } from "react";
import { classes } from "../ui/classes";

type GroupProps = { id: string; title: string; children: ReactNode };

export function Group({ id, title, children }: GroupProps) {
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="border-b border-line pb-1 text-2xl">{title}</h2>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,320px),1fr))] gap-4">{children}</div>
    </section>
  );
}

type Props = { state: string; isWide?: boolean; isFocused?: boolean; children: ReactNode };

/** One part in one state. The outline of the focus is drawn around a part that does not have it. */
export function Specimen({ state, isWide = false, isFocused = false, children }: Props) {
  return (
    <div className={classes("min-w-0 rounded-lg border border-line bg-surface p-4", isWide && "col-span-full")}>
      <p className="mb-2 text-xs text-ink-faint">{state}</p>
      {isFocused ? <span data-focus-visible className="inline-flex rounded-md">{children}</span> : children}
    </div>
  );
}
