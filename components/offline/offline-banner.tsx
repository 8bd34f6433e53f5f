"use client";

import { WifiOff } from "lucide-react";
import { useWords } from "../words/words-provider";
import { useReachable } from "./use-reachable";

/** Says that what is on the screen may have changed meanwhile; goes by itself. */
export function OfflineBanner() {
  const words = useWords().offline;
  const isReachable = useReachable();
  return (
    <div role="status" className="sticky top-14 z-30">
      {!isReachable && (
        <p className="flex items-center gap-2 border-b border-warning bg-warning-soft px-4 py-2 text-ink sm:px-7">
          <WifiOff aria-hidden className="size-5 shrink-0 text-warning" />
          <span><b className="font-semibold">{words.title}.</b> {words.banner}</span>
        </p>
      )}
    </div>
  );
}
