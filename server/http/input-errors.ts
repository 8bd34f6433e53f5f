import "server-only";
import type { z } from "zod";
import { inputs as english } from "@/messages/en/inputs";
import { INPUT_CODES, type InputCode, type InputFacts } from "@/messages/input-words";
import { inputs as italian } from "@/messages/it/inputs";
import { type Locale, type Problem, problemOf } from "./problem";

export type InputError = { path: string; code: string; message: string };

/** One thing that is wrong with what came in, in the caller's language. */
export function inputError(path: string, code: string, locale: Locale, facts: InputFacts = {}): InputError {
  const words = locale === "en" ? english : italian;
  return { path, code, message: words[wordedAs(code)](facts) };
}

/** 400 with every field that is wrong. */
export function malformed(locale: Locale, ...errors: InputError[]): Problem {
  return problemOf("malformed", locale, { errors });
}

/** Our own checks say their code as zod's message; zod's own messages are sentences of its own. */
export function issueErrors(issues: readonly z.core.$ZodIssue[], locale: Locale): InputError[] {
  return issues.map((issue) => {
    const code = /^[a-z_]+$/.test(issue.message) ? issue.message : issue.code;
    const isMissing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
    const { message } = inputError("", isMissing ? "missing" : code, locale, factsOf(issue));
    return { path: issue.path.join("."), code, message };
  });
}

function wordedAs(code: string): InputCode {
  return INPUT_CODES.find((known) => known === code) ?? "custom";
}

function factsOf(issue: z.core.$ZodIssue): InputFacts {
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "invalid_value") return { allowed: issue.values.map(String) };
  return issue.code === "unrecognized_keys" ? { keys: issue.keys.map((key) => key.slice(0, 60)).slice(0, 10) } : {};
}
