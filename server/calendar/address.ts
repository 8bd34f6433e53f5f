import "server-only";
import { randomBytes } from "node:crypto";
import { calendarOf, closeCalendar, renewCalendar } from "@/db/calendar-feeds";
import type { Db } from "@/db/client";
import { findUser } from "@/db/users";
import { hashOfToken } from "../actor";
import { recordForUser } from "../users/reach";

/** The address is told once: of its secret only a hash is kept. */
export type Calendar = { createdAt: string | null; address: string | null };

/** Whether the caller has a calendar, and since when. */
export async function readCalendar(db: Db): Promise<Calendar> {
  return { createdAt: await calendarOf(db), address: null };
}

/** A new address for the caller's deadlines; the one before is none any more. */
export async function newCalendar(db: Db): Promise<Calendar> {
  const secret = randomBytes(32).toString("base64url");
  await renewCalendar(db, hashOfToken(secret));
  await recordForUser(db, "calendar.renewed", await findUser(db, db.actor.id));
  return { createdAt: await calendarOf(db), address: new URL(`/api/v1/calendars/${secret}.ics`, process.env.NEXTAUTH_URL ?? "http://localhost:3000").href };
}

/** The address is none any more, if there was one. */
export async function endCalendar(db: Db): Promise<Calendar> {
  await closeCalendar(db);
  await recordForUser(db, "calendar.closed", await findUser(db, db.actor.id));
  return { createdAt: null, address: null };
}
