import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { whileLocked } from "./lock.mjs";
import { Obstacle, notice, projectRoot } from "./project.mjs";

async function packagesIn(file) {
  try {
    return JSON.parse(await readFile(file, "utf8")).packages ?? {};
  } catch {
    return null;
  }
}

const version = (entry) => `${entry?.version} ${entry?.integrity}`;

/** Whether what npm noted as installed is what the lock file asks for, packages of other platforms left out. */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  const names = Object.keys(wanted).filter((name) => name !== "");
  const isThere = (name) => (installed[name] ? version(installed[name]) === version(wanted[name]) : wanted[name].optional === true);
  return names.every(isThere) && Object.keys(installed).every((name) => name in wanted);
}

// npm writes this file last, so a broken-off installation has none.
async function isUpToDate(root) {
  const wanted = await packagesIn(join(root, "package-lock.json"));
  return isInstalled(wanted, await packagesIn(join(root, "node_modules", ".package-lock.json")));
}

/** Runs `npm ci` when the lock file asks for something else than is installed. @param {import("./interruption.mjs").Interruption} interruption */
export async function ensureDependencies(interruption, root = projectRoot) {
  if (await isUpToDate(root)) return;
  await whileLocked(
    `install ${root}`,
    async () => {
      if (!(await isUpToDate(root))) await install(interruption, root);
    },
    () => notice("waiting for another process that installs the packages."),
  );
}

async function install(interruption, root) {
  notice("installing the packages (npm ci) ...");
  // Under `npm start` it is the same npm that called us.
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const [command, ...first] = npm;
  const code = await interruption.run(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (code !== 0) throw new Obstacle(`npm ci failed (exit code ${code}): see above; it needs the npm registry or a filled npm cache.`);
}
