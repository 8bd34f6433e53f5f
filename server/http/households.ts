import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { descendsByNature, HOUSEHOLD_COMPOSITIONS, HOUSEHOLD_SITUATIONS, HOUSEHOLD_SORTS } from "@/domain/household-list";
import { GENDERS, isAdult, isMemberOn, MEMBER_ROLES } from "@/domain/people";
import { changeMember, joinHousehold, leaveHousehold, updateHousehold } from "../households/change";
import { divideHousehold } from "../households/divide";
import { type HouseholdFile, readFile } from "../households/file";
import { countListed, listHouseholds } from "../households/find";
import { registerHousehold } from "../households/register";
import { caseSchema, referralSchema } from "./cases";
import { extensionSchema } from "./extensions";
import { operation } from "./operation";
import { correctionSchema, placementAnswer, placementSchema } from "./placement-answer";
import { byId, daySchema, idSchema, municipalitySchema, nameSchema, pageOf, pageQuery, toPage, versionSchema, wordSchema } from "./schemas";

const tag = "Households";

const permitSchema = z.strictObject({ kind: z.string().trim().min(1).max(100), expiresOn: daySchema, renewalRequestedOn: daySchema.nullish() });

const memberBody = z
  .strictObject({
    givenName: nameSchema, familyName: nameSchema, birthDate: daySchema, gender: z.enum(GENDERS), role: z.enum(MEMBER_ROLES),
    citizenship: z.string().regex(/^[A-Z]{2}$|^XXA$/).nullish().openapi({ description: "ISO 3166-1 alpha-2, XXA stateless" }),
    fiscalCode: z.string().regex(/^([A-Z0-9]{16}|\d{11})$/).nullish(),
    residencePermit: permitSchema.nullish(),
  })
  .openapi("NewMember");

const fields = {
  name: nameSchema.nullish(),
  phone: z.string().trim().max(40).nullish(),
  language: z.string().regex(/^[a-z]{2,3}$/).nullish(),
  needs: z.array(wordSchema).max(30).optional(),
  preferences: z.record(z.string().max(60), z.unknown()).refine((value) => JSON.stringify(value).length <= 8000, { error: "too_large" }).optional(),
};

const householdBody = z
  .strictObject({
    municipality: municipalitySchema, ...fields,
    members: z.array(memberBody).min(1).max(30).refine((members) => members.filter(({ role }) => role === "head").length === 1, { error: "one_head_needed" }),
  })
  .openapi("NewHousehold");

const memberSchema = z.object({
  personId: idSchema, givenName: z.string(), familyName: z.string(), birthDate: daySchema, gender: z.enum(GENDERS), role: z.enum(MEMBER_ROLES),
  citizenship: z.string().nullable(), fiscalCode: z.string().nullable().openapi({ description: "Null also without the permission to read it" }),
  residencePermit: z.object({ kind: z.string(), expiresOn: daySchema, renewalRequestedOn: daySchema.nullable() }).nullable(), from: daySchema, until: daySchema.nullable(),
});

const householdSchema = z
  .object({
    id: idSchema, version: versionSchema, municipality: z.string(), code: z.string().openapi({ example: "N-0142" }), name: z.string().nullable(), phone: z.string().nullable(),
    language: z.string().nullable(), needs: z.array(z.string()), preferences: z.record(z.string(), z.unknown()), isProtected: z.boolean(), members: z.array(memberSchema),
  })
  .openapi("Household");

const fileSchema = householdSchema
  .extend({ placements: z.array(placementSchema), extensions: z.array(extensionSchema), corrections: z.array(correctionSchema), cases: z.array(caseSchema), referrals: z.array(referralSchema), history: z.array(z.object({ at: z.string(), action: z.string(), by: z.string() })) })
  .openapi("HouseholdFile");

const lineSchema = householdSchema
  .extend({
    people: z.int(), adults: z.int(), minors: z.int(), status: z.string().nullable(),
    where: z.object({ placementId: idSchema, facilityName: z.string(), unitName: z.string(), arrival: daySchema, exit: daySchema }).nullable(),
    situation: z.enum(HOUSEHOLD_SITUATIONS), urgency: z.int().nullable().openapi({ description: "Of the latest referral, 1 the most urgent" }),
    lastMovement: z.object({ kind: z.enum(["arrival", "departure", "registration"]), on: daySchema }),
  })
  .openapi("HouseholdLine");

const listQuery = z.object({
  municipality: municipalitySchema, q: z.string().trim().min(1).max(100).optional().openapi({ description: "A code, or parts of names. With a filter or a sort the newest 2000 with such a name are looked through" }),
  status: z.enum(HOUSEHOLD_SITUATIONS).optional().openapi({ description: "Where the household stands; each is in one" }),
  composition: z.enum(HOUSEHOLD_COMPOSITIONS).optional(),
  mine: z.enum(["true", "false"]).optional().openapi({ description: "Only those with an open case whose reference social worker is the caller" }),
  sort: z.enum(HOUSEHOLD_SORTS).default("newest").openapi({ description: "name: the head's family name; exit: of the placement running or planned; movement: the last arrival or departure; urgency: of the latest referral" }),
  descending: z.enum(["true", "false"]).optional().openapi({ description: "Left out: newest and movement from the latest, the others from the first" }),
  count: z.enum(["true", "false"]).optional().openapi({ description: "Whether to tell how many the list has on all its pages" }),
  ...pageQuery,
});

const listAnswer = pageOf(lineSchema).extend({ total: z.int().optional().openapi({ description: "Where count=true asked for it" }) });

function fileAnswer(file: HouseholdFile) {
  return { ...file, placements: file.placements.map(placementAnswer) };
}

