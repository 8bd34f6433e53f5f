import type { ReactNode } from "react";

/**
 * A table whose rows lead somewhere: the whole row is the link's target. On a phone each row stands as a block, without columns.
 * `role`s are kept by hand because `display: block` takes them away from the elements.
 */
export function TableFrame({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <table role="table" aria-label={label} className="w-full border-collapse max-md:block">
        <thead role="rowgroup" className="max-md:sr-only"><tr role="row">{head}</tr></thead>
        <tbody role="rowgroup" className="max-md:block">{children}</tbody>
      </table>
    </div>
  );
}

export function HeadCell({ children }: { children?: ReactNode }) {
  return (
    <th role="columnheader" scope="col" className="border-b border-line px-4 py-2.5 text-start text-sm font-semibold text-ink-faint first:ps-5 last:pe-5">
      {children}
    </th>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return (
    <tr
      role="row"
      className="relative border-b border-line-soft last:border-b-0 hover:bg-brand-soft focus-within:bg-brand-soft max-md:grid max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-x-4 max-md:gap-y-1 max-md:px-4 max-md:py-3"
    >
      {children}
    </tr>
  );
}

/** `isWide`: on a phone it takes the whole width of its row's block. */
type CellProps = { children?: ReactNode; isWide?: boolean };

export function Cell({ children, isWide = false }: CellProps) {
  return (
    <td role="cell" className={`empty:max-md:hidden md:px-4 md:py-2.5 md:first:ps-5 md:last:pe-5 ${isWide ? "max-md:col-span-2" : ""}`}>
      {children}
    </td>
  );
}
