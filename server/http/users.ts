import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ROLES } from "@/domain/actor";
import { ok } from "@/domain/failure";
import { updateUser } from "../users/change";
import { createUser } from "../users/create";
import { disableUser } from "../users/disable";
import { enableUser } from "../users/enable";
import { findUsers } from "../users/list";
import { setPassword } from "../users/set-password";
import { operation } from "./operation";
import { passwordSchema } from "./password-schema";
import { byId, idSchema, instantSchema, municipalitySchema, nameSchema, pageOf, pageQuery, toPage, versionSchema } from "./schemas";
import { told } from "./user-refusals";

const tag = "Users";
const grantSchema = z.object({ role: z.enum(ROLES), municipality: municipalitySchema.nullable(), organisationId: idSchema.nullable() });

const userSchema = z
  .object({
    id: idSchema, version: versionSchema, email: z.string(), name: z.string(), language: z.string(),
    createdAt: instantSchema, disabledAt: instantSchema.nullable(), grants: z.array(grantSchema),
  })
  .openapi("User");

const newUserSchema = z
  .strictObject({
    email: z.email().max(320).toLowerCase(),
    name: nameSchema,
    password: passwordSchema.optional().openapi({ description: "Left out, only tokens open the door" }),
    municipality: municipalitySchema.nullable().openapi({ description: "null: the whole network, for coordinators and administrators" }),
    role: z.enum(ROLES),
    organisationId: idSchema.nullish(),
    language: z.enum(["it", "en"]).default("it"),
  })
  .refine(({ email, password }) => password?.toLowerCase() !== email, { error: "password_is_email", path: ["password"] })
  .refine(({ municipality, role }) => municipality !== null || role === "coordinator" || role === "administrator", { error: "municipality_needed", path: ["municipality"] })
  .openapi("NewUser");

const changeSchema = z
  .strictObject({
    name: nameSchema.optional(),
    grants: z.array(z.strictObject({ role: z.enum(ROLES), municipality: municipalitySchema.nullable(), organisationId: idSchema.nullish() })
      .refine(({ municipality, role }) => municipality !== null || role === "coordinator" || role === "administrator", { error: "municipality_needed", path: ["municipality"] }))
      .min(1).max(50).optional().openapi({ description: "All roles the user has from now on" }),
  })
  .refine(({ name, grants }) => name !== undefined || grants !== undefined, { error: "nothing_to_change" })
  .openapi("UserChange");

/** /users: who may sign in, and as what. */
export function userRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/users", permission: "user.write", tag, summary: "Users of the municipalities the caller keeps",
    query: z.object({
      municipality: municipalitySchema.optional(), network: z.enum(["true", "false"]).optional().openapi({ description: "true: those with a role in the whole network, for administrators of it" }),
      q: z.string().trim().max(200).optional().openapi({ description: "Part of the name or of the e-mail address" }), ...pageQuery, cursor: idSchema.optional(),
    }),
    answer: pageOf(userSchema.extend({ lastSignInAt: instantSchema.nullable() })),
    run: async ({ db, query }) => ok(toPage(await findUsers(db, { ...query, network: query.network === "true" }), query.limit)),
  });
  operation(app, {
    method: "post", path: "/users", permission: "user.write", tag, summary: "Make a user", status: 201, body: newUserSchema, answer: userSchema.extend(grantSchema.shape),
    description: "With a role in a municipality whose users the caller keeps. Only administrators make administrators and coordinators.",
    run: async ({ db, body }) => {
      const grant = { role: body.role, municipality: body.municipality, organisationId: body.organisationId ?? null };
      const created = told(await createUser(db, { ...body, ...grant }));
      return created.ok ? ok({ ...created.value, ...grant }) : created;
    },
  });
  userSteps(app);
}

function userSteps(app: OpenAPIHono): void {
  operation(app, {
    method: "patch", path: "/users/{id}", permission: "user.write", tag, summary: "Change a user's name and roles", params: byId, body: changeSchema, answer: userSchema,
    description: "The roles given replace those the user has, also for sessions and tokens in use. Nobody gives or takes more than they could give, and the network keeps an administrator.",
    run: async ({ db, params, body, expectedVersion }) => {
      const grants = body.grants?.map((grant) => ({ ...grant, organisationId: grant.organisationId ?? null }));
      return told(await updateUser(db, { userId: params.id, name: body.name, grants, expectedVersion }));
    },
  });
  operation(app, {
    method: "post", path: "/users/{id}/disable", permission: "user.write", tag, summary: "Shut a user out at once", params: byId, answer: userSchema,
    run: async ({ db, params, expectedVersion }) => told(await disableUser(db, { userId: params.id, expectedVersion })),
  });
  operation(app, {
    method: "post", path: "/users/{id}/enable", permission: "user.write", tag, summary: "Let a disabled user in again", params: byId, answer: userSchema,
    run: async ({ db, params, expectedVersion }) => told(await enableUser(db, { userId: params.id, expectedVersion })),
  });
  operation(app, {
    method: "post", path: "/users/{id}/password", permission: "user.write", tag, summary: "Give a user another password", params: byId, answer: userSchema,
    description: "Ends every session of the user.",
    body: z.strictObject({ password: passwordSchema }),
    run: async ({ db, params, body, expectedVersion }) => told(await setPassword(db, { userId: params.id, password: body.password, expectedVersion })),
  });
}
