import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Obstacle, notice, projectRoot } from "./project.mjs";

const systemBrowsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map((name) => `/usr/bin/${name}`);

// Playwright's own download may be there and still lack the system's libraries.
function works(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function playwrightBrowser() {
  try {
    return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
  } catch {
    return "";
  }
}

/** The first browser that runs on this machine. @param {NodeJS.ProcessEnv} env */
export function findChromium(env = process.env, candidates = [...systemBrowsers, playwrightBrowser()]) {
  const wanted = env.POSTOLETTO_CHROMIUM;
  if (!wanted) return candidates.find(works);
  if (works(wanted)) return wanted;
  throw new Obstacle(`POSTOLETTO_CHROMIUM is ${wanted}, which does not run: name a Chromium or unset it.`);
}

/** Finds a browser or gets one. @param {import("./interruption.mjs").Interruption} interruption */
export async function ensureChromium(interruption) {
  const options = { cwd: projectRoot, stdio: /** @type {import("node:child_process").StdioOptions} */ (["ignore", 2, 2]) };
  const steps = [
    ["Playwright's download", [process.execPath, join(projectRoot, "node_modules", "@playwright", "test", "cli.js"), "install", "chromium"]],
    ...(process.getuid?.() === 0 ? aptSteps : []),
  ];
  for (const [name, [command, ...args]] of steps) {
    const found = findChromium();
    if (found) return found;
    notice(`no Chromium yet, trying ${name} ...`);
    await interruption.run(command, args, { ...options, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  const found = findChromium();
  if (found) return found;
  throw new Obstacle("no Chromium runs here and none could be installed: install it (Debian: `apt-get install chromium`) or set POSTOLETTO_CHROMIUM to one.");
}

const aptSteps = [
  ["apt-get update", ["apt-get", "update"]],
  ["apt-get install chromium", ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]],
];
