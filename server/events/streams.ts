import "server-only";
import { listenToChanges } from "@/db/live";
import type { Actor } from "@/domain/actor";
import { type Change, EVERYTHING, type LiveEvent, liveEventFor } from "@/domain/live";

/** A connection that says nothing is taken for dead by what lies between. */
const BEAT_EVERY = 20_000;
const LOOKED_AT_EVERY = 30_000;
/** What one person's windows and scripts may hold open, and what one process bears. */
export const MOST_OF_ONE = 30;
const MOST = 2_000;
/** Whoever does not take what is sent is let go: they come again, and ask for everything. */
const MOST_WAITING = 256;

type Stream = { actor: Actor; municipality: string | null; tell: (text: string) => void; end: () => void; isStillWelcome: () => Promise<boolean> };

type Live = {
  streams: Set<Stream>;
  /** In milliseconds of this process's clock. */
  begunAt: number;
  changedAt: number;
  stop: () => Promise<void>;
};

const globals = globalThis as typeof globalThis & { postolettoLive?: Live };

/** The database itself, where a pooler lies between that keeps no sessions. */
export function listeningUrl(): string {
  return process.env.LISTEN_DATABASE_URL ?? process.env.DATABASE_URL ?? "";
}

/** Begins to hear of changes, once in a process: bundles load a module more than once. `url` is the app's own role. */
export function startLive(url: string): Live {
  if (globals.postolettoLive) return globals.postolettoLive;
  const live: Live = { streams: new Set(), begunAt: Infinity, changedAt: -Infinity, stop: async () => undefined };
  const listening = listenToChanges(url, {
    changed: (change) => {
      live.changedAt = performance.now();
      tellAll(live, change);
    },
    begun: () => {
      live.begunAt = performance.now();
      for (const stream of live.streams) stream.tell(toText(EVERYTHING));
    },
  });
  const beat = setInterval(() => live.streams.forEach((stream) => stream.tell(": \n\n")), BEAT_EVERY);
  const looking = setInterval(() => live.streams.forEach((stream) => void lookAt(stream)), LOOKED_AT_EVERY);
  beat.unref();
  looking.unref();
  live.stop = async () => {
    clearInterval(beat);
    clearInterval(looking);
    live.streams.forEach((stream) => stream.end());
    await listening.stop();
  };
  globals.postolettoLive = live;
  return live;
}

export async function stopLive(): Promise<void> {
  const live = globals.postolettoLive;
  globals.postolettoLive = undefined;
  await live?.stop();
}

export type Opening = {
  actor: Actor;
  /** Changes of this one alone; null: of all the actor reaches. */
  municipality: string | null;
  /** How long ago, in milliseconds, what is on the screen was read. */
  age: number;
  isStillWelcome: () => Promise<boolean>;
};

/** The text of a stream of events for one listener; null where there are too many already. */
export function openStream({ actor, municipality, age, isStillWelcome }: Opening): ReadableStream<Uint8Array> | null {
  const live = startLive(listeningUrl());
  if (live.streams.size >= MOST || [...live.streams].filter((stream) => stream.actor.id === actor.id).length >= MOST_OF_ONE) return null;
  const encoder = new TextEncoder();
  let stream: Stream;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        if (live.streams.delete(stream)) controller.close();
      };
      const tell = (text: string) => {
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) end();
        else if (live.streams.has(stream)) controller.enqueue(encoder.encode(text));
      };
      stream = { actor, municipality, tell, end, isStillWelcome };
      live.streams.add(stream);
      tell("retry: 2000\nevent: hello\ndata: {}\n\n");
      if (hasMissed(live, age)) tell(toText(EVERYTHING));
    },
    cancel() {
      live.streams.delete(stream);
    },
  });
}

/** How many streams are open in this process. */
export function openStreams(): number {
  return globals.postolettoLive?.streams.size ?? 0;
}

/** A change may have come before the stream and after what was read; so may one that this process was not listening for. */
function hasMissed({ begunAt, changedAt }: Live, age: number): boolean {
  const read = performance.now() - age;
  return read <= changedAt || read <= begunAt;
}

function tellAll({ streams }: Live, change: Change): void {
  for (const stream of streams) {
    // Whoever was shut out, or has another role now, comes again as who they are.
    if (change.action.startsWith("user.") && change.id === stream.actor.id) {
      stream.end();
      continue;
    }
    const event = stream.municipality === null || stream.municipality === change.municipality ? liveEventFor(stream.actor, change) : null;
    if (event) stream.tell(toText(event));
  }
}

async function lookAt(stream: Stream): Promise<void> {
  if (!(await stream.isStillWelcome().catch(() => true))) stream.end();
}

function toText(event: LiveEvent): string {
  return `event: change\ndata: ${JSON.stringify(event)}\n\n`;
}
