import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ok } from "@/domain/failure";
import { decideRecognition, readRecognitions } from "../households/recognitions";
import { operation } from "./operation";
import { byId, idSchema, versionSchema } from "./schemas";

const recognitionSchema = z
  .object({
    personId: idSchema,
    same: z.boolean().nullable().openapi({ description: "What was decided here; null while nothing was" }),
    decidedAt: z.string().nullable(), decidedByName: z.string().nullable(),
    isCounted: z.boolean().openapi({ description: "Whether those nights are counted as this member's: also where only the other municipality said that it is the same person" }),
    version: versionSchema.openapi({ description: "The household's" }),
  })
  .openapi("Recognition");

/** Who is recognised over the network by name and birth date (domain.md 3). */
export function recognitionRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/households/{id}/recognitions", permission: "household.read", tag: "Households", summary: "Members whom the network may know by name and birth date",
    description: "Those of whose name and birth date somebody elsewhere in the network has nights under a clock that counts here, and who cannot be told by the fiscal code. Neither who, where, when nor how many nights. Empty where no rule of the municipality counts over the network; the asking is audited.",
    params: byId, answer: z.object({ items: z.array(recognitionSchema), nextCursor: z.null() }),
    run: async ({ db, params, today }) => ok({ items: await readRecognitions(db, params.id, today), nextCursor: null }),
  });
  operation(app, {
    method: "post", path: "/households/{id}/members/{personId}/recognition", permission: "household.write", tag: "Households", summary: "Decide whether it is the same person",
    description: "`true`: the nights elsewhere count as this member's; `false`: they do not, whatever the other municipality says; `null` takes back what was decided here. If-Match is the household's version. Void once the name or the birth date is changed. 409 `nobody_of_that_name` where there is neither a question nor a decision.",
    params: byId.extend({ personId: idSchema }), body: z.strictObject({ same: z.boolean().nullable() }), answer: recognitionSchema,
    run: ({ db, params, body, today, expectedVersion }) => decideRecognition(db, { householdId: params.id, personId: params.personId, expectedVersion, same: body.same }, today),
  });
}
