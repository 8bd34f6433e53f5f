"use client";

import { WifiOff } from "lucide-react";
import { useEffect, useSyncExternalStore, type ReactNode } from "react";
import { isThere } from "../http/reachability";
import { PlainHeader } from "../shell/plain-header";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { useHydrated } from "../ui/use-hydrated";
import { useFormats, useWords } from "../words/words-provider";
import { readLastSeen, type LastSeen } from "./last-seen";

const ASKED_EVERY = 5_000;

/** What there is without a network: the availability seen last, with its time, and the way back once there is one again. */
export function OfflinePage() {
  const { offline: words, shell } = useWords();
  const next = useSyncExternalStore(subscribeToNothing, wantedPage, () => null);
  const seen = useSyncExternalStore(subscribeToNothing, rememberedSeen, () => null);
  const isHydrated = useHydrated();

  useEffect(() => {
    if (next === null) return;
    const timer = setInterval(() => void goBack(next), ASKED_EVERY);
    const now = () => void goBack(next);
    window.addEventListener("online", now);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", now);
    };
  }, [next]);

  return (
    <Frame>
      <div className="flex flex-wrap items-end gap-3">
        <h1 className="text-3xl">{words.title}</h1>
        <div className="ms-auto"><Button onPress={() => void goBack(next ?? "/")}>{shell.retry}</Button></div>
      </div>
      {isHydrated && (seen ? <Seen seen={seen} /> : <Card as="div"><EmptyState icon={WifiOff} title={words.noneTitle}>{words.noneText}</EmptyState></Card>)}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <PlainHeader />
      <main className="mx-auto max-w-2xl space-y-4 px-4 py-6">{children}</main>
    </>
  );
}

function Seen({ seen }: { seen: LastSeen }) {
  const { offline: words, availability } = useWords();
  const { shortDay, time, dayOf } = useFormats();
  const isOfToday = dayOf(seen.seenAt) === dayOf(new Date().toISOString());
  const facilities = [...new Set(seen.places.map(({ facility }) => facility))];
  return (
    <>
      <Alert tone="warning" isLive={false} title={words.seen(time(seen.seenAt), isOfToday)}>{words.noAssigning}</Alert>
      <p className="text-lg">{words.searched(seen.municipality, shortDay(seen.from), shortDay(seen.until))}</p>
      {facilities.map((facility) => (
        <section key={facility} aria-label={facility} className="rounded-lg border border-line bg-surface">
          <h2 className="border-b border-line px-4 py-2 text-lg">{facility}</h2>
          <ul>
            {seen.places.filter((place) => place.facility === facility).map(({ unit, free, all, beds }) => (
              <li key={unit} className="flex flex-wrap gap-x-4 border-b border-line-soft px-4 py-3 last:border-b-0">
                <b className="font-semibold">{unit}</b>
                <span>{availability.freeOf(free, all)}</span>
                <span className="w-full text-sm text-ink-faint">{beds.join(", ")}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {facilities.length === 0 && <p>{words.nothingFree}</p>}
    </>
  );
}

let remembered: LastSeen | null | undefined;

/** Read once: the page does not change under the eyes of who reads it. */
function rememberedSeen(): LastSeen | null {
  remembered ??= readLastSeen();
  return remembered;
}

/** The page that could not be had: the worker says it in the address. A path of ours, never another site. */
function wantedPage(): string | null {
  const wanted = new URLSearchParams(window.location.search).get("da");
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : null;
}

const subscribeToNothing = () => () => undefined;

async function goBack(next: string): Promise<void> {
  if (await isThere()) window.location.replace(next);
}
