import "server-only";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { docsPage, DOCS_POLICY } from "./docs-page";

/** The description of the API, and the page that shows it. Both need no sign-in. */
export function systemRoutes(app: OpenAPIHono): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "next-auth.session-token" });
  app.get("/openapi.json", (context) => context.json(openApiDocument(app)));
  app.get("/docs", (context) => context.html(docsPage(openApiDocument(app)), 200, { "content-security-policy": DOCS_POLICY }));
}

export function openApiDocument(app: OpenAPIHono) {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Postoletto", version: "1", description: "Beds, households and placements of a municipality. Errors are RFC 9457 problem documents.", license: { name: "EUPL-1.2" } },
    servers: [{ url: "/" }],
  });
}
