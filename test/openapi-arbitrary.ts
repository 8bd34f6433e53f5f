import fc from "fast-check";
import type { JsonSchema, OpenApi } from "./openapi";

type Arbitrary = fc.Arbitrary<unknown>;

/** Values that exist in the world the fuzzer plays in, so that its requests get deep: by the name of the field, else any. */
export type Known = { byName: Record<string, readonly unknown[]>; ids: readonly string[]; municipalities: readonly string[] };

const DAYS = ["2027-03-10", "2027-03-01", "2027-04-10", "2027-04-20", "2027-06-30", "2026-01-01", "1900-01-01", "2199-12-31", "2028-02-29"];
const TEXTS = ["Ada", "Casa di via Elce", "Ägypten ñ 家", "👩‍👧 e figlia", "a'; DROP TABLE bed; --", "<b>x</b>", "=1+1", "\t", "100%_\\", "O'Brien"];

/** What a schema allows, made of what exists where that is possible. */
export function valid(document: OpenApi, schema: JsonSchema, known: Known, name = ""): Arbitrary {
  const own = document.resolve(schema);
  const choices = own.anyOf ?? own.oneOf;
  if (known.byName[name]) return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...(known.byName[name] as unknown[])) }, { weight: 1, arbitrary: fc.uuid() });
  if (own.const !== undefined) return fc.constant(own.const);
  if (own.enum) return fc.constantFrom(...own.enum);
  if (choices) return fc.oneof(...choices.map((choice) => valid(document, choice, known, name)));
  const types = [own.type ?? "object"].flat();
  return fc.oneof(...types.map((type) => ofType(document, { ...own, type }, known, name)));
}

function ofType(document: OpenApi, schema: JsonSchema, known: Known, name: string): Arbitrary {
  if (schema.type === "object") return objectOf(document, schema, known);
  if (schema.type === "array") return fc.array(valid(document, schema.items ?? {}, known, name), { minLength: Math.min(schema.minItems ?? 0, 3), maxLength: Math.min(schema.maxItems ?? 3, 3) });
  if (schema.type === "integer" || schema.type === "number") return numberOf(schema);
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "null") return fc.constant(null);
  return textOf(schema, known);
}

function numberOf({ minimum = 0, maximum = 100 }: JsonSchema): Arbitrary {
  return fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 10) }), fc.constantFrom(minimum, maximum));
}

function textOf({ format, pattern, minLength = 0, maxLength = 40 }: JsonSchema, known: Known): Arbitrary {
  if (format === "uuid") return fc.constantFrom(...known.ids);
  if (format === "date") return fc.constantFrom(...DAYS);
  if (format === "date-time") return fc.constantFrom("2030-01-01T00:00:00Z", "2027-03-10T10:00:00.123Z");
  if (format === "email") return fc.integer({ min: 1, max: 1_000_000 }).map((number) => `fuzz${number}@comune.example`);
  if (pattern === "^[A-Z]\\d{3}$") return fc.constantFrom(...known.municipalities);
  if (pattern) return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= 100);
  const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "grapheme", maxLength: Math.min(maxLength, 40) }));
  return text.map((written) => written.padEnd(minLength, "x").slice(0, maxLength).toWellFormed());
}

function objectOf(document: OpenApi, schema: JsonSchema, known: Known): Arbitrary {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, valid(document, field, known, name)] as const);
  if (fields.length === 0) return fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
  return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
}

/** What no field may be, or only just. */
export const ODD: Arbitrary = fc.oneof(
  fc.constantFrom(
    null, "", " ", true, 0, -0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, 2 ** 31, 2 ** 63, "0", "NaN", "\u0000", "a\u0000b", "\ud800", "\udc00x", "\uffff", "‮", "ﷺ",
    "2027-02-30", "2027-13-01", "0000-01-01", "9999-12-31", "10000-01-01", "-0001-01-01", "2027-3-1", "2027-03-10T00:00:00Z", "2027-03-10\n", "1e400",
    "00000000-0000-0000-0000-000000000000", "0199f0c4-7b7c-7000-8000-3b8a1c9d0e1", "true", "[]", "{}", "../../etc/passwd", "%00", "%FF", "constructor", "__proto__",
  ),
  fc.constantFrom([], {}, [[]], [null], { __proto__: null }, JSON.parse('{"__proto__":{"admin":true}}') as object, { constructor: { prototype: {} } }, { length: 1e9 }),
  fc.constantFrom("x".repeat(10_000), "à".repeat(2_001), Array.from({ length: 1_000 }, () => null), Array.from({ length: 600 }, () => ({}))),
  fc.string({ unit: "binary", maxLength: 60 }), fc.double(), fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(Number), fc.jsonValue({ maxDepth: 4 }),
);

/** A valid value with one thing in it wrong: a field odd, missing or too many. */
export function nearlyValid(document: OpenApi, schema: JsonSchema, known: Known): Arbitrary {
  return fc.tuple(valid(document, schema, known), fc.nat(), ODD, fc.constantFrom("odd", "missing", "extra", "twice")).map(([value, place, odd, how]) => spoilt(value, place, odd, how));
}

function spoilt(value: unknown, place: number, odd: unknown, how: string): unknown {
  if (Array.isArray(value) && value.length > 0) {
    const index = place % value.length;
    if (how === "twice") return [...value, value[index]];
    return value.map((item, at) => (at === index ? spoilt(item, Math.floor(place / value.length), odd, how) : item));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return odd;
  const names = Object.keys(value);
  if (how === "extra" || names.length === 0) return { ...value, [typeof odd === "string" ? odd : "surprise"]: odd };

  const name = names[place % names.length] ?? "";
  const { [name]: field, ...others } = value as Record<string, unknown>;
  if (how === "missing") return others;
  return { ...value, [name]: typeof field === "object" && field !== null ? spoilt(field, Math.floor(place / names.length), odd, how) : odd };
}

/** Texts sent as a body that are no document of ours, or too much of one. */
export const ABSURD: fc.Arbitrary<string> = fc.constantFrom(
  "", "{", "null", "[]", '"x"', "0", "undefined", "NaN", "{'a':1}", '{"a":1e400}', '{"name":1e400}', '{"name":-0}', `${"[".repeat(10_000)}${"]".repeat(10_000)}`, `{"name":${"[".repeat(500_000)}`,
  `{"preferences":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`, `{"name":"${"x".repeat(900_000)}"}`, `{"members":[${Array.from({ length: 100_000 }, () => "0").join()}]}`,
  `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":0`).join()}}`, '{"name":"\\ud800"}', '{"name":"\\u0000"}', '{"\\u0000":1}', '{"name":"a","name":"b"}', '{"__proto__":{"a":1}}', "\ufeff{}", "{}\u0000",
);

/** Words for a query: of the schema, or odd. */
export function asQuery(value: unknown): string {
  return typeof value === "string" ? value.toWellFormed() : typeof value === "object" ? JSON.stringify(value) : String(value);
}
