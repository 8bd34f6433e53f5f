import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Obstacle, notice, projectRoot } from "../project.mjs";

const folderOf = (major) => `/usr/lib/postgresql/${major}`;

function works(folder) {
  const program = join(folder, "bin", "initdb");
  return existsSync(program) && spawnSync(program, ["--version"], { stdio: "ignore", cwd: "/" }).status === 0;
}

/**
 * The folder of Debian's own Postgres of this version; root installs what is missing.
 * @param {number} major @param {import("../interruption.mjs").Interruption} interruption
 */
export async function ensureDebianPostgres(major, interruption) {
  const folder = folderOf(major);
  const name = `postgresql-${major}`;
  if (!works(folder) && process.getuid?.() === 0) {
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", name]]) {
      notice(`no Postgres ${major} yet: apt-get ${args.join(" ")} ...`);
      await interruption.run("apt-get", args, { cwd: projectRoot, stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).catch((error) => {
        if (error.code !== "ENOENT") throw error;
      });
    }
  }
  if (works(folder)) return folder;
  throw new Obstacle(`Postgres ${major} is not in ${folder}: install it (Debian: \`apt-get install ${name}\`).`);
}
