"use client";

import { parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import type { Sorted } from "./table";
import { useIsPrinted } from "./use-is-printed";

const ROWS = 25;

type Value = string | number | null;

type Options<Row> = {
  rows: Row[];
  /** What a column is sorted by; nothing comes last. */
  columns: Record<string, (row: Row) => Value>;
  startsBy: string;
  locale: string;
  rowsPerPage?: number;
};

type Table<Row> = {
  visible: Row[];
  page: number;
  pages: number;
  setPage: (page: number) => void;
  /** For each sortable `HeadCell`. */
  sort: (key: string) => { key: string; sorted: Sorted; onSort: (sorted: Sorted) => void };
};

/** Sorts and pages a list that is all there, on paper on one page; how it stands is in the URL, so that a colleague sees the same. */
export function useTable<Row>({ rows, columns, startsBy, locale, rowsPerPage = ROWS }: Options<Row>): Table<Row> {
  const isPrinted = useIsPrinted();
  const [state, setState] = useQueryStates({ sort: parseAsString.withDefault(startsBy), desc: parseAsBoolean.withDefault(false), page: parseAsInteger.withDefault(1) });
  const by = state.sort in columns ? state.sort : startsBy;
  const sorted = { by, isDescending: state.desc };
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(Math.max(1, state.page), pages);
  const value = columns[by] ?? (() => null);
  const ordered = rows.toSorted((a, b) => compare(value(a), value(b), locale, state.desc));
  return {
    visible: isPrinted ? ordered : ordered.slice((page - 1) * rowsPerPage, page * rowsPerPage),
    page,
    pages,
    setPage: (next) => void setState({ page: next }),
    sort: (key) => ({ key, sorted, onSort: ({ by: next, isDescending }) => void setState({ sort: next, desc: isDescending, page: 1 }) }),
  };
}

function compare(a: Value, b: Value, locale: string, isDescending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "string" && typeof b === "string" ? a.localeCompare(b, locale, { numeric: true }) : Number(a) - Number(b);
  return isDescending ? -order : order;
}
