import "server-only";
import pino from "pino";

/** Structured lines on stderr. Ids and codes only: names, documents and secrets never come here. */
export const log = pino({ level: process.env.POSTOLETTO_LOG ?? "warn", base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
