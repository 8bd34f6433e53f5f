"use client";

import { RefreshCwOff } from "lucide-react";
import { useIsLive } from "../live/live-state";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";

/** Whether what others change is on the board at once. Why it is not is said above the page. */
export function LiveSign() {
  const words = useWords().board;
  const isLive = useIsLive();
  return (
    <p className={classes("inline-flex items-center gap-1.5 text-sm font-semibold", isLive === null && "invisible", isLive === false ? "text-warning" : "text-positive")}>
      {isLive === false ? <RefreshCwOff aria-hidden className="size-3.5" /> : <span aria-hidden className="size-2 rounded-full bg-positive" />}
      {isLive === false ? words.notLive : words.live}
    </p>
  );
}
