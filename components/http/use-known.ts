"use client";

import { type DataTag, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

const nothing = () => undefined;

/**
 * What the page has been told under this key, for those around the page: undefined until then, and while the page is as the server wrote it.
 * They must not ask with `useQuery`: a question that is there before the page's own data would keep the page from using it for its first picture.
 */
export function useKnown<T>(queryKey: DataTag<QueryKey, T, Error>): T | undefined {
  const queries = useQueryClient();
  const listen = useCallback((onChange: () => void) => queries.getQueryCache().subscribe(onChange), [queries]);
  return useSyncExternalStore(listen, () => queries.getQueryData<T>(queryKey), nothing);
}
