import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { chmod, mkdir, open, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine, exists, exitCode, isAlive, isGoneWithin } from "../processes.mjs";
import { Obstacle } from "../project.mjs";

/**
 * @typedef {{ binaries: string, data: string, log: string, account: import("./account.mjs").Account | null }} Cluster
 * @typedef {{ pid: number, port: number, isReady: boolean }} Postmaster
 */

const environment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
const maxLogBytes = 5_000_000;

/** A folder that belongs to the database's account. @param {string} folder */
export async function ownFolder(folder, account) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Creates the files of an empty cluster, all or nothing. @param {Cluster} cluster @param {string} password */
export async function initialise({ binaries, data, account }, password) {
  if (existsSync(join(data, "PG_VERSION"))) return;
  const draft = `${data}.${randomBytes(4).toString("hex")}`;
  await ownFolder(dirname(data), account);
  await ownFolder(draft, account);
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    await initdb(binaries, draft, passwordFile, account);
    await rename(draft, data);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

// C.UTF-8 of the builtin provider (Postgres 17) sorts the same on every machine, whatever locales it has; the system's sorts as it does.
function localeArguments(binaries) {
  const words = spawnSync(join(binaries, "bin", "initdb"), ["--version"], { encoding: "utf8", cwd: "/", env: environment }).stdout ?? "";
  const major = Number(/(\d+)[.\d]*/.exec(words)?.[1]);
  if (major < 17) return ["--locale-provider=libc", "--locale=C.UTF-8"];
  return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
}

async function initdb(binaries, folder, passwordFile, account) {
  const args = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", ...localeArguments(binaries)];
  args.push("--no-instructions", "--no-sync", "-D", folder);
  // Its own process group: an interrupt at the terminal must not leave half a cluster.
  const child = spawn(join(binaries, "bin", "initdb"), args, {
    ...account, cwd: "/", env: environment, detached: true, stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.on("data", (chunk) => (words += chunk));
  if ((await exitCode(child)) !== 0) throw new Obstacle(`the database could not be created in ${folder}: ${reasonIn(words)}`);
}

/** The first complaint, without the time and the aftermath. */
function reasonIn(words) {
  const complaint = /(?:error|FATAL|PANIC):\s+(.*)/.exec(words);
  return complaint?.[1] ?? words.trim();
}

/** The server that runs on these data, if one does. @returns {Postmaster | null} */
export function postmaster(data) {
  const lines = readPidFile(data)?.split("\n");
  if (!lines) return null;
  const pid = Number(lines[0]);
  const isOurs = isAlive(pid) && runsOn(pid, data);
  return isOurs ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" } : null;
}

function readPidFile(data) {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw new Obstacle(`${data} belongs to another user: start as the user who started it first, or move the folder away.`);
  }
}

function runsOn(pid, data) {
  const words = commandLine(pid);
  return basename(words[0] ?? "") === "postgres" && words.includes(data);
}

// After kill -9 or a power cut the pid may belong to somebody else by now, or to a zombie that nobody collects; Postgres would take
// either for a living server and refuse. The other lines stay: by them Postgres looks for survivors of its own.
function forgetDeadServer(data) {
  const words = readPidFile(data);
  const pid = Number(words?.split("\n")[0]);
  if (!words || !(pid > 0) || !exists(pid) || (isAlive(pid) && runsOn(pid, data))) return;
  writeFileSync(join(data, "postmaster.pid"), words.replace(/^\d+/, String(nobodysPid)));
}

/** Above what any kernel gives out. */
const nobodysPid = 2 ** 31 - 2;

/**
 * Starts the server in a session of its own, so that it outlives an interrupt at the terminal and is stopped in order.
 * @param {Cluster} cluster @param {number} port @param {Record<string, string | number>} settings
 * @returns {Promise<Postmaster>}
 */
export async function start(cluster, port, settings) {
  forgetDeadServer(cluster.data);
  const log = await openLog(cluster.log);
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(cluster.binaries, "bin", "postgres"), ["-D", cluster.data, "-p", String(port), ...flags], {
    ...cluster.account, cwd: "/", env: environment, detached: true, stdio: ["ignore", log.file.fd, log.file.fd],
  });
  child.unref();
  try {
    return await ready(cluster, exitCode(child));
  } catch (error) {
    const words = (await readFile(cluster.log, "utf8")).slice(log.size).trim();
    throw new Obstacle(`Postgres did not start: ${words || error.message}`);
  } finally {
    await log.file.close();
  }
}

async function openLog(path) {
  const file = await open(path, "a", 0o600);
  const { size } = await file.stat();
  if (size <= maxLogBytes) return { file, size };
  await truncate(path);
  return { file, size: 0 };
}

/** @param {Cluster} cluster @param {Promise<number>} exit */
async function ready(cluster, exit) {
  let ended;
  exit.then((code) => (ended = `exit code ${code}`), (error) => (ended = error.message));
  // Recovery after a power cut may replay a good deal of log.
  for (const deadline = performance.now() + 120_000; performance.now() < deadline; await sleep(25)) {
    const found = postmaster(cluster.data);
    if (found?.isReady) return found;
    if (ended) break;
  }
  throw new Error(ended ?? "it was not ready after two minutes");
}

/** Waits until a server found running accepts connections, or is gone. */
export async function readyOrGone(data) {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(50)) {
    const found = postmaster(data);
    if (!found || found.isReady) return found;
  }
  throw new Obstacle(`a Postgres runs on ${data} but does not get ready: stop process ${postmaster(data)?.pid} and start again.`);
}

/** Ends open sessions and stops the server. */
export async function stop(data) {
  const found = postmaster(data);
  if (!found) return;
  for (const [signal, patience] of /** @type {const} */ ([["SIGINT", 30_000], ["SIGQUIT", 10_000], ["SIGKILL", 5_000]])) {
    process.kill(found.pid, signal);
    if (await isGoneWithin(found.pid, patience)) return;
  }
}

/** Without a host: on all addresses. @param {number} port @param {string} [host] @returns {Promise<boolean>} */
export function isPortFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below the range the kernel hands out for outgoing connections, so that the port is likely free next time as well. @param {number} [wanted] */
export async function freePort(wanted) {
  if (wanted && (await isPortFree(wanted, "127.0.0.1"))) return wanted;
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (await isPortFree(port, "127.0.0.1")) return port;
  }
}
