import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { close, reopen } from "../closures/close";
import { listClosures } from "../closures/list";
import { withAddress } from "../facilities/address";
import { whatIsInTheWay } from "../facilities/in-the-way";
import { confirm, createBed, createBeds, createFacility, createUnit, type NewUnit, updateBed, updateFacility, updateUnit } from "../facilities/keep";
import { type FacilityPage, listFacilities, readFacility } from "../facilities/tonight";
import {
  bedBody, bedChange, bedsBody, bedSchema, closureBody, closureSchema, createdFacilitySchema, facilityBody, facilityChange, facilityLineSchema, facilityPageSchema, facilitySchema, inTheWayQuery, inTheWaySchema,
  unitBody, unitChange, unitSchema,
} from "./facility-schemas";
import { operation } from "./operation";
import { byId, municipalitySchema, pageOf, pageQuery, toPage } from "./schemas";

const tag = "Inventory";

function pageAnswer({ units, ...facility }: FacilityPage) {
  return { ...facility, units: units.map(({ tonight, beds, ...unit }) => ({ ...unit, beds: beds.map((bed) => ({ ...bed, ...(tonight.get(bed.id) ?? {}) })) })) };
}

function newUnit({ flat, beds, ...fields }: z.output<typeof unitBody>): NewUnit {
  return { flat: flat ?? null, fields, beds: beds ?? [] };
}

/** Facilities: POST, GET, PATCH /facilities and their confirmation. */
export function facilityRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/facilities", permission: "facility.write", tag, summary: "Open a facility", status: 201, body: facilityBody, answer: createdFacilitySchema,
    description: "With `units` everything is made in one transaction, or nothing.",
    run: async ({ db, body: { municipality, units = [], ...fields } }) => ok(await createFacility(db, municipality, fields, units.map(newUnit))),
  });
  operation(app, {
    method: "get", path: "/facilities", permission: "inventory.read", tag, summary: "Facilities of a municipality with tonight's free beds",
    query: z.object({ municipality: municipalitySchema, ...pageQuery }), answer: pageOf(facilityLineSchema),
    run: async ({ db, query, today }) => {
      const page = toPage(await listFacilities(db, query, today), query.limit);
      return ok({ ...page, items: page.items.map((facility) => withAddress(db, facility)) });
    },
  });
  operation(app, {
    method: "get", path: "/facilities/{id}", permission: "inventory.read", tag, summary: "A facility: units, beds, tonight, closures", params: byId, answer: facilityPageSchema,
    run: async ({ db, params, today }) => ok(pageAnswer(withAddress(db, await readFacility(db, params.id, today)))),
  });
  operation(app, {
    method: "patch", path: "/facilities/{id}", permission: "facility.write", tag, summary: "Change a facility", params: byId, body: facilityChange, answer: facilitySchema,
    run: ({ db, params, body, expectedVersion, today }) => updateFacility(db, { id: params.id, expectedVersion, fields: body }, today),
  });
  operation(app, {
    method: "post", path: "/facilities/{id}/confirmation", permission: "unit.write", tag, summary: "Confirm that what is shown is true now", params: byId, answer: facilitySchema,
    run: async ({ db, params, expectedVersion }) => ok(await confirm(db, { id: params.id, expectedVersion })),
  });
  unitRoutes(app);
  closureRoutes(app);
}

function unitRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/facilities/{id}/units", permission: "unit.write", tag, summary: "Add a unit with its beds", status: 201, params: byId, body: unitBody, answer: unitSchema,
    run: async ({ db, params, body, today }) => ok(await createUnit(db, params.id, newUnit(body), today)),
  });
  operation(app, {
    method: "patch", path: "/units/{id}", permission: "unit.write", tag, summary: "Change a unit", params: byId, body: unitChange, answer: unitSchema,
    run: ({ db, params, body, expectedVersion, today }) => updateUnit(db, { id: params.id, expectedVersion, fields: body }, today),
  });
  operation(app, {
    method: "post", path: "/units/{id}/beds", permission: "unit.write", tag, summary: "Add a bed", status: 201, params: byId, body: bedBody, answer: bedSchema,
    run: ({ db, params, body, today }) => createBed(db, params.id, body, today),
  });
  operation(app, {
    method: "post", path: "/units/{id}/beds/bulk", permission: "unit.write", tag, summary: "Add several beds, all or none", status: 201, params: byId, body: bedsBody, answer: unitSchema,
    run: ({ db, params, body, today }) => createBeds(db, params.id, body.beds, today),
  });
  operation(app, {
    method: "patch", path: "/beds/{id}", permission: "unit.write", tag, summary: "Change a bed", params: byId, body: bedChange, answer: bedSchema,
    run: ({ db, params, body, expectedVersion, today }) => updateBed(db, { id: params.id, expectedVersion, fields: body }, today),
  });
}

function closureRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/facilities/{id}/closures", permission: "inventory.read", tag, summary: "All closures of a facility, past and cancelled ones too", params: byId,
    query: z.object(pageQuery), answer: pageOf(closureSchema), description: "The latest made first.",
    run: async ({ db, params, query }) => ok(toPage(await listClosures(db, { id: params.id, ...query }), query.limit)),
  });
  operation(app, {
    method: "get", path: "/facilities/{id}/in-the-way", permission: "inventory.read", tag, summary: "Stays and offers that closing a facility, a unit or a bed would meet", params: byId,
    query: inTheWayQuery, answer: z.object({ items: z.array(inTheWaySchema) }),
    run: async ({ db, params, query, today }) => ok({ items: await whatIsInTheWay(db, { id: params.id, ...query }, today) }),
  });
  operation(app, {
    method: "post", path: "/closures", permission: "closure.write", tag, summary: "Take a bed, unit or facility out of service", status: 201, body: closureBody, answer: closureSchema,
    run: ({ db, body, today }) => close(db, { ...body, bedId: body.bedId ?? null, unitId: body.unitId ?? null, facilityId: body.facilityId ?? null, note: body.note ?? null }, today),
  });
  operation(app, {
    method: "delete", path: "/closures/{id}", permission: "closure.write", tag, summary: "Cancel a closure; the record stays", params: byId, answer: closureSchema,
    run: ({ db, params, expectedVersion }) => reopen(db, { id: params.id, expectedVersion }),
  });
}
