import "server-only";
import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { addressOf } from "./address";
import { authOptions, type Impediment } from "./options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Sign-in and sign-out: next-auth, with 429 for whoever guesses, 503 without a database, and without leaving the host name the browser used. */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const impediments: Impediment[] = [];
  const options = authOptions(addressOf(request.headers), (impediment) => impediments.push(impediment));
  const answer: Response = await NextAuth(request, context, options);
  const [impediment] = impediments;

  const headers = new Headers(answer.headers);
  const location = headers.get("location");
  if (location !== null) headers.set("location", onTheSameHost(location, request));
  if (impediment?.code === "too_many_attempts") headers.set("retry-after", String(impediment.retryAfterSeconds));
  // A form is led back to the page that tells why; a script is told by the status.
  const status = impediment === undefined || location !== null ? answer.status : STATUS[impediment.code];
  return new Response(await bodyOf(answer, request), { status, headers });
}

const STATUS = { too_many_attempts: 429, unavailable: 503 } as const satisfies Record<Impediment["code"], number>;

async function bodyOf(answer: Response, request: NextRequest): Promise<string | null> {
  if (answer.body === null) return null;
  const text = await answer.text();
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return text;

  const content: unknown = JSON.parse(text);
  if (typeof content !== "object" || content === null || !("url" in content) || typeof content.url !== "string") return text;
  return JSON.stringify({ ...content, url: onTheSameHost(content.url, request) });
}

/** next-auth knows one address of the product; on a plain http one (localhost) the browser may have used another name for it. */
function onTheSameHost(url: string, request: NextRequest): string {
  const named = process.env.NEXTAUTH_URL;
  const host = request.headers.get("host");
  if (!named?.startsWith("http://") || !host || !URL.canParse(url)) return url;

  const target = new URL(url);
  if (target.host === new URL(named).host) target.host = host;
  return target.href;
}
