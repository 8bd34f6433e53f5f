import { expect, test } from "vitest";
import { type JsonSchema, openApiDocument, operationsIn } from "@/test/openapi";

const document = await openApiDocument();

type Unbounded = string;

/** Where texts and lists without a bound stand; `seen` breaks what refers to itself. */
function unbounded(schema: JsonSchema, path: string, seen: readonly string[] = []): Unbounded[] {
  if (schema.$ref !== undefined) return seen.includes(schema.$ref) ? [] : unbounded(document.resolve(schema), path, [...seen, schema.$ref]);
  const inner = [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((choice) => unbounded(choice, path, seen)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => unbounded(field, `${path}.${name}`, seen)),
    ...(schema.items ? unbounded(schema.items, `${path}[]`, seen) : []),
  ];
  const types = [schema.type ?? []].flat();
  const isText = types.includes("string") && [schema.maxLength, schema.enum, schema.const, schema.pattern].every((bound) => bound === undefined);
  const isFreeText = isText && !["uuid", "date"].includes(schema.format ?? "");
  const isFreeList = types.includes("array") && schema.maxItems === undefined;
  return [...inner, ...(isFreeText || isFreeList ? [path] : [])];
}

test("every text and list that comes in has a bound", () => {
  const found = operationsIn(document).flatMap(({ name, parameters, body }) => [
    ...parameters.flatMap((parameter) => unbounded(parameter.schema, `${name} ?${parameter.name}`)),
    ...(body ? unbounded(body, `${name} `) : []),
  ]);
  expect(found).toEqual([]);
});

test("the walk finds what has none", () => {
  expect(unbounded({ type: "object", properties: { a: { type: "array", items: { type: "string" } }, b: { type: ["string", "null"], maxLength: 3 } } }, "x")).toEqual(["x.a[]", "x.a"]);
});

test("every number that is written has bounds too", () => {
  const free = operationsIn(document).flatMap(({ name, body }) => (body ? freeNumbers(body, `${name} `) : []));
  expect(free).toEqual([]);
});

function freeNumbers(schema: JsonSchema, path: string): string[] {
  const own = document.resolve(schema);
  const inner = [
    ...[...(own.anyOf ?? []), ...(own.oneOf ?? []), ...(own.allOf ?? [])].flatMap((choice) => freeNumbers(choice, path)),
    ...Object.entries(own.properties ?? {}).flatMap(([name, field]) => freeNumbers(field, `${path}.${name}`)),
    ...(own.items ? freeNumbers(own.items, `${path}[]`) : []),
  ];
  const isNumber = [own.type ?? []].flat().some((type) => type === "integer" || type === "number");
  const isFree = isNumber && (own.minimum === undefined || own.maximum === undefined || own.maximum > 1_000_000);
  return [...inner, ...(isFree ? [path] : [])];
}
