"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RefreshCwOff } from "lucide-react";
import { useEffect, useState } from "react";
import type { LiveTopic } from "@/domain/live";
import { useMunicipality } from "../session/me";
import { useReachable } from "../offline/use-reachable";
import { useWords } from "../words/words-provider";
import { liveState } from "./live-state";
import { followChanges } from "./live-stream";
import { isAbout } from "./topic-keys";

/** Changes that come together are asked about together. */
const GATHERED_FOR = 150;
/** A window nobody looks at lets its connection go: a browser opens only a few to one address. */
const HIDDEN_FOR = 60_000;
/** A short break mends itself before anybody need know. */
const SHOWN_AFTER = 5_000;

/** What others change is asked again at once, wherever it is on the screen; says so where that does not work. */
export function LiveUpdates() {
  const words = useWords().offline;
  const municipality = useMunicipality().code;
  const isReachable = useReachable();
  const isBroken = useLive(municipality);
  return (
    <div role="status" className="sticky top-14 z-30">
      {isBroken && isReachable && (
        <p data-no-print className="flex items-center gap-2 border-b border-warning bg-warning-soft px-4 py-2 text-ink sm:px-7">
          <RefreshCwOff aria-hidden className="size-5 shrink-0 text-warning" />
          <span><b className="font-semibold">{words.notLive}.</b> {words.notLiveText}</span>
        </p>
      )}
    </div>
  );
}

function useLive(municipality: string): boolean {
  const queries = useQueryClient();
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    const topics = new Set<LiveTopic>();
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let breaking: ReturnType<typeof setTimeout> | undefined;
    let hiding: ReturnType<typeof setTimeout> | undefined;
    let following: { stop(): void } | null = null;

    const askAgain = () => {
      gathering = undefined;
      const about = new Set(topics);
      topics.clear();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isAbout(about, queryKey) });
    };
    const tellBroken = () => {
      breaking ??= setTimeout(() => setBroken(true), SHOWN_AFTER);
    };
    const tellMended = () => {
      clearTimeout(breaking);
      breaking = undefined;
      setBroken(false);
    };
    const follow = () => {
      following ??= followChanges({
        municipality,
        changed: (event) => {
          event.topics.forEach((topic) => topics.add(topic));
          gathering ??= setTimeout(askAgain, GATHERED_FOR);
        },
        connected: (isConnected) => {
          liveState.say(isConnected);
          if (isConnected) tellMended();
          else tellBroken();
        },
      });
    };
    const letGo = () => {
      following?.stop();
      following = null;
      liveState.say(null);
      tellMended();
    };
    const look = () => {
      clearTimeout(hiding);
      if (document.visibilityState === "visible") follow();
      else hiding = setTimeout(letGo, HIDDEN_FOR);
    };

    if (municipality !== "") look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      for (const timer of [gathering, breaking, hiding]) clearTimeout(timer);
      following?.stop();
      liveState.say(null);
    };
  }, [municipality, queries]);

  return isBroken;
}
