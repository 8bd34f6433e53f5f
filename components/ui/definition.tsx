import type { ReactNode } from "react";

/** A name and its value, in a `<dl>`. */
export function Definition({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs font-semibold text-ink-faint">{term}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}
