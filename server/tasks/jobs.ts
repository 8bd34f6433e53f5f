import "server-only";
import type { Job } from "../jobs/job";
import { keepTasks } from "./keep";

export const taskJobs: Job[] = [{ name: "tasks_keep", everySeconds: 60, run: keepTasks }];
