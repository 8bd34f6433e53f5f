import "server-only";
import { z } from "@hono/zod-openapi";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/domain/passwords";

/** A password somebody chooses; lists of known ones are asked later. */
export const passwordSchema = z.string().min(SHORTEST_PASSWORD, { error: "password_too_short" }).max(LONGEST_PASSWORD, { error: "password_too_long" });
