import { z } from "zod";
import { COMPOSITIONS, GENDERS } from "./people";

/**
 * Conditions of programmes, rules, facilities and units, as data. A new kind of condition is a line here, its evaluation in
 * `eligibility.ts` and its sentence in `messages/`.
 */
export const conditionSchema = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("household_size"), min: z.int().min(1).optional(), max: z.int().min(1).optional() }),
  z.strictObject({ code: z.literal("composition"), anyOf: z.array(z.enum(COMPOSITIONS)).min(1) }),
  z.strictObject({ code: z.literal("gender"), anyOf: z.array(z.enum(GENDERS)).min(1) }),
  z.strictObject({ code: z.literal("age"), min: z.int().min(0).optional(), max: z.int().min(0).optional() }),
  z.strictObject({ code: z.literal("citizenship"), anyOf: z.array(z.enum(["third_country", "eu", "italian"])).min(1) }),
  z.strictObject({ code: z.literal("lawful_residence") }),
  z.strictObject({ code: z.literal("needs_accepted"), anyOf: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ code: z.literal("features"), allOf: z.array(z.string().min(1)).min(1) }),
]);

export type Condition = z.infer<typeof conditionSchema>;
