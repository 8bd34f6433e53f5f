import "server-only";
import { auditJobs } from "../audit/jobs";
import { signInJobs } from "../auth/jobs";
import { recognitionJobs } from "../households/jobs";
import { mailJobs } from "../mail/jobs";
import { taskJobs } from "../tasks/jobs";
import type { Job } from "./job";

/** Everything that runs by the clock. */
export const JOBS: Job[] = [...auditJobs, ...mailJobs, ...recognitionJobs, ...signInJobs, ...taskJobs];
