import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { findSettings } from "@/db/settings";
import { ok } from "@/domain/failure";
import { changeSettings } from "../settings/keep";
import { operation } from "./operation";
import { nameSchema, versionSchema } from "./schemas";

const tag = "Settings";
const phoneSchema = z.string().trim().regex(/^\+?[\d ().\/-]{3,40}$/).openapi({ example: "075 5771" });

const settingsSchema = z
  .object({
    version: versionSchema, serviceName: z.string().nullable(),
    accessibilityEmail: z.string().nullable().openapi({ description: "Where barriers are reported to; shown in the accessibility statement" }),
    contactName: z.string().nullable(), contactPhone: z.string().nullable(),
  })
  .openapi("Settings");

const changeSchema = z
  .strictObject({
    serviceName: nameSchema.nullable().optional(), accessibilityEmail: z.email().max(320).nullable().optional(),
    contactName: nameSchema.nullable().optional(), contactPhone: phoneSchema.nullable().optional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, { error: "nothing_to_change" })
  .openapi("SettingsChange");

/** /settings: what the service tells of itself to everybody. */
export function settingRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/settings", permission: "self.read", tag, summary: "What the service tells of itself", answer: settingsSchema,
    run: async ({ db }) => ok(await findSettings(db)),
  });
  operation(app, {
    method: "patch", path: "/settings", permission: "setting.write", tag, summary: "Change what the service tells of itself", body: changeSchema, answer: settingsSchema,
    description: "By administrators of the whole network.",
    run: async ({ db, body, expectedVersion }) => ok(await changeSettings(db, body, expectedVersion)),
  });
}
