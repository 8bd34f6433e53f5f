import "server-only";
import { database } from "./database";
import { JOBS } from "./jobs/jobs";
import { runJobs } from "./jobs/runner";
import { startCounting } from "./metrics";
import { onceStopped, whenStopping } from "./stopping";

/** What a serving process does besides answering: its numbers, its jobs, and an end in order. */
export function startProcess(): void {
  startCounting();
  const jobs = runJobs(database(), JOBS);
  whenStopping(() => jobs.stop());
  onceStopped(() => database().end());
}
