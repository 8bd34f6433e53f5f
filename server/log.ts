import "server-only";
import pino from "pino";
import { requestId } from "./request-context";

/** Structured lines on stderr, each with the id of its request. Ids and codes only: names, documents and secrets never come here. */
export const log = pino(
  {
    level: process.env.POSTOLETTO_LOG ?? (process.env.POSTOLETTO_TEST === "1" ? "warn" : "info"),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ requestId: requestId() }),
  },
  pino.destination(2),
);
