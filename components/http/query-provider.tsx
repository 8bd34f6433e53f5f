"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { asProblem } from "./problem";

type Props = { children: ReactNode; locale: string; onSessionEnded: () => void };

/** The client's memory of the API. A 401 anywhere asks to sign in again, without leaving the page. */
export function QueryProvider({ children, locale, onSessionEnded }: Props) {
  const [client] = useState(() => newQueryClient(onSessionEnded));
  const spokenIn = useRef(locale);

  useEffect(() => {
    if (spokenIn.current === locale) return;
    spokenIn.current = locale;
    // The server's sentences come in the language they were asked in.
    void client.invalidateQueries();
  }, [client, locale]);

  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function newQueryClient(onSessionEnded: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (asProblem(error)?.status === 401) onSessionEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Never kept for later: without a network nothing is assigned, and whoever tried is told so.
      mutations: { networkMode: "always" },
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && (asProblem(error)?.isUnreachable ?? false),
      },
    },
  });
}
