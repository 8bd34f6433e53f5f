import "server-only";
import type { Database } from "@/db/client";
import { whileAlone } from "@/db/job-lock";
import { isConnectionLost } from "@/db/errors";
import { log } from "../log";
import { jobEnded } from "../metrics";
import { toldError } from "../told-error";
import type { Job } from "./job";

/** Runs each job at its pace until `stop`, which waits for the runs under way. */
export function runJobs(database: Database, jobs: readonly Job[]): { stop(): Promise<void> } {
  const loops = jobs.map((job) => loop(database, job));
  return { stop: async () => void (await Promise.all(loops.map((each) => each.stop()))) };
}

function loop(database: Database, job: Job): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const turn = () => {
    running = runOnce(database, job).then(() => {
      if (!isStopped) timer = setTimeout(turn, job.everySeconds * 1000).unref();
    });
  };
  timer = setTimeout(turn, 0).unref();

  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}

/** One run, unless another process is at it; a failure is told and the next turn tries again. */
export async function runOnce(database: Database, job: Job): Promise<void> {
  const started = performance.now();
  try {
    const wasAlone = await whileAlone(database, job.name, () => job.run(database));
    if (wasAlone) jobEnded(job.name, "done", performance.now() - started);
  } catch (error) {
    jobEnded(job.name, "failed", performance.now() - started);
    if (isConnectionLost(error)) log.warn({ job: job.name, error: toldError(error) }, "a job found no database");
    else log.error({ job: job.name, error: toldError(error) }, "a job failed");
  }
}
