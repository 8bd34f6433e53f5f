import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exitCode } from "./processes.mjs";
import { Obstacle, projectRoot } from "./project.mjs";

/** A little more than the server itself waits (serve.mjs). */
const patienceForRequests = 25_000;

/**
 * The web server in a process group of its own: an interrupt at the terminal reaches the start script alone, which ends things in order.
 * @param {{ port: number, env: NodeJS.ProcessEnv, isDevelopment: boolean }} options
 */
export function startWebServer({ port, env, isDevelopment }) {
  const serve = join(projectRoot, "scripts", "serve.mjs");
  const watch = new URL("./watch-parent.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", watch, serve, ...(isDevelopment ? ["--dev"] : [])], {
    cwd: projectRoot,
    env: { ...env, PORT: String(port), NODE_ENV: isDevelopment ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1", POSTOLETTO_START_PID: String(process.pid) },
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return { child, ended: exitCode(child) };
}

/** @typedef {ReturnType<typeof startWebServer>} WebServer */

/** Lets running requests finish, for a while. @param {WebServer} server */
export async function stopWebServer({ child, ended }) {
  if (!child.pid) return;
  child.kill("SIGTERM");
  const patience = new AbortController();
  await Promise.race([ended, sleep(patienceForRequests, null, { signal: patience.signal })]);
  patience.abort();
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
  await ended;
}

/**
 * Resolves once the product says it is ready; false when it answers otherwise for too long.
 * @param {WebServer} server @param {number} port
 */
export async function isReady({ ended }, port, patience = 90_000) {
  let exit = null;
  ended.then((code) => (exit = code), (error) => (exit = error.message));
  for (const deadline = performance.now() + patience; performance.now() < deadline; await sleep(100)) {
    if (exit !== null) throw new Obstacle(`the web server ended while starting (${exit}): see above.`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return true;
  }
  return false;
}
