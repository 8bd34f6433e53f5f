import "server-only";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "@/db/client";
import { openStreams } from "./events/streams";

function newMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "postoletto_request_seconds", help: "How long requests took, by operation and status", labelNames: ["operation", "status"], registers,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
    errors: new Counter({ name: "postoletto_unexpected_errors_total", help: "Answers of 500: bugs, each with a line in the log", labelNames: ["operation"], registers }),
    jobs: new Histogram({ name: "postoletto_job_seconds", help: "How long jobs ran, by outcome", labelNames: ["job", "outcome"], registers, buckets: [0.01, 0.1, 1, 10, 60] }),
  };
}

/** The pool's numbers are read when asked for. */
function followPool(registry: Registry, load: Database["load"]): void {
  const busy = () => Math.min(load.transactions, load.connections);
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({ name: `postoletto_database_${name}`, help, registers: [registry], collect() { this.set(value()); } });
  gauge("connections", "Connections the pool may open", () => load.connections);
  gauge("connections_busy", "Connections that hold a transaction", busy);
  gauge("transactions_waiting", "Transactions waiting for a connection", () => load.transactions - busy());
}

const globals = globalThis as typeof globalThis & { postolettoMetrics?: ReturnType<typeof newMetrics> };

/** The numbers of this process: bundles load a module more than once, things must be counted once. */
function metrics() {
  globals.postolettoMetrics ??= newMetrics();
  return globals.postolettoMetrics;
}

/** The streams are those of this process, as are all its numbers. */
function followStreams(registry: Registry): void {
  new Gauge({ name: "postoletto_event_streams", help: "Open streams of events", registers: [registry], collect() { this.set(openStreams()); } });
}

/** From now on requests are counted, also those the web server sees and the API does not. */
export function startCounting(): void {
  metrics();
}

/** All numbers in the text format of Prometheus. */
export async function metricsText(database: Database): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics();
  if (!registry.getSingleMetric("postoletto_database_connections")) followPool(registry, database.load);
  if (!registry.getSingleMetric("postoletto_event_streams")) followStreams(registry);
  return { text: await registry.metrics(), contentType: registry.contentType };
}

export function requestEnded(operation: string, status: number, milliseconds: number): void {
  metrics().requests.observe({ operation, status: String(status) }, milliseconds / 1000);
  if (status === 500) metrics().errors.inc({ operation });
}

export function jobEnded(job: string, outcome: "done" | "failed", milliseconds: number): void {
  metrics().jobs.observe({ job, outcome }, milliseconds / 1000);
}
