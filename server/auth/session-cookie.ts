import "server-only";
import { decode } from "next-auth/jwt";
import { validate } from "uuid";

/** Browsers refuse secure cookies from a plain http address. */
export function usesSecureCookies(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** The id of the session a request claims; whether it is still open is for the database to say. */
export async function sessionIdIn(headers: Headers): Promise<string | null> {
  const token = cookieIn(headers, `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`);
  const secret = process.env.NEXTAUTH_SECRET;
  if (!token || !secret) return null;

  const claims = await decode({ token, secret }).catch(() => null);
  const sessionId = claims?.sessionId;
  return typeof sessionId === "string" && validate(sessionId) ? sessionId : null;
}

function cookieIn(headers: Headers, name: string): string | null {
  const cookies = (headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
