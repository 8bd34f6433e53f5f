import "server-only";
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { isConnectionLost } from "@/db/errors";
import { log } from "../log";
import { toldError } from "../told-error";
import { auditRoutes } from "./audit";
import { availabilityRoutes } from "./availability";
import { availabilityElsewhereRoutes } from "./availability-elsewhere";
import { boardRoutes } from "./board";
import { asAnswer } from "./execute";
import { followed } from "./followed";
import { calendarRoutes } from "./calendar";
import { caseRoutes } from "./cases";
import { eventRoutes } from "./events";
import { exportRoutes } from "./exports";
import { extensionRoutes } from "./extensions";
import { facilityRoutes } from "./facilities";
import { householdRoutes } from "./households";
import { importRoutes } from "./imports";
import { inputError, issueErrors, malformed } from "./input-errors";
import { meRoutes } from "./me";
import { unmounted } from "./methods";
import { organisationRoutes } from "./organisations";
import { ownPasswordRoutes } from "./own-password";
import { passwordResetRoutes } from "./password-resets";
import { placementRoutes } from "./placements";
import { localeOf, problemOf } from "./problem";
import { respond } from "./respond";
import { recognitionRoutes } from "./recognitions";
import { reportRoutes } from "./reports";
import { searchRoutes } from "./search";
import { sessionRoutes } from "./sessions";
import { settingRoutes } from "./settings";
import { stayClockRoutes } from "./stay-clock";
import { stayRuleRoutes } from "./stay-rules";
import { systemRoutes } from "./system";
import { taskRoutes } from "./tasks";
import { todayRoutes } from "./today";
import { tokenRoutes } from "./tokens";
import { userRoutes } from "./users";

const MEGABYTE = 1024 * 1024;

function newApp(): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return;
      const locale = localeOf(context.req.header("accept-language"));
      return respond(context, asAnswer(malformed(locale, ...issueErrors(result.error.issues, locale))));
    },
  }).basePath("/api/v1");

  app.use("*", followed);
  const limited = bodyLimit({ maxSize: MEGABYTE, onError: (context) => respond(context, asAnswer(problemOf("too_large", localeOf(context.req.header("accept-language"))))) });
  app.use("*", async (context, next) => {
    const locale = localeOf(context.req.header("accept-language"));
    // Postgres keeps no NUL, and no id, code or name has one.
    if (context.req.url.includes("%00")) return respond(context, asAnswer(malformed(locale, inputError("", "not_text", locale))));
    // Imports stream and have a limit of their own.
    return context.req.path.startsWith("/api/v1/imports/") ? next() : limited(context, next);
  });
  app.notFound(unmounted(app));
  app.onError((error, context) => {
    const locale = localeOf(context.req.header("accept-language"));
    if (error instanceof HTTPException && error.status < 500) return respond(context, asAnswer(malformed(locale, inputError("", "malformed", locale))));
    if (isConnectionLost(error)) return respond(context, asAnswer(problemOf("unavailable", locale)));
    log.error({ error: toldError(error) }, "unexpected");
    return respond(context, asAnswer(problemOf("internal", locale)));
  });
  return app;
}

/** The v1 API: every aggregate's routes on one application, mounted by app/api/v1. */
export const api = newApp();
for (const mount of [
  auditRoutes, availabilityRoutes, availabilityElsewhereRoutes, boardRoutes, calendarRoutes, caseRoutes, eventRoutes, exportRoutes, extensionRoutes, facilityRoutes, householdRoutes, importRoutes, meRoutes, organisationRoutes, ownPasswordRoutes, passwordResetRoutes, placementRoutes, recognitionRoutes, searchRoutes, reportRoutes, sessionRoutes, settingRoutes, stayClockRoutes, stayRuleRoutes, systemRoutes, taskRoutes, todayRoutes, tokenRoutes,
  userRoutes,
]) mount(api);
