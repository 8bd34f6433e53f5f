import type { Database } from "@/db/client";

/** Work that the clock asks for. It runs in one process at a time, may be cut off at any moment, and must then find its place again. */
export type Job = { name: string; everySeconds: number; run(database: Database): Promise<void> };
