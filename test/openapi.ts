/** As much of JSON Schema as the description of the API uses. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  required?: string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
};

export type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; schema: JsonSchema };
type Described = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: JsonSchema }> }; responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>; "x-permission"?: string };

export type OpenApi = { paths: Record<string, Record<string, Described>>; schemas: Record<string, JsonSchema>; resolve(schema: JsonSchema): JsonSchema };

/** What the API says of itself. */
export async function openApiDocument(): Promise<OpenApi> {
  const { api } = await import("@/server/http/app");
  const text = (await (await api.request("/api/v1/openapi.json")).json()) as { paths: OpenApi["paths"]; components: { schemas: Record<string, JsonSchema> } };
  const { paths, components: { schemas } } = text;
  return { paths, schemas, resolve: (schema) => (schema.$ref === undefined ? schema : (schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {})) };
}

export type DescribedOperation = {
  /** `post /facilities/{id}/units`. */
  name: string;
  method: string;
  path: string;
  permission: string | undefined;
  parameters: Parameter[];
  /** Of a JSON body. */
  body: JsonSchema | null;
  takesCsv: boolean;
  /** JSON answers by status. */
  answers: Record<string, JsonSchema>;
};

export function operationsIn(document: OpenApi): DescribedOperation[] {
  return Object.entries(document.paths).flatMap(([fullPath, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const path = fullPath.replace("/api/v1", "");
      const content = described.requestBody?.content ?? {};
      const body = content["application/json"]?.schema ?? null;
      return { name: `${method} ${path}`, method, path, permission: described["x-permission"], parameters: described.parameters ?? [], body, takesCsv: "text/csv" in content, answers: answersOf(described) };
    }),
  );
}

function answersOf({ responses }: Described): Record<string, JsonSchema> {
  const told = Object.entries(responses).flatMap(([status, { content }]) => (content?.["application/json"] ? [[status, content["application/json"].schema] as const] : []));
  return Object.fromEntries(told);
}
