import "server-only";
import { z } from "@hono/zod-openapi";
import { isDay } from "@/domain/day";
import { PROBLEM_CODES } from "./problem";

export const daySchema = z.string().refine(isDay, { error: "not_a_day", abort: true }).openapi({ format: "date", example: "2027-03-01" });
export const idSchema = z.uuid().openapi({ example: "0199f0c4-7b7c-7000-8000-3b8a1c9d0e11" });
export const municipalitySchema = z.string().regex(/^[A-Z]\d{3}$/).openapi({ description: "Codice catastale", example: "G478" });
export const nameSchema = z.string().trim().min(1).max(200);
export const noteSchema = z.string().trim().max(2000);
export const wordSchema = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/).openapi({ example: "step_free" });
export const instantSchema = z.iso.datetime().max(40).openapi({ format: "date-time" });
export const versionSchema = z.int().openapi({ description: "Counts every change; send it as If-Match" });

/** At most 30 working or 60 calendar days: longer is a closure. */
export const turnaroundSchema = z
  .strictObject({ days: z.int().min(0).max(60), working: z.boolean().default(false) })
  .refine(({ days, working }) => !working || days <= 30, { error: "too_many_working_days", path: ["days"] })
  .openapi("Turnaround");

export const spanSchema = z
  .union([
    z.strictObject({ months: z.int().min(1).max(120) }),
    z.strictObject({ weeks: z.int().min(1).max(520) }),
    z.strictObject({ days: z.int().min(1).max(3660) }),
  ])
  .openapi("Span");

export const byId = z.object({ id: idSchema });

/** `a,b,c` in a query. */
export const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z.string().max(2000).transform((text) => text.split(",").map((part) => part.trim()).filter(Boolean)).pipe(z.array(item).max(50));

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: "1-200" }),
  cursor: idSchema.optional().openapi({ description: "nextCursor of the page before" }),
};

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Cuts a list read one longer than asked to its page; the cursor is the last id shown. */
export function toPage<T extends { id: string }>(rows: readonly T[], limit: number): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export const blockedBySchema = z
  .object({ bedId: idSchema, kind: z.enum(["stay", "offer", "closure", "turnaround"]), id: idSchema, placementId: idSchema.nullable(), from: daySchema, until: daySchema, blockedUntil: daySchema })
  .openapi("InTheWay");

export const checkSchema = z
  .object({
    code: z.string(),
    passed: z.boolean(),
    detail: z.string().openapi({ description: "The check in a sentence, in the caller's language" }),
    facts: z.record(z.string(), z.unknown()),
    remedy: z.string().optional().openapi({ description: "The smallest change that would make it a yes" }),
    remedyDetail: z.string().optional(),
  })
  .openapi("Check");

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    refusals: z.array(z.looseObject({ code: z.string(), detail: z.string() })).optional(),
    blockedBy: z.array(blockedBySchema).optional(),
    checks: z.array(checkSchema).optional(),
    latestExit: daySchema.optional(),
  })
  .openapi("Problem");
