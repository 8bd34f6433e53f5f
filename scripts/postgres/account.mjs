import { spawnSync } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Obstacle } from "../project.mjs";

/** @typedef {{ uid: number, gid: number }} Account */

function lookUp(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

function createAccount() {
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
}

/**
 * Postgres refuses to run as root: then it runs as the system user `postgres`. Null means: as ourselves.
 * @returns {Account | null}
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return null;
  const known = lookUp("postgres");
  if (known) return known;
  createAccount();
  const created = lookUp("postgres");
  if (created) return created;
  throw new Obstacle("Postgres does not run as root and the system user `postgres` could not be created: create it, or start as another user.");
}

/**
 * Data made earlier keep their owner: root starts them as that user.
 * @param {string} data @param {Account | null} account
 * @returns {Account | null}
 */
export function accountOf(data, account) {
  const owner = account && statSync(data, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : account;
}

/** @param {{ mode: number, uid: number, gid: number }} stat @param {Account} account @param {number} bit 4 read, 2 write, 1 pass */
function grants(stat, account, bit) {
  if (stat.uid === account.uid) return (stat.mode & (bit << 6)) !== 0;
  if (stat.gid === account.gid) return (stat.mode & (bit << 3)) !== 0;
  return (stat.mode & bit) !== 0;
}

/**
 * Whether the account may pass through this folder and all above it.
 * @param {string} folder
 * @param {Account} account
 */
export function canReach(folder, account) {
  for (let place = realpathSync(folder); ; place = dirname(place)) {
    if (!grants(statSync(place), account, 1)) return false;
    if (place === dirname(place)) return true;
  }
}
