import { execFile } from "node:child_process";
import { promisify } from "node:util";

export const SEEDED_HOME = "POSTOLETTO_SEEDED_HOME";
/** The day on which nearly every file looks at the demo network. */
export const SEEDED_ON = "2027-02-10";

/** Fills an empty home with the demo network of that day, where it is the one that was loaded. */
export async function fillHome(home: string, { today, env }: { today?: string; env?: Record<string, string> }): Promise<void> {
  const seeded = process.env[SEEDED_HOME];
  const isTheSame = today === SEEDED_ON && env?.POSTOLETTO_DEMO === undefined && env?.DATABASE_URL === undefined;
  // The database belongs to an account of its own: owners are kept.
  if (seeded && isTheSame) await promisify(execFile)("cp", ["-a", `${seeded}/.`, home]);
}
