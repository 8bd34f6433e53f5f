import { type ChildProcess, spawn } from "node:child_process";
import { text } from "node:stream/consumers";

export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };
export type Running = { child: ChildProcess; ended: Promise<Ended> };

const PROGRAM = [process.execPath, "--conditions=react-server", "--import", "tsx", "server/cli/main.ts"];

/** The command line in a process of its own. `around` is what a shell runs it within, with "$@" for it. */
export function commandLine(words: string[], env: Record<string, string>, around?: string): Running {
  const typed = [...PROGRAM, ...words];
  const [command = "", ...args] = around ? ["bash", "-c", around, "bash", ...typed] : typed;
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const end = new Promise<Pick<Ended, "code" | "signal">>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  const ended = Promise.all([end, text(child.stdout), text(child.stderr)]).then(([how, out, err]) => ({ ...how, out, err }));
  return { child, ended };
}
