import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { findMunicipalities } from "@/db/municipalities";
import { conditionSchema } from "@/domain/conditions";
import { ok } from "@/domain/failure";
import { createOrganisation, createProgramme, listOrganisations, listProgrammes } from "../organisations/keep";
import { operation } from "./operation";
import { daySchema, idSchema, municipalitySchema, nameSchema, pageOf, pageQuery, toPage, versionSchema } from "./schemas";

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
    method: "get", path: "/organisations", permission: "inventory.read", tag, summary: "Organisations of a municipality", query: byMunicipality, answer: pageOf(organisationSchema),
    run: async ({ db, query }) => ok(toPage(await listOrganisations(db, query), query.limit)),
  });
  operation(app, {
    method: "post", path: "/organisations", permission: "organisation.write", tag, summary: "Add an organisation", status: 201, body: z.strictObject({ municipality: municipalitySchema, name: nameSchema }), answer: organisationSchema,
    run: ({ db, body }) => createOrganisation(db, body.municipality, body.name),
  });
  operation(app, {
    method: "get", path: "/programmes", permission: "inventory.read", tag, summary: "Programmes of a municipality", query: byMunicipality, answer: pageOf(programmeSchema),
    run: async ({ db, query }) => ok(toPage(await listProgrammes(db, query), query.limit)),
  });
  operation(app, {
    method: "post", path: "/programmes", permission: "programme.write", tag, summary: "Add a programme", status: 201, answer: programmeSchema,
    body: z.strictObject({
      municipality: municipalitySchema, code: nameSchema.max(40).optional(), name: nameSchema, cup: z.string().trim().max(15).nullish(),
      from: daySchema.nullish(), until: daySchema.nullish(), conditions: z.array(conditionSchema).max(30).default([]),
    }),
    run: ({ db, body: { code, cup, from, until, ...fields } }) =>
      createProgramme(db, { ...fields, code: code ?? fields.name.slice(0, 40), cup: cup ?? null, from: from ?? null, until: until ?? null }),
  });
}
