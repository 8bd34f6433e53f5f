import "server-only";
import type { Context, Hono } from "hono";
import { asAnswer } from "./execute";
import { localeOf, problemOf } from "./problem";
import { respond } from "./respond";

type Mounted = Pick<Hono, "routes">;

/** Nothing is mounted here: a path with other methods says which, any other path is not there. */
export function unmounted(app: Mounted): (context: Context) => Response {
  return (context) => {
    const locale = localeOf(context.req.header("accept-language"));
    const allowed = methodsAt(app, context.req.path);
    if (allowed.length === 0) return respond(context, asAnswer(problemOf("not_found", locale)));

    context.header("allow", allowed.join(", "));
    return context.req.method === "OPTIONS" ? context.body(null, 204) : respond(context, asAnswer(problemOf("method_not_allowed", locale)));
  };
}

function methodsAt(app: Mounted, path: string): string[] {
  const methods = new Set(app.routes.filter((route) => route.method !== "ALL" && pattern(route.path).test(path)).map(({ method }) => method));
  return methods.size === 0 ? [] : [...methods, ...(methods.has("GET") ? ["HEAD"] : []), "OPTIONS"].sort();
}

/** `/facilities/:id` as an expression; dots are dots. */
function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`);
}
