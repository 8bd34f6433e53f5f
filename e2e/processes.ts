import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { postmaster } from "../scripts/postgres/cluster.mjs";
import { isGoneWithin } from "../scripts/processes.mjs";

/** The start script of this home's product, and the web server it started. */
export function processesOf(home: string): { start: number; server: number } {
  const { pid } = JSON.parse(readFileSync(join(home, "server.json"), "utf8")) as { pid: number };
  const server = childrenOf(pid).find((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("serve.mjs"));
  if (server === undefined) throw new Error(`process ${pid} has no web server`);
  return { start: pid, server };
}

export function dataOf(home: string): string {
  return join(placeIn(home).folder, "data");
}

/** As when the power fails: everything at once, nothing said. */
export async function killEverything(home: string): Promise<void> {
  const { start, server } = processesOf(home);
  const database = postmaster(dataOf(home))?.pid;
  const backends = database === undefined ? [] : childrenOf(database);
  const all = [server, start, ...(database === undefined ? [] : [database]), ...backends];
  for (const pid of all) kill(pid);
  for (const pid of all) if (!(await isGoneWithin(pid, 10_000))) throw new Error(`process ${pid} lives on`);
}

/** The addresses of a home's embedded database, for its owner and for the product's own role. */
export function databaseOf(home: string): { ownerUrl: string; appUrl: string } {
  const { owner, app } = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as { owner: string; app: string };
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${placeIn(home).port}/postoletto`;
  return { ownerUrl: url("postoletto_owner", owner), appUrl: url("postoletto_app", app) };
}

function placeIn(home: string): { folder: string; port: number } {
  return JSON.parse(readFileSync(join(home, "cluster.json"), "utf8")) as { folder: string; port: number };
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone before its turn.
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
