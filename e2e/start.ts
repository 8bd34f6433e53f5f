import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { neutral } from "../scripts/environment.mjs";
import { freePort } from "../scripts/postgres/cluster.mjs";
import { exitCode } from "../scripts/processes.mjs";
import { projectRoot } from "../scripts/project.mjs";
import { readSecrets } from "../scripts/secrets.mjs";
import { type OwnDatabase, ownDatabase } from "./database";

export type Product = { url: string; password: string; stop(): Promise<void> };
export type Options = {
  home: string;
  today?: string;
  port?: number;
  env?: Record<string, string>;
  /** On the product's own Postgres whatever TEST_DATABASE_URL says. */
  isEmbedded?: boolean;
};

/** The database of each home, when TEST_DATABASE_URL names a server: started again, the product finds its data. */
const databases = new Map<string, OwnDatabase>();

async function databaseOf(home: string): Promise<Record<string, string>> {
  const database = databases.get(home) ?? (await ownDatabase());
  if (database) databases.set(home, database);
  return database?.env ?? {};
}

/** What tells the command line the database of a product that was started here; nothing for its own Postgres. */
export function databaseEnvironment(home: string): Record<string, string> {
  return databases.get(home)?.env ?? {};
}

// The first start on a machine builds.
const patience = 300_000;

/** Starts the product as `npm start` does, with its own data in `home`. Keep the home to start again on the same data. */
export async function startProduct({ home, today, port, env = {}, isEmbedded = false }: Options): Promise<Product> {
  const ownPort = port ?? (await freePort());
  const database = isEmbedded ? {} : await databaseOf(home);
  const child = spawn(process.execPath, [join(projectRoot, "scripts", "start.mjs"), "--until-input-ends"], {
    cwd: projectRoot,
    env: { ...neutral(), POSTOLETTO_TEST: "1", ...(today && { POSTOLETTO_TODAY: today }), ...database, ...env, POSTOLETTO_HOME: home, PORT: String(ownPort) },
    // The open input is the lifeline: should the test's process be killed, the product stops by itself.
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = exitCode(child);
  const url = `http://localhost:${ownPort}`;
  await ready(url, ended, outputOf(child));
  const { demoPassword = "" } = await readSecrets(home);

  return {
    url,
    password: demoPassword,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function outputOf(child: ChildProcess): () => string {
  let words = "";
  const keep = (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-10_000));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => words;
}

async function ready(url: string, ended: Promise<number>, output: () => string): Promise<void> {
  let exit: number | null = null;
  void ended.then((code) => (exit = code));
  for (const deadline = performance.now() + patience; performance.now() < deadline; await sleep(100)) {
    if (exit !== null) throw new Error(`the product ended with exit code ${exit}:\n${output()}`);
    // Kept open, it would be closed by the server while a command line runs, and break under the first question after it.
    const answer = await fetch(`${url}/readyz`, { headers: { connection: "close" } }).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error(`${url}/readyz did not answer 200 in time:\n${output()}`);
}

/** An empty folder for data of one test file; `remove` it after the product has stopped. */
export async function temporaryHome(): Promise<{ home: string; remove(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), "postoletto-e2e-"));
  // As root the database's account passes through it.
  await chmod(home, 0o711);
  const remove = async () => {
    await databases.get(home)?.drop();
    databases.delete(home);
    await rm(home, { recursive: true, force: true });
  };
  return { home, remove };
}
