import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { nightsBetween } from "@/domain/day";
import { ok } from "@/domain/failure";
import { FACILITY_KINDS } from "@/domain/housing";
import { INTERVALS } from "@/domain/occupancy";
import { codes as english } from "@/messages/en/codes";
import { codes as italian } from "@/messages/it/codes";
import { GROUPINGS, reportOccupancy } from "../reports/occupancy";
import { operation } from "./operation";
import { daySchema, idSchema, municipalitySchema } from "./schemas";

/** Ten years, as for a search. */
const LONGEST_REPORT = 3660;

const query = z
  .object({
    municipality: municipalitySchema.optional().openapi({ description: "Without it: every municipality whose reports the caller reads" }),
    from: daySchema, until: daySchema, facilityId: idSchema.optional(), kind: z.enum(FACILITY_KINDS).optional(), programmeId: idSchema.optional(),
    groupBy: z.enum(GROUPINGS).default("total"), interval: z.enum(INTERVALS).default("total"),
  })
  .refine(({ from, until }) => until > from, { error: "until_after_from", path: ["until"] })
  .refine(({ from, until }) => nightsBetween(from, until) <= LONGEST_REPORT, { error: "period_too_long", path: ["until"] });

const count = z.int().nullable().openapi({ description: "Null: under five, and the caller may not see the households" });
const rate = z.number().nullable().openapi({ description: "Never capped; null when no night was available (or open)" });
const lineSchema = z
  .object({
    key: z.string(), name: z.string(), start: daySchema, until: daySchema, openNights: z.int(), offlineNights: z.int(), availableNights: z.int(), occupiedNights: z.int(),
    turnaroundNights: z.int(), heldNights: z.int(), persons: count, netOccupancy: rate, grossOccupancy: rate, arrivals: count, exits: count,
  })
  .openapi("Occupancy");

/** Reports (domain.md 7). */
export function reportRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/reports/occupancy", permission: "report.read", tag: "Reports", summary: "Bed nights and occupancy of a period",
    description: "Net = occupied / available, gross = occupied / open; available = open - out of service. Somebody in house counts up to today. Turnaround and held nights stay available and have columns of their own.",
    query, answer: z.object({ items: z.array(lineSchema) }), isRepeatable: () => true,
    run: async ({ db, query: { from, until, ...asked }, today, locale }) => {
      const words = locale === "en" ? { total: "Total", kind: english.kind } : { total: "Totale", kind: italian.kind };
      return ok({ items: await reportOccupancy(db, { ...asked, period: { from, until } }, words, today) });
    },
  });
}
