import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { endCalendar, newCalendar, readCalendar } from "../calendar/address";
import { readFeed } from "../calendar/feed";
import { today } from "../clock";
import { asAnswer } from "./execute";
import { operation } from "./operation";
import { localeOf, problemOf } from "./problem";
import { respond } from "./respond";
import { instantSchema } from "./schemas";
import { answerStranger } from "./strangers";

const tag = "Users";
const calendarSchema = z.object({ createdAt: instantSchema.nullable(), address: z.string().nullable().openapi({ description: "Told once, when it is made" }) }).openapi("Calendar");

/** One's deadlines for a calendar that cannot sign in. */
export function calendarRoutes(app: OpenAPIHono): void {
  operation(app, { method: "get", path: "/me/calendar", permission: "self.read", tag, summary: "Whether one's deadlines have an address for a calendar", answer: calendarSchema, run: async ({ db }) => ok(await readCalendar(db)) });
  operation(app, {
    method: "post", path: "/me/calendar", permission: "self.read", tag, summary: "A new address for one's deadlines", status: 201, answer: calendarSchema,
    description: "`GET` on the address answers text/calendar (RFC 5545) without signing in: kinds, days and numbers, nobody's data. The address before is none any more.",
    run: async ({ db }) => ok(await newCalendar(db)),
  });
  operation(app, { method: "delete", path: "/me/calendar", permission: "self.read", tag, summary: "Close the address of one's deadlines", answer: calendarSchema, run: async ({ db }) => ok(await endCalendar(db)) });

  // No operation: the address is the key, and whoever guesses is counted like everybody without a token.
  app.get("/calendars/:file{[A-Za-z0-9_-]{43}\\.ics}", async (context) => {
    const text = await readFeed(context.req.param("file").slice(0, -".ics".length), today());
    if (text !== null) return context.body(text, 200, { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store", "referrer-policy": "no-referrer" });
    const locale = localeOf(context.req.header("accept-language"));
    const counted = await answerStranger(context.req.raw.headers, locale);
    return respond(context, counted.status === 429 ? counted : asAnswer(problemOf("not_found", locale, { what: "calendar" })));
  });
}
