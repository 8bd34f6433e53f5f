import type { LiveEvent } from "@/domain/live";
import { withParameters } from "../http/api";
import { reachability } from "../http/reachability";
import { eventCutter } from "./event-text";

/** The server says something every 20 seconds: a connection that is silent for longer is dead, also where nobody noticed. */
const SILENT_FOR = 45_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;
const SIGNED_OUT_WAIT = 30_000;

type Listener = {
  municipality: string;
  changed: (event: LiveEvent) => void;
  /** Whether changes are heard of at this moment. */
  connected: (isConnected: boolean) => void;
};

/**
 * Hears of what others change for as long as it is not stopped, and comes back by itself when the connection breaks: then the server is
 * told how old the screen is, and says whether anything was missed.
 */
export function followChanges({ municipality, changed, connected }: Listener): { stop(): void } {
  const stopping = new AbortController();
  // What a page shows is read after its address was asked for.
  let heardAt = 0;
  let wait = FIRST_WAIT;

  async function listenOnce(): Promise<"again" | "never"> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENT_FOR);
    const heard = () => {
      heardAt = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENT_FOR);
    };
    try {
      const path = withParameters("/events", { municipality, age: Math.ceil(performance.now() - heardAt) });
      const answer = await fetch(`/api/v1${path}`, { credentials: "same-origin", cache: "no-store", signal: AbortSignal.any([stopping.signal, silence.signal]) });
      reachability.found();
      if (answer.status === 403 || answer.status === 404) return "never";
      // Whoever is signed out is told by the next question, and may sign in again; asking every second would count as knocking.
      if (answer.status === 401) wait = SIGNED_OUT_WAIT;
      if (!answer.ok || answer.body === null) return "again";
      wait = FIRST_WAIT;
      await readThrough(answer.body, heard);
      return "again";
    } catch {
      if (!stopping.signal.aborted) reachability.lost();
      return "again";
    } finally {
      clearTimeout(timer);
      connected(false);
    }
  }

  async function readThrough(body: ReadableStream<Uint8Array>, heard: () => void): Promise<void> {
    const cut = eventCutter();
    const reader = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard();
      for (const { name, data } of cut(piece.value)) {
        if (name === "hello") connected(true);
        if (name === "change") changed(JSON.parse(data) as LiveEvent);
      }
    }
  }

  async function listen(): Promise<void> {
    while (!stopping.signal.aborted && (await listenOnce()) === "again" && !stopping.signal.aborted) {
      await pause(wait * (0.75 + Math.random() / 2), stopping.signal);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  void listen();
  return { stop: () => stopping.abort() };
}

/** Some time, or until the network is there again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    signal.addEventListener("abort", done, { once: true });
  });
}
