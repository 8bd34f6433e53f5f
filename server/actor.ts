import "server-only";
import { createHash } from "node:crypto";
import type { Database } from "@/db/client";
import { calendarBearer } from "@/db/calendar-feeds";
import { networkCodes } from "@/db/network";
import { sessionBearer } from "@/db/sessions";
import { type Bearer, tokenBearer } from "@/db/tokens";
import type { Actor } from "@/domain/actor";
import { sessionIdIn } from "./auth/session-cookie";
import { askedTogether } from "./asked-together";
import { IDLE_MINUTES } from "./auth/session-times";
import { database } from "./database";

/** Who is asking, and how they showed it: a cookie is sent by the browser alone, so it calls for a defence against forged requests. */
export type Recognised = { actor: Actor; via: "session" | "token"; sessionId: string | null; snapshot: string };

/** The person behind a request; null without a live token or session. */
export function actorFromRequest(request: Request): Promise<Recognised | null> {
  return actorFromHeaders(request.headers);
}

/** The same from the headers alone, for pages. */
export async function actorFromHeaders(headers: Headers): Promise<Recognised | null> {
  const authorization = headers.get("authorization");
  // A token that is named and does not count is a refusal, whatever cookie comes with it.
  if (authorization !== null) return fromToken(authorization);
  return fromSession(headers);
}

/** A named part of the product; the database knows what each may see. */
export function systemActor(name: "cli" | "sign_in" | "audit" | "mail" | "tasks" | "recognition"): Actor {
  return { kind: "system", id: name, name, grants: [], network: [] };
}

/** What is kept of a token: it has 256 bits of its own, so neither salt nor stretching adds anything. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A page asks for several things at once, and a busy one for the same again and again. */
const bearerOf = {
  token: askedTogether((token) => tokenBearer(database(), hashOfToken(token))),
  session: askedTogether((id) => sessionBearer(database(), id, IDLE_MINUTES)),
};

async function fromToken(authorization: string): Promise<Recognised | null> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return null;
  const bearer = await bearerOf.token(token);
  return bearer && { actor: await actorOf("token", bearer), via: "token", sessionId: null, snapshot: bearer.snapshot };
}

async function fromSession(headers: Headers): Promise<Recognised | null> {
  const sessionId = await sessionIdIn(headers);
  if (sessionId === null) return null;
  const bearer = await bearerOf.session(sessionId);
  return bearer && { actor: await actorOf("user", bearer), via: "session", sessionId, snapshot: bearer.snapshot };
}

/** Whose calendar has this secret in its address, and the language they read; null when nobody's has. */
export async function actorFromCalendar(secret: string): Promise<{ actor: Actor; language: string } | null> {
  const bearer = await calendarBearer(database(), hashOfToken(secret));
  return bearer && { actor: await actorOf("token", bearer), language: bearer.language };
}

async function actorOf(kind: "user" | "token", { userId, name, grants }: Bearer): Promise<Actor> {
  return { kind, id: userId, name, grants, network: await network(database()) };
}

const networks = new WeakMap<Database, readonly string[]>();

/** Which municipalities are in the network changes with a migration only. */
async function network(asked: Database): Promise<readonly string[]> {
  const known = networks.get(asked);
  if (known) return known;
  const codes = await networkCodes(asked);
  if (codes.length > 0) networks.set(asked, codes);
  return codes;
}
