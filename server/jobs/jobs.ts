import "server-only";
import type { Job } from "./job";

/** Everything that runs by the clock. */
export const JOBS: Job[] = [];
