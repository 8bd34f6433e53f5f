"use client";

import { useQueryStates } from "nuqs";
import { boardParsers, type BoardSearch } from "./board-search";

/** What of the board is looked at, as it stands in the address. */
export function useBoardSearch(): [BoardSearch, (change: Partial<BoardSearch>) => void] {
  const [search, setSearch] = useQueryStates(boardParsers, { history: "replace" });
  return [search, (change) => void setSearch(change)];
}
