import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { noteUnavailable } from "../unavailable";
import { api } from "./app";

/**
 * Asks the API inside the process, as the person whose request is being rendered: pages seed their data with it, through the
 * same door as everyone else. Nobody signed in: off to the sign-in page. Not found: the page is not found.
 */
export async function ask<T>(path: string): Promise<T> {
  const [sent, jar] = [await headers(), await cookies()];
  const language = jar.get("postoletto-language")?.value ?? "it";
  const requestId = sent.get("x-request-id") ?? randomUUID();
  const asked = { cookie: sent.get("cookie") ?? "", "accept-language": language, host: sent.get("host") ?? "localhost", "x-request-id": requestId };
  const response = await api.request(`/api/v1${path}`, { headers: asked });
  if (response.status === 401) redirect("/accesso");
  if (response.status === 404) notFound();
  if (response.status === 503) noteUnavailable(requestId);
  // Never the query: it may hold a name that was searched for.
  if (!response.ok) throw new Error(`${path.split("?")[0]}: ${response.status}`);
  return (await response.json()) as T;
}
