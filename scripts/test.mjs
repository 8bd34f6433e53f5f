import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { neutral } from "./environment.mjs";
import { Interrupted, watchSignals } from "./interruption.mjs";
import { explain, giveUp, projectRoot } from "./project.mjs";
import { asOneTest, playwrightCount, sum, vitestCount } from "./test-counts.mjs";

const interruption = watchSignals();
const options = process.argv.slice(2);
const isWanted = (part) => options.length === 0 || options.includes(part);
const env = { ...neutral(), POSTOLETTO_TEST: "1", NEXT_TELEMETRY_DISABLED: "1" };

const packageFile = (path) => join(projectRoot, "node_modules", path);
const programs = {
  next: packageFile("next/dist/bin/next"),
  tsc: packageFile("typescript/bin/tsc"),
  eslint: packageFile("eslint/bin/eslint.js"),
  vitest: packageFile("vitest/vitest.mjs"),
  playwright: packageFile("@playwright/test/cli.js"),
};

function node(program, args, more = {}) {
  return interruption.run(process.execPath, [programs[program], ...args], { cwd: projectRoot, env: { ...env, ...more }, stdio: "inherit" });
}

async function timed(title, work) {
  console.log(`\n=== ${title}`);
  const start = performance.now();
  try {
    return await work();
  } finally {
    console.log(`=== ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

const types = async () => asOneTest((await node("next", ["typegen"])) || (await node("tsc", ["--noEmit"])));
const lint = async () => asOneTest(await node("eslint", [".", "--max-warnings", "0"]));

async function vitest(folder) {
  const file = join(folder, "vitest.json");
  const code = await node("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], { TZ: "Pacific/Kiritimati" });
  return vitestCount(file, code);
}

async function playwright(folder) {
  const file = join(folder, "playwright.json");
  const code = await node("playwright", ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  return playwrightCount(file, code);
}

/** A failed build is one failed test; without it no browser can look at anything. */
async function endToEnd(folder) {
  try {
    await timed("build", () => ensureBuilt(interruption));
    await timed("browser", () => ensureChromium(interruption));
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    explain(error);
    return { passed: 0, failed: 1 };
  }
  return timed("end to end", () => playwright(folder));
}

async function main() {
  await timed("packages", () => ensureDependencies(interruption));
  const folder = await mkdtemp(join(tmpdir(), "postoletto-counts-"));
  const counts = [];
  try {
    if (isWanted("--unit")) {
      // Each keeps one processor busy.
      counts.push(...(await Promise.all([timed("types", types), timed("lint", lint)])));
      counts.push(await timed("unit, database and server", () => vitest(folder)));
    }
    if (isWanted("--e2e")) counts.push(await endToEnd(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return sum(counts);
}

main().then(
  ({ passed, failed }) => {
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exit(failed === 0 && passed > 0 ? 0 : 1);
  },
  (error) => {
    if (!(error instanceof Interrupted)) console.log("\n0 passed, 1 failed");
    giveUp(error);
  },
);
