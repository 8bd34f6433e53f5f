import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { HouseholdRecord } from "@/db/households";
import type { Day } from "@/domain/day";
import { ok } from "@/domain/failure";
import { FACILITY_KINDS, LETTINGS } from "@/domain/housing";
import { isAdult, isMemberOn } from "@/domain/people";
import { PLACEMENT_STATUSES } from "@/domain/placement";
import { searchEverything } from "../search/search";
import { operation } from "./operation";
import { daySchema, idSchema, municipalitySchema } from "./schemas";

const found = { id: idSchema, title: z.string(), detail: z.string().nullable().openapi({ description: "What stands beside the name in every language" }) };
const ofHousehold = { householdId: idSchema, code: z.string(), isProtected: z.boolean() };
const inFacility = { facilityId: idSchema, facilityName: z.string() };

const itemSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("household"), ...found, ...ofHousehold, phone: z.string().nullable(), adults: z.int(), minors: z.int() }),
    z.object({ kind: z.literal("person"), ...found, ...ofHousehold, birthDate: daySchema, until: daySchema.nullable() }),
    z.object({ kind: z.literal("placement"), ...found, ...ofHousehold, ...inFacility, unitName: z.string(), status: z.enum(PLACEMENT_STATUSES), arrival: daySchema, exit: daySchema }),
    z.object({ kind: z.literal("facility"), ...found, facilityKind: z.enum(FACILITY_KINDS) }),
    z.object({ kind: z.literal("unit"), ...found, ...inFacility, flat: z.string().nullable(), letting: z.enum(LETTINGS) }),
    z.object({ kind: z.literal("bed"), ...found, ...inFacility, unitId: idSchema, unitName: z.string() }),
  ])
  .openapi("FoundItem");

/** Global search: GET /search. */
export function searchRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/search", permission: "inventory.read", tag: "Search",
    summary: "Households, people, placements, facilities, units and beds by name, code or telephone number",
    description: "In groups, the likeliest of each first. People only to who may read households; those of protected facilities only to who may find them.",
    query: z.object({ municipality: municipalitySchema, q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(20).default(5).openapi({ description: "Of each kind, 1-20" }) }),
    answer: z.object({ items: z.array(itemSchema) }),
    run: async ({ db, query, today }) => ok({ items: itemsOf(await searchEverything(db, query), today) }),
  });
}

function itemsOf({ households, people, placements, facilities, units, beds }: Awaited<ReturnType<typeof searchEverything>>, today: Day): z.input<typeof itemSchema>[] {
  return [
    ...households.map((household) => householdItem(household, today)),
    ...people.map(({ household: { id: householdId, code, isProtected }, ...person }) => ({
      kind: "person" as const, id: person.personId, title: `${person.givenName} ${person.familyName}`, detail: code, householdId, code, isProtected, birthDate: person.birthDate, until: person.until,
    })),
    ...placements.map(({ id, householdId, householdCode: code, isProtected, facilityId, facilityName, unitName, status, arrival, exit }) => ({
      kind: "placement" as const, id, title: `${facilityName}, ${unitName}`, detail: code, householdId, code, isProtected, facilityId, facilityName, unitName, status, arrival, exit,
    })),
    ...facilities.map(({ id, name, address, kind: facilityKind }) => ({ kind: "facility" as const, id, title: name, detail: address, facilityKind })),
    ...units.map(({ name, ...unit }) => ({ kind: "unit" as const, title: name, detail: unit.facilityName, ...unit })),
    ...beds.map(({ name, ...bed }) => ({ kind: "bed" as const, title: name, detail: `${bed.facilityName}, ${bed.unitName}`, ...bed })),
  ];
}

/** Called by its own name, else by its head's. */
function householdItem({ id, code, name, phone, isProtected, members }: HouseholdRecord, today: Day): z.input<typeof itemSchema> {
  const head = members.find(({ role }) => role === "head") ?? members[0];
  const present = members.filter((member) => isMemberOn(member, today));
  const adults = present.filter(({ birthDate }) => isAdult(birthDate, today)).length;
  const title = name ?? (head ? `${head.givenName} ${head.familyName}` : code);
  return { kind: "household", id, title, detail: code, householdId: id, code, isProtected, phone, adults, minors: present.length - adults };
}
