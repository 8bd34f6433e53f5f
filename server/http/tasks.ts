import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { WORK_KINDS, WORK_STEPS } from "@/domain/day-work";
import { ok } from "@/domain/failure";
import { markTaskDone } from "../tasks/mark-done";
import { dayTasks } from "../today/work";
import { operation } from "./operation";
import { byId, daySchema, idSchema, municipalitySchema, pageOf, pageQuery, toPage, versionSchema } from "./schemas";

const taskFields = { id: idSchema, version: versionSchema, kind: z.string(), placementId: idSchema.nullable(), householdId: idSchema.nullable(), facilityId: idSchema.nullable(), createdAt: z.string(), doneAt: z.string().nullable() };
const taskSchema = z.object(taskFields).openapi("Task");

const lineSchema = z
  .object({
    ...taskFields,
    kind: z.string().openapi({ description: `${WORK_KINDS.join(", ")}: each ends with what it follows from; unconfirmed is never stored` }),
    version: versionSchema.openapi({ description: "Of the stored task; else of the placement or facility it is about" }),
    placementVersion: versionSchema.nullable().openapi({ description: "For the steps of the placement" }), extensionId: idSchema.nullable().openapi({ description: "The request that waits for a decision" }),
    createdAt: z.string().nullable(), stored: z.boolean(), householdCode: z.string().nullable(), people: z.object({ adults: z.int(), minors: z.int() }).nullable(),
    facilityName: z.string().nullable(), unitName: z.string().nullable(), beds: z.array(z.string()), day: daySchema.nullable().openapi({ description: "The exit or arrival it is about, the exit asked for, the day a permit expires" }),
    exit: daySchema.nullable(), latestExit: daySchema.nullable(), within: z.int().nullable().openapi({ description: "The step of the ladder before an exit, in days" }),
    days: z.int().nullable().openapi({ description: "Since the facility was last confirmed" }), steps: z.array(z.enum(WORK_STEPS)).openapi({ description: "What the caller may do about it" }), isMine: z.boolean(),
  })
  .openapi("TaskLine");

const query = z.object({ municipality: municipalitySchema, mine: z.enum(["true", "false"]).optional(), kind: z.enum(WORK_KINDS).optional(), ...pageQuery });

/** What is to be done today. */
export function taskRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "get", path: "/tasks", permission: "task.read", tag: "Tasks", summary: "What is to be done today in a municipality, the most urgent first",
    description: "mine: about households whose reference social worker the caller is, or in facilities of the caller's organisation.",
    query, answer: pageOf(lineSchema), isRepeatable: () => true,
    run: async ({ db, query: { municipality, mine, kind, limit, cursor }, today }) => {
      const all = await dayTasks(db, municipality, today);
      const asked = all.filter((task) => (mine !== "true" || task.isMine) && (kind === undefined || task.kind === kind));
      // A cursor that is no line's is past the end.
      const from = cursor === undefined ? 0 : asked.findIndex(({ id }) => id === cursor) + 1 || asked.length;
      return ok(toPage(asked.slice(from, from + limit + 1), limit));
    },
  });
  operation(app, {
    method: "post", path: "/tasks/{id}/done", permission: "task.read", tag: "Tasks", summary: "Mark a stored task done", params: byId, answer: taskSchema,
    run: async ({ db, params, expectedVersion }) => ok(await markTaskDone(db, { id: params.id, expectedVersion })),
  });
}
