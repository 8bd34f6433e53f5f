import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseAccount } from "./postgres/account.mjs";
import { binariesFor } from "./postgres/binaries.mjs";
import { freePort, initialise, start, stop } from "./postgres/cluster.mjs";
import { serverSettings, urlOf } from "./postgres.mjs";
import { isAlive } from "./processes.mjs";

const prefix = "postoletto-test-";
const noDurability = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

async function remove(folder) {
  await stop(join(folder, "postgres", "data"));
  await rm(folder, { recursive: true, force: true });
}

/** What test runs left behind that were killed before they could tidy up. */
async function sweep() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    const maker = makerOf(folder);
    if (maker && !isAlive(maker)) await remove(folder).catch(() => {});
  }
}

function makerOf(folder) {
  try {
    return Number(readFileSync(join(folder, "maker"), "utf8"));
  } catch {
    return null;
  }
}

/**
 * A throw-away server for tests, of the embedded Postgres or of the one whose folder (with bin/) is named.
 * @param {string} [binaries]
 * @returns {Promise<{ adminUrl: string, remove(): Promise<void> }>}
 */
export async function temporaryCluster(binaries) {
  await sweep();
  const account = databaseAccount();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o711);
  await writeFile(join(folder, "maker"), String(process.pid));

  const password = randomBytes(16).toString("hex");
  const cluster = { binaries: binaries ?? (await binariesFor(account)), data: join(folder, "postgres", "data"), log: join(folder, "postgres.log"), account };
  try {
    await initialise(cluster, password);
    const { port } = await start(cluster, await freePort(), { ...serverSettings, ...noDurability });
    return { adminUrl: urlOf("postgres", password, port, "postgres"), remove: () => remove(folder) };
  } catch (error) {
    await remove(folder);
    throw error;
  }
}
