"use client";

import { useEffect } from "react";
import { useLocale } from "../words/words-provider";

/** Lets the browser keep the page for when there is no network, anew for each build and language. */
export function OfflineWorker() {
  const locale = useLocale();

  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    const version = new URLSearchParams({ build: process.env.POSTOLETTO_BUILD ?? "", language: locale });
    // Without it the product works as before.
    navigator.serviceWorker.register(`/sw.js?${version}`, { updateViaCache: "none" }).catch(() => undefined);
  }, [locale]);

  return null;
}
