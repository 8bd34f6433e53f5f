"use client";

import { useEffect } from "react";

/**
 * Keeps the page's title until the next one is there. Going back to a page whose title has to be asked for again, the browser would have
 * none meanwhile, and a screen reader could not say where one is (WCAG 2.4.2).
 */
export function LastingTitle() {
  useEffect(() => {
    const kept = document.createElement("title");
    let last = document.title;
    const look = () => {
      const own = [...document.head.querySelectorAll("title")].find((title) => title !== kept);
      if (own) {
        kept.remove();
        last = own.text;
      } else if (!kept.isConnected) {
        kept.text = last;
        document.head.append(kept);
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    look();
    return () => {
      observer.disconnect();
      kept.remove();
    };
  }, []);
  return null;
}
