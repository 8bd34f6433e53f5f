"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** While something runs: the browser asks before the page is closed, and a link inside the product waits for an answer here. */
export function useLeaveWarning(isRunning: boolean): { isAsking: boolean; leave: () => void; stay: () => void } {
  const router = useRouter();
  const [towards, setTowards] = useState<string | null>(null);

  useEffect(() => {
    if (!isRunning) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
      if (!(link instanceof HTMLAnchorElement) || isElsewhere || link.target === "_blank" || link.hasAttribute("download") || link.origin !== window.location.origin) return;
      if (link.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setTowards(`${link.pathname}${link.search}`);
    };
    window.addEventListener("beforeunload", warn);
    document.addEventListener("click", hold, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("click", hold, { capture: true });
    };
  }, [isRunning]);

  return {
    isAsking: isRunning && towards !== null,
    leave: () => towards !== null && router.push(towards),
    stay: () => setTowards(null),
  };
}
