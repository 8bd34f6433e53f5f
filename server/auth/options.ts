import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { isConnectionLost } from "@/db/errors";
import { LONGEST_PASSWORD } from "@/domain/passwords";
import { database } from "@/server/database";
import { log } from "@/server/log";
import { signOut } from "@/server/sessions/sign-out";
import { toldError } from "@/server/told-error";
import { usesSecureCookies } from "./session-cookie";
import { SESSION_HOURS } from "./session-times";
import { signIn } from "./sign-in";
import { signInThrottle } from "./throttles";

export const SIGN_IN_PAGE = "/accesso";
const LONGEST_EMAIL = 320;

/** Why a sign-in was not even judged: too many before it, or nothing to judge it by. */
export type Impediment = { code: "too_many_attempts"; retryAfterSeconds: number } | { code: "unavailable" };

/** next-auth for one request from `address`; `onImpeded` learns why nobody could be let in. */
export function authOptions(address: string, onImpeded: (impediment: Impediment) => void): NextAuthOptions {
  return {
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    useSecureCookies: usesSecureCookies(),
    pages: { signIn: SIGN_IN_PAGE, signOut: SIGN_IN_PAGE, error: SIGN_IN_PAGE },
    providers: [credentials(address, onImpeded)],
    callbacks: {
      // The cookie carries nothing but the session's id: who it is and what they may do is asked anew each time.
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => withinTheProduct(url, baseUrl),
    },
    events: { signOut: ({ token }) => revoke(token?.sessionId) },
    // Codes alone: what comes with them may be what somebody typed.
    logger: { error: (code) => log.warn({ code }, "next-auth"), warn: (code) => log.debug({ code }, "next-auth"), debug: () => {} },
  };
}

function credentials(address: string, onImpeded: (impediment: Impediment) => void) {
  const impeded = (impediment: Impediment) => {
    onImpeded(impediment);
    return new Error(impediment.code);
  };
  return credentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(given) {
      const email = given?.email;
      const password = given?.password;
      if (typeof email !== "string" || typeof password !== "string") return null;
      if (email.length > LONGEST_EMAIL || password.length > LONGEST_PASSWORD || email.includes("\0")) return null;

      const answer = await signIn(database(), signInThrottle(database()), { email, password, address }).catch((error: unknown) => {
        // next-auth would put the error's own words into the address it leads to.
        if (!isConnectionLost(error)) log.error({ error: toldError(error) }, "a sign-in failed");
        throw impeded({ code: "unavailable" });
      });
      if (answer.ok) return { id: answer.value.sessionId };
      if (answer.failure.code === "wrong_credentials") return null;
      throw impeded(answer.failure);
    },
  });
}

/** Only the path counts: whoever wrote the address, nobody is sent to another site. */
function withinTheProduct(url: string, baseUrl: string): string {
  const { pathname, search, hash } = new URL(url, baseUrl);
  return new URL(`${pathname.replace(/^\/+/, "/")}${search}${hash}`, baseUrl).href;
}

async function revoke(sessionId: unknown): Promise<void> {
  if (typeof sessionId === "string") await signOut(database(), sessionId);
}
