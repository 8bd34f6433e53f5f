import { randomBytes } from "node:crypto";
import { chmod, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { whileLocked } from "./lock.mjs";
import { Obstacle } from "./project.mjs";

const generators = {
  superuser: () => randomBytes(24).toString("hex"),
  owner: () => randomBytes(24).toString("hex"),
  app: () => randomBytes(24).toString("hex"),
  sessionSecret: () => randomBytes(32).toString("base64"),
  key: () => randomBytes(32).toString("base64"),
  demoPassword: () => `letto-${randomBytes(6).toString("hex")}`,
};

/** @typedef {{ [name in keyof typeof generators]?: string }} Secrets */

const fileIn = (folder) => join(folder, "secrets.json");

/** @returns {Promise<Secrets>} */
export async function readSecrets(folder) {
  try {
    return known(JSON.parse(await readFile(fileIn(folder), "utf8")));
  } catch (error) {
    if (error.code === "ENOENT") return {};
    if (error.code === "EACCES") throw new Obstacle(`${folder} belongs to another user: start as the user who started it first, or set POSTOLETTO_HOME to a folder of your own.`);
    throw new Obstacle(`${fileIn(folder)} cannot be read (${error.message}): restore it from a backup, the data cannot be opened without it.`);
  }
}

function known(content) {
  const isKnown = content !== null && typeof content === "object" && Object.values(content).every((secret) => typeof secret === "string");
  if (!isKnown) throw new Error("it holds something else");
  return content;
}

async function writeSecrets(folder, secrets) {
  const draft = `${fileIn(folder)}.${process.pid}`;
  try {
    await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
    await chmod(draft, 0o600);
    await rename(draft, fileIn(folder));
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * The named secrets, made once and kept.
 * @template {keyof typeof generators} Name
 * @param {string} folder
 * @param {Name[]} names
 * @returns {Promise<{ values: Record<Name, string>, made: Name[] }>}
 */
export function keepSecrets(folder, names) {
  return whileLocked(`secrets ${folder}`, async () => {
    const secrets = await readSecrets(folder);
    const made = names.filter((name) => !secrets[name]);
    for (const name of made) secrets[name] = generators[name]();
    if (made.length > 0) await writeSecrets(folder, secrets);
    return { values: /** @type {Record<Name, string>} */ (secrets), made };
  });
}

/** @param {keyof typeof generators} name @param {string} value */
export function replaceSecret(folder, name, value) {
  return whileLocked(`secrets ${folder}`, async () => {
    const secrets = await readSecrets(folder);
    if (secrets[name] !== value) await writeSecrets(folder, { ...secrets, [name]: value });
  });
}
