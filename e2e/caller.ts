import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { neutral } from "../scripts/environment.mjs";
import { projectRoot } from "../scripts/project.mjs";
import type { Caller } from "../test/api";
import { databaseEnvironment } from "./start";

/** Calls a running product with a token; a connection that breaks throws. */
export function callerOf(url: string, token: string): Caller {
  return async <T>(method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === "" ? null : JSON.parse(text)) as T, headers: answer.headers };
  };
}

type Said = { code: number | null; out: string; err: string };

/** Runs the product's command line on this home's data. */
export function runCommandLine(home: string, words: string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, "scripts", "cli.mjs"), ...words], {
    cwd: projectRoot, env: { ...neutral(), ...databaseEnvironment(home), POSTOLETTO_HOME: home }, encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

/** A token of this demo user, made by the command line. */
export function tokenOf(home: string, email: string): string {
  const made = runCommandLine(home, ["token", "create", "--email", email, "--name", `test ${Date.now()}`]);
  if (made.code !== 0) throw new Error(made.err);
  return made.out.trim();
}
