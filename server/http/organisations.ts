import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { findMunicipalities } from "@/db/municipalities";
import { conditionSchema } from "@/domain/conditions";
import { ok } from "@/domain/failure";
import { createOrganisation, createProgramme, listOrganisations, listProgrammes, updateOrganisation, updateProgramme } from "../organisations/keep";
import { operation } from "./operation";
import { byId, daySchema, idSchema, municipalitySchema, nameSchema, pageOf, pageQuery, toPage, versionSchema } from "./schemas";

const tag = "Network";
const organisationSchema = z.object({ id: idSchema, version: versionSchema, municipality: z.string(), name: z.string() }).openapi("Organisation");
const programmeSchema = z
  .object({ id: idSchema, version: versionSchema, municipality: z.string(), code: z.string(), name: z.string(), cup: z.string().nullable(), from: daySchema.nullable(), until: daySchema.nullable(), conditions: z.array(conditionSchema) })
  .openapi("Programme");
const byMunicipality = z.object({ municipality: municipalitySchema, ...pageQuery });

/** Reference data of the network, organisations, programmes. */
export function organisationRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/municipalities", permission: "self.read", tag, summary: "Municipalities of the caller's network",
    answer: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), province: z.string(), region: z.string() })), nextCursor: z.null() }),
    run: async ({ db }) => ok({ items: await findMunicipalities(db), nextCursor: null }),
  });
  operation(app, {
    method: "get", path: "/organisations", permission: "self.read", tag, summary: "Organisations of a municipality", query: byMunicipality, answer: pageOf(organisationSchema),
    run: async ({ db, query }) => ok(toPage(await listOrganisations(db, query), query.limit)),
  });
  operation(app, {
    method: "post", path: "/organisations", permission: "organisation.write", tag, summary: "Add an organisation", status: 201, body: z.strictObject({ municipality: municipalitySchema, name: nameSchema }), answer: organisationSchema,
    run: ({ db, body }) => createOrganisation(db, body.municipality, body.name),
  });
  operation(app, {
    method: "patch", path: "/organisations/{id}", permission: "organisation.write", tag, summary: "Rename an organisation", params: byId, body: z.strictObject({ name: nameSchema }), answer: organisationSchema,
    run: ({ db, params, body, expectedVersion }) => updateOrganisation(db, { id: params.id, expectedVersion, name: body.name }),
  });
  programmeRoutes(app);
}

const programmeFields = { cup: z.string().trim().max(15).nullish(), from: daySchema.nullish(), until: daySchema.nullish() };
const inOrder = ({ from, until }: { from?: string | null; until?: string | null }) => !from || !until || until > from;
const disorder = { error: "until_after_from", path: ["until"] };

function programmeRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/programmes", permission: "inventory.read", tag, summary: "Programmes of a municipality", query: byMunicipality, answer: pageOf(programmeSchema),
    run: async ({ db, query }) => ok(toPage(await listProgrammes(db, query), query.limit)),
  });
  operation(app, {
    method: "post", path: "/programmes", permission: "programme.write", tag, summary: "Add a programme", status: 201, answer: programmeSchema,
    body: z.strictObject({
      municipality: municipalitySchema, code: nameSchema.max(40).optional(), name: nameSchema, ...programmeFields, conditions: z.array(conditionSchema).max(30).default([]),
    }).refine(inOrder, disorder),
    run: ({ db, body: { code, cup, from, until, ...fields } }) =>
      createProgramme(db, { ...fields, code: code ?? fields.name.slice(0, 40), cup: cup ?? null, from: from ?? null, until: until ?? null }),
  });
  operation(app, {
    method: "patch", path: "/programmes/{id}", permission: "programme.write", tag, summary: "Change a programme", params: byId, answer: programmeSchema,
    body: z.strictObject({ code: nameSchema.max(40).optional(), name: nameSchema.optional(), ...programmeFields, conditions: z.array(conditionSchema).max(30).optional() })
      .refine((fields) => Object.keys(fields).length > 0, { error: "nothing_to_change" }).refine(inOrder, disorder),
    run: ({ db, params, body, expectedVersion }) => updateProgramme(db, { id: params.id, expectedVersion, fields: body }),
  });
}
