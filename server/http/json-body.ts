import "server-only";
import type { MiddlewareHandler } from "hono";
import { asAnswer } from "./execute";
import { inputError, malformed } from "./input-errors";
import { respond } from "./respond";
import { localeOf, problemOf } from "./problem";

/** Deeper than any document of ours; what is deeper was made to exhaust whoever walks it. */
const DEEPEST = 32;

const JSON_TYPE = /^application\/([\w.-]+\+)?json$/i;

type Fault = { path: string; code: "not_utf8" | "not_json" | "too_deep" | "not_text" | "not_a_number" };

/** Bodies are JSON in UTF-8, of a depth and of texts and numbers that can be kept; anything else is refused before it is looked at. */
export const jsonBody: MiddlewareHandler = async (context, next) => {
  const locale = localeOf(context.req.header("accept-language"));
  const mediaType = context.req.header("content-type")?.split(";")[0]?.trim();
  if (mediaType !== undefined && !JSON_TYPE.test(mediaType)) return respond(context, asAnswer(problemOf("unsupported_media_type", locale)));

  const fault = faultOf(await context.req.arrayBuffer());
  if (fault !== null) return respond(context, asAnswer(malformed(locale, inputError(fault.path, fault.code, locale))));
  await next();
};

function faultOf(bytes: ArrayBuffer): Fault | null {
  const text = utf8(bytes);
  if (text === null) return { path: "", code: "not_utf8" };
  try {
    return faultIn(JSON.parse(text), "", 1);
  } catch {
    return { path: "", code: "not_json" };
  }
}

function utf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first thing that cannot be kept: half a character, NUL (Postgres keeps neither), a number too large to be one. */
function faultIn(value: unknown, path: string, depth: number): Fault | null {
  if (depth > DEEPEST) return { path, code: "too_deep" };
  if (typeof value === "string") return isText(value) ? null : { path, code: "not_text" };
  if (typeof value === "number") return Number.isFinite(value) ? null : { path, code: "not_a_number" };
  if (typeof value !== "object" || value === null) return null;

  for (const [key, inner] of Object.entries(value)) {
    if (!isText(key)) return { path, code: "not_text" };
    const fault = faultIn(inner, path === "" ? key : `${path}.${key}`, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
