import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { asActor } from "@/db/client";
import { closeSession } from "@/db/sessions";
import { systemActor } from "@/server/actor";
import { database } from "@/server/database";
import { LONGEST_PASSWORD } from "./passwords";
import { usesSecureCookies } from "./session-cookie";
import { SESSION_HOURS } from "./session-times";
import { signIn } from "./sign-in";
import { processThrottle } from "./sign-in-throttle";

export const SIGN_IN_PAGE = "/accesso";
const LONGEST_EMAIL = 320;

/** next-auth for one request; `onThrottled` learns how many seconds the caller must wait. */
export function authOptions(onThrottled: (seconds: number) => void): NextAuthOptions {
  return {
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    useSecureCookies: usesSecureCookies(),
    pages: { signIn: SIGN_IN_PAGE, signOut: SIGN_IN_PAGE, error: SIGN_IN_PAGE },
    providers: [credentials(onThrottled)],
    callbacks: {
      // The cookie carries nothing but the session's id: who it is and what they may do is asked anew each time.
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => withinTheProduct(url, baseUrl),
    },
    events: { signOut: ({ token }) => revoke(token?.sessionId) },
  };
}

function credentials(onThrottled: (seconds: number) => void) {
  return credentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(given, request) {
      const email = given?.email;
      const password = given?.password;
      if (typeof email !== "string" || typeof password !== "string") return null;
      if (email.length > LONGEST_EMAIL || password.length > LONGEST_PASSWORD) return null;

      const address = addressIn(request.headers);
      const answer = await signIn(database(), processThrottle(), { email, password, address });
      if (answer.ok) return { id: answer.value.sessionId };
      if (answer.failure.code === "wrong_credentials") return null;
      onThrottled(answer.failure.retryAfterSeconds);
      throw new Error(answer.failure.code);
    },
  });
}

/** The last hop: what stands before it in the header, the caller may have invented. */
function addressIn(headers: Record<string, unknown> | undefined): string {
  const hops = String(headers?.["x-forwarded-for"] ?? "").split(",");
  return hops.at(-1)?.trim() || "unknown";
}

/** Only the path counts: whoever wrote the address, nobody is sent to another site. */
function withinTheProduct(url: string, baseUrl: string): string {
  const { pathname, search, hash } = new URL(url, baseUrl);
  return new URL(`${pathname.replace(/^\/+/, "/")}${search}${hash}`, baseUrl).href;
}

async function revoke(sessionId: unknown): Promise<void> {
  if (typeof sessionId === "string") await asActor(database(), systemActor("sign_in"), (db) => closeSession(db, sessionId));
}
