import "server-only";
import { createHash } from "node:crypto";
import { html, raw } from "hono/html";

type Schema = { $ref?: string; type?: string | string[]; enum?: unknown[]; properties?: Record<string, Schema>; required?: string[]; items?: Schema; description?: string; format?: string; anyOf?: Schema[]; oneOf?: Schema[] };
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema; description?: string };
type Content = Record<string, { schema?: Schema }>;
type Described = { summary?: string; description?: string; tags?: string[]; parameters?: Parameter[]; requestBody?: { content?: Content }; responses?: Record<string, { description?: string; content?: Content }>; "x-permission"?: string };
type Document = { info: { title: string; description?: string }; paths?: Record<string, Record<string, unknown>>; components?: { schemas?: Record<string, unknown> } };

/** The API's description as one page without scripts: operations by subject, then the shapes they speak of. */
export function docsPage(document: object) {
  const { info, paths = {}, components } = document as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Described })));
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? "Other"))];
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${info.title} API v1</title><style>${raw(STYLE)}</style></head>
    <body><header><h1>${info.title} API v1</h1><p>${info.description ?? ""} <a href="/api/v1/openapi.json">OpenAPI 3.1</a></p></header>
    <main>${tags.map((tag) => html`<h2 id="${tag}">${tag}</h2>${operations.filter(({ operation }) => (operation.tags?.[0] ?? "Other") === tag).map(section)}`)}
    <h2>Shapes</h2>${Object.entries(components?.schemas ?? {}).map(([name, schema]) => html`<section id="schema-${name}"><h3>${name}</h3>${fields(schema as Schema)}</section>`)}</main></body></html>`;
}

function section({ path, method, operation }: { path: string; method: string; operation: Described }) {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(operation.responses ?? {});
  return html`<section><h3><code>${method.toUpperCase()} ${path}</code></h3><p><strong>${operation.summary ?? ""}</strong> ${operation.description ?? ""}</p>
    <p>Permission: <code>${operation["x-permission"] ?? "none"}</code></p>
    ${(operation.parameters ?? []).length > 0 ? html`<table><caption>Parameters</caption><tr><th>name</th><th>in</th><th>type</th><th></th></tr>${operation.parameters?.map((parameter) => html`<tr><td><code>${parameter.name}</code>${parameter.required ? " *" : ""}</td><td>${parameter.in}</td><td>${kindOf(parameter.schema)}</td><td>${parameter.description ?? parameter.schema?.description ?? ""}</td></tr>`)}</table>` : ""}
    ${body ? html`<p>Body: ${kindOf(body)}</p>${body.$ref ? "" : fields(body)}` : ""}
    <p>Answers: ${answers.map(([status, answer]) => html`<code>${status}</code> ${kindOf(Object.values(answer.content ?? {})[0]?.schema)} `)}</p></section>`;
}

function fields(schema: Schema) {
  if (!schema.properties) return html`<p>${kindOf(schema)}</p>`;
  return html`<table><tr><th>field</th><th>type</th><th></th></tr>${Object.entries(schema.properties).map(([name, field]) => html`<tr><td><code>${name}</code>${schema.required?.includes(name) ? " *" : ""}</td><td>${kindOf(field)}</td><td>${field.description ?? ""}</td></tr>`)}</table>`;
}

function kindOf(schema: Schema | undefined): ReturnType<typeof html> | string {
  if (!schema) return "";
  const name = schema.$ref?.split("/").at(-1);
  if (name) return html`<a href="#schema-${name}">${name}</a>`;
  if (schema.items) return html`list of ${kindOf(schema.items)}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return html`${choices.map((choice, index) => html`${index > 0 ? " or " : ""}${kindOf(choice)}`)}`;
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(", ")} }`;
  return [schema.type ?? "any"].flat().join(" or ") + (schema.format ? ` (${schema.format})` : "");
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#17324d;background:#fff}header{background:#036;color:#fff;padding:16px 24px}header a{color:#fff}main{max-width:1080px;margin:0 auto;padding:16px 24px}section{border-top:1px solid #d9dadb;padding:8px 0;overflow-x:auto}code{background:#f2f7fc;padding:1px 4px}header code{color:#17324d}table{border-collapse:collapse;width:100%}caption{text-align:left}td,th{text-align:left;padding:4px 8px;border-bottom:1px solid #ebeced;vertical-align:top}a{color:#06c}@media(prefers-color-scheme:dark){body{background:#0b1622;color:#e6ecf2}code{background:#17324d}a{color:#8bc4ff}}`;

/** The page's own style is the only thing a browser may use of it. */
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
