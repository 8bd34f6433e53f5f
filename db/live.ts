import postgres from "postgres";
import { setTimeout as sleep } from "node:timers/promises";
import type { Change } from "@/domain/live";
import { OWN_ORGANISATION } from "./client";

/** The channel of drizzle/0026. */
const CHANNEL = "postoletto_changes";
const TRY_AGAIN_AFTER = 1_000;
/** A connection that is gone without a word, as through a firewall, is found out so. */
const LOOKED_AFTER_EVERY = 15_000;

type Heard = {
  changed: (change: Change) => void;
  /** Listening began, or began again: what was written before was not heard. */
  begun: () => void;
};

/**
 * Hears of every change as it is committed, on a connection of its own, until it is stopped. A lost connection is made again, for as
 * long as it takes: the driver's own `listen` gives up after one try.
 */
export function listenToChanges(url: string, { changed, begun }: Heard): { stop(): Promise<void> } {
  const stopping = new AbortController();

  async function listenOnce(): Promise<void> {
    let lose = () => {};
    const lost = new Promise<void>((resolve) => (lose = resolve));
    const client = postgres(url, {
      max: 1, connect_timeout: 10, max_lifetime: null, onnotice: () => {},
      connection: { application_name: "postoletto live" },
      onclose: () => lose(),
      onnotify: (channel: string, payload: string) => channel === CHANNEL && changed(toChange(payload)),
    } as postgres.Options<Record<string, never>>);
    stopping.signal.addEventListener("abort", lose, { once: true });
    const looking = setInterval(() => void client`SELECT 1`.catch(lose), LOOKED_AFTER_EVERY);
    looking.unref();
    try {
      await client.unsafe(`LISTEN ${CHANNEL}`);
      begun();
      await lost;
    } finally {
      clearInterval(looking);
      stopping.signal.removeEventListener("abort", lose);
      await client.end({ timeout: 1 }).catch(() => undefined);
    }
  }

  async function listen(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listenOnce().catch(() => undefined);
      await sleep(TRY_AGAIN_AFTER, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  const ended = listen();
  return { stop: async () => { stopping.abort(); await ended; } };
}

type Payload = { municipality: string | null; action: Change["action"]; id: string | null; hiddenFor: string | null };

function toChange(text: string): Change {
  const { hiddenFor, ...change } = JSON.parse(text) as Payload;
  return { ...change, hiddenFor: hiddenFor === null ? null : { organisationId: hiddenFor === OWN_ORGANISATION ? null : hiddenFor } };
}
