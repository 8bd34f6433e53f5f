import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** There is such a process, be it a zombie. */
export function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

function ps(pid, column) {
  return spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

/** Alive, and not a zombie that nobody has collected yet (usual in containers whose first process does not). */
export function isAlive(pid) {
  if (!exists(pid)) return false;
  const stat = readProc(pid, "stat");
  return stat === null || !/^\d+ \(.*\) [ZX]/s.test(stat);
}

/** Tells a process from a later one with the same id. */
export function birthMark(pid) {
  if (process.platform !== "linux") return ps(pid, "lstart");
  const stat = readProc(pid, "stat");
  return stat ? stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] : "";
}

/** @returns {string[]} */
export function commandLine(pid) {
  if (process.platform !== "linux") return ps(pid, "command").split(" ");
  return (readProc(pid, "cmdline") ?? "").split("\0");
}

/** True once the process is gone, false when it outlives the patience. */
export async function isGoneWithin(pid, milliseconds) {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/**
 * Resolves with the exit code, 128 + signal number when a signal ended it.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitCode(child) {
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 };
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (numbers[signal ?? ""] ?? 0)));
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function run(command, args, options) {
  return exitCode(spawn(command, args, options));
}
