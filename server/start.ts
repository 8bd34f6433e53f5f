import "server-only";
import { database } from "./database";
import { listeningUrl, startLive, stopLive } from "./events/streams";
import { JOBS } from "./jobs/jobs";
import { runJobs } from "./jobs/runner";
import { startCounting } from "./metrics";
import { onceStopped, whenStopping } from "./stopping";

/** What a serving process does besides answering: its numbers, its jobs, and an end in order. */
export function startProcess(): void {
  startCounting();
  startLive(listeningUrl());
  const jobs = runJobs(database(), JOBS);
  whenStopping(stopLive);
  whenStopping(() => jobs.stop());
  onceStopped(() => database().end());
}
