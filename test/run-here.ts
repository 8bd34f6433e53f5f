import { vi } from "vitest";
import { run } from "@/server/cli/run";

/** Runs a command of the command line in this process, as most of a command's time is Node's start; answers its end and what it said. */
export async function runHere(words: string[], env: Record<string, string>): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  for (const spy of [out, err]) spy.mockReturnValue(true);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const code = await run(words);
    const written = (spy: typeof out) => spy.mock.calls.map(([chunk]) => String(chunk)).join("");
    return { code, out: written(out), err: written(err) };
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}
