import type { ReactNode } from "react";

/** A name and its value, in a `<dl>`. */
export function Definition({ term, children, isWide = false }: { term: string; children: ReactNode; isWide?: boolean }) {
  return (
    <div className={isWide ? "col-span-full" : undefined}>
      <dt className="text-xs font-semibold text-ink-faint">{term}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
