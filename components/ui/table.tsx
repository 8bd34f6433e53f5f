import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

/**
 * A table whose rows lead somewhere: the whole row is the link's target. On a phone each row stands as a block, without columns.
 * `role`s are kept by hand because `display: block` takes them away from the elements.
 */
export function TableFrame({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) {
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface">
      <table role="table" aria-label={label} className="w-full border-collapse max-md:block">
        <thead role="rowgroup" className="max-md:sr-only"><tr role="row">{head}</tr></thead>
        <tbody role="rowgroup" className="max-md:block">{children}</tbody>
      </table>
    </div>
  );
}

export type Sorted = { by: string; isDescending: boolean };

/** `sort`: the column can be sorted by; `sorted` is how the table is now. */
type HeadCellProps = { children?: ReactNode; sort?: { key: string; sorted: Sorted; onSort: (sorted: Sorted) => void } };

/** Stays in sight under the page's header while the rows move. */
export function HeadCell({ children, sort }: HeadCellProps) {
  const isSorted = sort?.sorted.by === sort?.key;
  const direction = sort?.sorted.isDescending ? "descending" : "ascending";
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort ? (isSorted ? direction : "none") : undefined}
      className="sticky top-14 z-10 bg-surface print:static px-3 py-2.5 text-start text-sm font-semibold text-ink-faint shadow-[inset_0_-1px_var(--line)] first:ps-5 last:pe-5 xl:px-4 xl:first:ps-5 xl:last:pe-5"
    >
      {sort ? <SortButton sort={sort} isSorted={isSorted}>{children}</SortButton> : children}
    </th>
  );
}

function SortButton({ sort, isSorted, children }: { sort: NonNullable<HeadCellProps["sort"]>; isSorted: boolean; children: ReactNode }) {
  const Icon = !isSorted ? ArrowUpDown : sort.sorted.isDescending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => sort.onSort({ by: sort.key, isDescending: isSorted && !sort.sorted.isDescending })}
      className={classes("-my-1 inline-flex min-h-6 items-center gap-1 rounded-sm text-start hover:text-brand", isSorted && "text-ink")}
    >
      {children}
      <Icon aria-hidden className={classes("size-3.5 shrink-0", !isSorted && "opacity-50")} />
    </button>
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

/** On a phone, `isWide`: it takes the whole width of its row's block; `isInCorner`: it stands at the block's upper right. */
type CellProps = { children?: ReactNode; isWide?: boolean; isInCorner?: boolean };

export function Cell({ children, isWide = false, isInCorner = false }: CellProps) {
  return (
    <td
      role="cell"
      className={classes(
        "empty:max-md:hidden has-[>[data-missing]]:max-md:hidden md:px-3 md:py-2.5 md:first:ps-5 md:last:pe-5 xl:px-4 xl:first:ps-5 xl:last:pe-5",
        isWide && "max-md:col-span-2",
        isInCorner && "max-md:absolute max-md:top-2 max-md:right-2",
      )}
    >
      {children}
    </td>
  );
}

/** What stands in a cell where nothing is known: a sign under its column's head, nothing at all on a phone. */
export function Missing({ sign }: { sign: string }) {
  return <span data-missing>{sign}</span>;
}