function toMember({ citizenship, fiscalCode, residencePermit, ...member }: z.output<typeof memberBody>) {
  const permit = residencePermit ? { ...residencePermit, renewalRequestedOn: residencePermit.renewalRequestedOn ?? null } : null;
  return { ...member, citizenship: citizenship ?? null, fiscalCode: fiscalCode ?? null, residencePermit: permit };
}

/** Households and their members (domain.md 1, 4). */
export function householdRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/households", permission: "household.write", tag, summary: "Register a household", status: 201, body: householdBody, answer: fileSchema,
    run: async ({ db, body }) => ok(fileAnswer(await registerHousehold(db, { ...body, members: body.members.map(toMember) }))),
  });
  operation(app, {
    method: "get", path: "/households", permission: "household.read", tag, summary: "Households of a municipality, by name or code, filtered and sorted",
    query: listQuery, answer: listAnswer,
    run: async ({ db, query: { status, mine, descending, count, ...query }, today }) => {
      const isDescending = descending === undefined ? descendsByNature(query.sort) : descending === "true";
      const asked = { ...query, situation: status, isMine: mine === "true", isDescending, today };
      const { items, nextCursor } = toPage(await listHouseholds(db, asked), query.limit);
      const total = count === "true" ? await countListed(db, asked) : undefined;
      return ok({ nextCursor, items: items.map((line) => lineAnswer(line, today)), ...(total !== undefined && { total }) });
    },
  });
  operation(app, {
    method: "get", path: "/households/{id}", permission: "household.read", tag, summary: "A household's file; the reading is audited", params: byId, answer: fileSchema,
    run: async ({ db, params }) => ok(fileAnswer(await readFile(db, params.id))),
  });
  operation(app, {
    method: "patch", path: "/households/{id}", permission: "household.write", tag, summary: "Change what is kept of a household", params: byId, body: z.strictObject(fields), answer: fileSchema,
    run: async ({ db, params, body, expectedVersion }) => {
      const changed = await updateHousehold(db, { householdId: params.id, expectedVersion, fields: body });
      return changed.ok ? ok(fileAnswer(changed.value)) : changed;
    },
  });
  memberRoutes(app);
  divisionRoutes(app);
}

const memberChange = memberBody.partial().openapi("MemberChange");

function changeOf({ residencePermit, ...member }: z.output<typeof memberChange>) {
  if (residencePermit === undefined) return member;
  return { ...member, residencePermit: residencePermit && { ...residencePermit, renewalRequestedOn: residencePermit.renewalRequestedOn ?? null } };
}

function memberRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "patch", path: "/households/{id}/members/{personId}", permission: "household.write", tag, summary: "Put right what is kept of a member",
    description: "If-Match is the household's version. What is left out stays. A new head takes the place of the one before; a fiscal code needs the permission to read it.",
    params: byId.extend({ personId: idSchema }), body: memberChange, answer: fileSchema,
    run: async ({ db, params, body, expectedVersion }) => {
      const changed = await changeMember(db, { householdId: params.id, expectedVersion, personId: params.personId, fields: changeOf(body) });
      return changed.ok ? ok(fileAnswer(changed.value)) : changed;
    },
  });
  operation(app, {
    method: "post", path: "/households/{id}/members", permission: "household.write", tag, summary: "Somebody joins the household", status: 201, params: byId, answer: fileSchema,
    body: memberBody.extend({ from: daySchema.optional() }),
    run: async ({ db, params, body, expectedVersion, today }) => {
      const { from, ...member } = body;
      const joined = await joinHousehold(db, { householdId: params.id, expectedVersion, member: toMember(member), from: from ?? today });
      return joined.ok ? ok(fileAnswer(joined.value)) : joined;
    },
  });
  operation(app, {
    method: "post", path: "/households/{id}/members/{personId}/departure", permission: "household.write", tag, summary: "A member leaves the household",
    params: byId.extend({ personId: idSchema }), body: z.strictObject({ date: daySchema }), answer: fileSchema,
    run: async ({ db, params, body, expectedVersion, today }) => {
      const left = await leaveHousehold(db, { householdId: params.id, expectedVersion, personId: params.personId, on: body.date }, today);
      return left.ok ? ok(fileAnswer(left.value)) : left;
    },
  });
}

const divisionBody = z
  .strictObject({ date: daySchema, personIds: z.array(idSchema).min(1).max(30).refine((ids) => new Set(ids).size === ids.length, { error: "person_twice" }), headId: idSchema.nullish(), name: nameSchema.nullish() })
  .openapi("HouseholdDivision");

function divisionRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/households/{id}/division", permission: "household.write", tag, summary: "Some members become a household of their own", status: 201,
    description: "From a day on, in the beds they have; the stay clock goes on for both. Answers the new household. Where members have a place it asks for placement.write as well; in a unit let whole those who leave are transferred first.",
    params: byId, body: divisionBody, answer: fileSchema,
    run: async ({ db, params, body, expectedVersion, today }) => {
      const divided = await divideHousehold(db, { householdId: params.id, expectedVersion, date: body.date, personIds: body.personIds, headId: body.headId ?? null, name: body.name ?? null }, today);
      return divided.ok ? ok(fileAnswer(divided.value)) : divided;
    },
  });
}

function lineAnswer({ whereabouts, ...household }: Awaited<ReturnType<typeof listHouseholds>>[number], today: string) {
  const present = household.members.filter((member) => isMemberOn(member, today));
  const adults = present.filter(({ birthDate }) => isAdult(birthDate, today)).length;
  const { status, ...where } = whereabouts ?? { status: null };
  return { ...household, people: present.length, adults, minors: present.length - adults, status, where: whereabouts ? (where as Omit<NonNullable<typeof whereabouts>, "status">) : null };
}
