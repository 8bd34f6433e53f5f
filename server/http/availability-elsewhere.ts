import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { FACILITY_KINDS } from "@/domain/housing";
import { describedParty, nightsAsked } from "../availability/description";
import { searchElsewhere } from "../availability/network";
import { people, period, periodIsTold, periodIsShort } from "./availability-query";
import { operation } from "./operation";
import { listOf, municipalitySchema, wordSchema } from "./schemas";

const query = z
  .object({ municipality: municipalitySchema, ...period, ...people, kind: z.enum(FACILITY_KINDS).optional(), features: listOf(wordSchema).default([]) })
  .refine(...periodIsTold)
  .refine(...periodIsShort);

/** GET /availability/elsewhere: whether another municipality of the person's has a place. */
export function availabilityElsewhereRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/availability/elsewhere", permission: "availability.read", tag: "Availability", summary: "How many units fit in the caller's other municipalities",
    description: "The people described, in every municipality but the one named where the caller may search; those without a place are left out.",
    query,
    isRepeatable: () => true,
    answer: z.object({ items: z.array(z.object({ code: municipalitySchema, name: z.string(), units: z.int() })) }),
    run: async ({ db, query: { from, until, nights, adults, minorAges = [], adultGenders = [], ...filter }, today }) => {
      const described = describedParty(adults ?? (minorAges.length > 0 ? 0 : 1), minorAges.map(Number), adultGenders, from);
      const search = { ...filter, nights: nightsAsked(from, until, nights) ?? { from, until: from }, described, withoutFeatures: [], forward: false, includeUnfit: false };
      return ok({ items: await searchElsewhere(db, search, today) });
    },
  });
}
