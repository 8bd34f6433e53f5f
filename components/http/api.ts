import { newKey } from "./new-key";
import { Problem, unreachable, type ProblemBody } from "./problem";
import { reachability } from "./reachability";

/** `key`: the same for every try of one thing, so that it is done once; left out, each call is a thing of its own. */
type Told = { body?: unknown; version?: number; key?: string };

/** Asks the API a question. `path` stands under /api/v1. */
export async function askApi<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(await send(path, { signal, headers: { "Accept-Language": language() } }));
}

/** Tells the API to do something; `version` is the one that was on the screen. */
export async function tellApi<T>(method: "POST" | "PATCH" | "DELETE", path: string, { body, version, key }: Told = {}): Promise<T> {
  const headers: Record<string, string> = { "Accept-Language": language(), "Content-Type": "application/json" };
  if (method === "POST") headers["Idempotency-Key"] = key ?? newKey();
  if (version !== undefined) headers["If-Match"] = String(version);
  return answerOf<T>(await send(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
}

/** A path with the parameters that have a value. */
export function withParameters(path: string, parameters: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

function language(): string {
  return document.documentElement.lang || "it";
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(`/api/v1${path}`, { ...init, credentials: "same-origin" });
    reachability.found();
    return response;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    reachability.lost();
    throw unreachable();
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  throw isProblemBody(answer) ? new Problem(answer) : unreachable();
}

function isProblemBody(answer: unknown): answer is ProblemBody {
  return typeof answer === "object" && answer !== null && "code" in answer && "detail" in answer;
}
