import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { whileLocked } from "./lock.mjs";
import { Obstacle, notice, projectRoot } from "./project.mjs";

const foldersLeftOut = new Set(["bench", "data", "docs", "drizzle", "e2e", "node_modules", "playwright-report", "screenshots", "scripts", "test", "test-results"]);
const filesLeftOut = /^(vitest|playwright|eslint|drizzle)\.config\.|^next-env\.d\.ts$/;
const rootFiles = /\.(ts|tsx|js|mjs|cjs)$|^(package|package-lock|tsconfig)\.json$/;
const isTest = (name) => /\.test\.tsx?$/.test(name);

async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() && !isTest(entry.name) ? [path] : [];
  });
  return (await Promise.all(nested)).flat();
}

async function inputs(root) {
  const entries = (await readdir(root, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
  const files = entries.filter((entry) => entry.isFile() && rootFiles.test(entry.name) && !filesLeftOut.test(entry.name));
  const folders = entries.filter((entry) => entry.isDirectory() && !foldersLeftOut.has(entry.name));
  const nested = await Promise.all(folders.map(({ name }) => filesUnder(join(root, name))));
  return [...files.map(({ name }) => join(root, name)), ...nested.flat()].sort();
}

/** One value for all that goes into the build: paths and contents. */
export async function fingerprint(root = projectRoot) {
  const hash = createHash("sha256");
  for (const path of await inputs(root)) {
    const content = await readFile(path);
    hash.update(`${path.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

const stampIn = (root) => join(root, ".next", "postoletto-build");

async function isBuilt(root, print) {
  if (!existsSync(join(root, ".next", "BUILD_ID"))) return false;
  return (await readFile(stampIn(root), "utf8").catch(() => "")) === print;
}

/**
 * Builds when the sources are not those of the last build.
 * @param {import("./interruption.mjs").Interruption} interruption
 */
export async function ensureBuilt(interruption, root = projectRoot) {
  await whileLocked(
    `build ${root}`,
    async () => {
      // Taken before the build: a file saved meanwhile means building again next time.
      const print = await fingerprint(root);
      if (!(await isBuilt(root, print))) await build(interruption, root, print);
    },
    () => notice("waiting for another process that builds."),
  );
}

async function build(interruption, root, print) {
  notice("building ...");
  await rm(stampIn(root), { force: true });
  const code = await interruption.run(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", 2, 2],
  });
  if (code !== 0) throw new Obstacle(`the build failed (exit code ${code}): see above.`);
  await writeFile(stampIn(root), print);
}
