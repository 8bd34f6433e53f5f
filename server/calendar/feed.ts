import "server-only";
import { asActor, type Db } from "@/db/client";
import { municipalitiesWith } from "@/domain/actor";
import { calendarText, type CalendarEvent, deadlinesOf } from "@/domain/calendar";
import type { Day } from "@/domain/day";
import { localeFrom } from "@/messages/locale";
import { wordsFor } from "@/messages/words-for";
import { actorFromCalendar } from "../actor";
import { database } from "../database";
import { dayTasks } from "../today/work";

/**
 * The deadlines of whoever has this secret in their address; null when nobody has. Kinds, days and numbers alone: a calendar is kept by
 * other people's servers, and read over one's shoulder.
 */
export async function readFeed(secret: string, today: Day): Promise<string | null> {
  const found = await actorFromCalendar(secret);
  if (found === null) return null;
  const { calendar: words } = wordsFor(localeFrom(found.language));
  return asActor(database(), found.actor, async (db) => calendarText(words.name, await eventsOf(db, words.event, today), today));
}

async function eventsOf(db: Db, words: ReturnType<typeof wordsFor>["calendar"]["event"], today: Day): Promise<CalendarEvent[]> {
  const origin = process.env.NEXTAUTH_URL ?? "http://localhost:3000";
  const events: CalendarEvent[] = [];
  for (const municipality of municipalitiesWith(db.actor, "task.read")) {
    const own = (await dayTasks(db, municipality, today)).filter(({ isMine }) => isMine);
    for (const { kind, day, count } of deadlinesOf(own)) {
      events.push({ uid: `${day}-${kind}-${municipality}@${new URL(origin).hostname}`, day, summary: words[kind](count), link: new URL(`/oggi?tasks=mine&kind=${kind}`, origin).href });
    }
  }
  return events;
}
