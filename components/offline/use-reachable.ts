"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { isThere, reachability } from "../http/reachability";

const ASKED_EVERY = 5_000;

/** False without a network, or while the service does not answer; then it is asked again by itself, and every screen after it. */
export function useReachable(): boolean {
  const isLost = useSyncExternalStore(reachability.subscribe, reachability.isLost, () => false);
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine, () => true);
  const queries = useQueryClient();

  useEffect(() => {
    if (!isLost) return;
    const timer = setInterval(() => void isThere().then((there) => {
      if (!there) return;
      reachability.found();
      void queries.invalidateQueries();
    }), ASKED_EVERY);
    return () => clearInterval(timer);
  }, [isLost, queries]);

  return isOnline && !isLost;
}

export function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
