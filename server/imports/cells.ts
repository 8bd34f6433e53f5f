import "server-only";
import { z } from "zod";
import { type Day, isDay } from "@/domain/day";
import type { ImportRefusal } from "@/domain/imports";

const LONGEST_TEXT = 200;
const LONGEST_LIST = 2000;

const oneOfTheCodes = <Code extends string>(codes: readonly Code[]) =>
  z.string().trim().min(1, "missing_value").pipe(z.enum(codes as readonly [Code, ...Code[]]));

/** Ids of the sending system: any text, kept as it is. */
export const key = z.string().trim().min(1, "missing_value").max(LONGEST_TEXT, "too_long");

export const optionalKey = z.string().trim().max(LONGEST_TEXT, "too_long").optional().transform((text) => text || null);

export const name = key;

export const optionalName = optionalKey;

export const requiredDay = z.string().trim().min(1, "missing_value").refine((text) => text === "" || isDay(text), "invalid_date");

export const optionalDay = z.string().trim().refine((text) => text === "" || isDay(text), "invalid_date").optional().transform((text): Day | null => text || null);

export const code = oneOfTheCodes;

/** One of the codes, or nothing. */
export function optionalCode<Code extends string>(codes: readonly Code[]) {
  return z.string().trim().pipe(z.union([z.literal("").transform(() => null), z.enum(codes as readonly [Code, ...Code[]])])).optional().transform((found) => found ?? null);
}

const WORD = /^[a-z][a-z0-9_]{0,59}$/;

/** Codes in one cell, parted by `|`, `;`, `,` or spaces; sorted, each once. */
export const codeList = z.string().max(LONGEST_LIST, "too_long").transform((text, context): string[] => {
  const codes = text.split(/[|;,\s]/).filter((part) => part !== "");
  if (!codes.every((each) => WORD.test(each))) context.addIssue({ code: "custom", message: "invalid_list" });
  return [...new Set(codes)].sort();
});

const CODES = ["missing_value", "too_long", "invalid_date", "invalid_list", "exit_before_arrival", "until_before_from", "date_in_future"] as const;

/** zod's word for what is wrong, in ours. Messages of our own checks are the code itself. */
export function refusalOf(issue: z.core.$ZodIssue): ImportRefusal {
  const allowed = allowedIn(issue);
  if (allowed !== null) return { code: "invalid_code", allowed };
  if (issue.code === "custom" && issue.params?.refusal) return issue.params.refusal as ImportRefusal;
  return { code: CODES.find((known) => known === issue.message) ?? "missing_value" };
}

function allowedIn(issue: z.core.$ZodIssue): string[] | null {
  if (issue.code === "invalid_value") return issue.values.map(String).filter((value) => value !== "");
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap((inner) => allowedIn(inner) ?? []);
  return null;
}
