import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { FACILITY_KINDS } from "@/domain/housing";
import { readNetworkToday, readToday } from "../today/today";
import { operation } from "./operation";
import { daySchema, idSchema, municipalitySchema } from "./schemas";

const tag = "Today";

const tonightSchema = z
  .object({ open: z.int(), available: z.int(), free: z.int(), occupied: z.int(), offline: z.int(), held: z.int(), overdue: z.int() })
  .openapi("Tonight", { description: "Beds of tonight. open = available + offline; available = free + occupied + held (turnaround, spare beds, an arrival too near)" });
const dueSchema = z.object({ expected: z.int(), registered: z.int() });
const countedSchema = z.object({ all: z.int(), mine: z.int() });
const peopleSchema = z.object({
  arrivals: dueSchema, departures: dueSchema, overdue: z.object({ households: z.int(), nights: z.int() }), endingSoon: z.int(), tasks: countedSchema,
  requests: countedSchema.openapi({ description: "Extensions to be decided; mine: by the caller" }),
});
const todaySchema = z
  .object({
    day: daySchema, beds: tonightSchema, people: peopleSchema.nullable().openapi({ description: "Households by what today is for them; null for whoever may not see them" }),
    facilities: z.array(z.object({ id: idSchema, name: z.string(), kind: z.enum(FACILITY_KINDS), beds: tonightSchema, isOwn: z.boolean(), daysUnconfirmed: z.int().nullable() })),
  })
  .openapi("Today");
const networkLineSchema = z.object({ municipality: z.string(), name: z.string(), beds: tonightSchema, facilities: z.int(), confirmedToday: z.int() }).openapi("NetworkToday");

/** The numbers of the day. */
export function todayRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/today", permission: "inventory.read", tag, summary: "The numbers of a municipality's day", query: z.object({ municipality: municipalitySchema }), answer: todaySchema,
    isRepeatable: () => true, run: async ({ db, query, today }) => ok(await readToday(db, query.municipality, today)),
  });
  operation(app, {
    method: "get", path: "/today/network", permission: "report.read", tag, summary: "Tonight's beds of every municipality the caller reports on", answer: z.object({ items: z.array(networkLineSchema) }),
    isRepeatable: () => true, run: async ({ db, today }) => ok({ items: await readNetworkToday(db, today) }),
  });
}
