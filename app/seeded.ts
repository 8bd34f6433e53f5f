import { dehydrate, QueryClient, type DehydratedState } from "@tanstack/react-query";

/** What a page already asked for, handed to the client's memory under the same keys. */
export function seeded(fill: (queries: QueryClient) => void): DehydratedState {
  const queries = new QueryClient();
  fill(queries);
  return dehydrate(queries);
}
