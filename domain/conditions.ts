import { z } from "zod";
import { COMPOSITIONS, GENDERS } from "./people";

/** People in a household, or years of age. */
const LARGEST = 150;
const words = z.array(z.string().min(1).max(60)).min(1).max(50);

/**
 * Conditions of programmes, rules, facilities and units, as data. A new kind of condition is a line here, its evaluation in
 * `eligibility.ts` and its sentence in `messages/`.
 */
export const conditionSchema = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("household_size"), min: z.int().min(1).max(LARGEST).optional(), max: z.int().min(1).max(LARGEST).optional() }),
  z.strictObject({ code: z.literal("composition"), anyOf: z.array(z.enum(COMPOSITIONS)).min(1).max(20) }),
  z.strictObject({ code: z.literal("gender"), anyOf: z.array(z.enum(GENDERS)).min(1).max(20) }),
  z.strictObject({ code: z.literal("age"), min: z.int().min(0).max(LARGEST).optional(), max: z.int().min(0).max(LARGEST).optional() }),
  z.strictObject({ code: z.literal("citizenship"), anyOf: z.array(z.enum(["third_country", "eu", "italian"])).min(1).max(20) }),
  z.strictObject({ code: z.literal("lawful_residence") }),
  z.strictObject({ code: z.literal("needs_accepted"), anyOf: words }),
  z.strictObject({ code: z.literal("features"), allOf: words }),
]);

export type Condition = z.infer<typeof conditionSchema>;
