import { chmodSync } from "node:fs";
import { join } from "node:path";
import { whileLocked } from "./lock.mjs";
import { accountOf, databaseAccount } from "./postgres/account.mjs";
import { binariesFor } from "./postgres/binaries.mjs";
import { freePort, initialise, postmaster, readyOrGone, start, stop } from "./postgres/cluster.mjs";
import { placeOfData, record } from "./postgres/place.mjs";
import { furnish } from "./postgres/roles.mjs";
import { isInUse, signIn, signOut } from "./postgres/users.mjs";
import { notice } from "./project.mjs";
import { keepSecrets } from "./secrets.mjs";

const database = "postoletto";

export const serverSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 200,
  timezone: "UTC",
  // Statements may carry personal data, and the log is a plain file.
  log_min_error_statement: "panic",
};

export const urlOf = (role, password, port, name) => `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;

/**
 * Joins the embedded Postgres of this state folder, or starts it. `leave` stops it when nobody else needs it.
 * @param {string} state
 * @returns {Promise<{ appUrl: string, ownerUrl: string, leave(): Promise<void> }>}
 */
export function enterDatabase(state) {
  return whileLocked(`postgres ${state}`, async () => {
    const account = databaseAccount();
    // The account passes through to its data, so a narrow umask must not close the folder.
    if (account) chmodSync(state, 0o711);
    const place = await placeOfData(state, account);
    const data = join(place.folder, "data");
    const { values: passwords } = await keepSecrets(state, ["superuser", "owner", "app"]);

    await signIn(state);
    try {
      const running = (await readyOrGone(data)) ?? (await startAt(place, data, accountOf(data, account), passwords.superuser));
      const urls = await open(running.port, passwords);
      return { ...urls, leave: () => leave(state, data) };
    } catch (error) {
      await release(state, data);
      throw error;
    }
  });
}

async function startAt(place, data, account, password) {
  const cluster = { binaries: await binariesFor(account), data, log: join(place.state, "postgres.log"), account };
  await initialise(cluster, password);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(place.port);
    try {
      const running = await start(cluster, port, serverSettings);
      await record({ ...place, port });
      return running;
    } catch (error) {
      // Somebody may have taken the port between the look and the start.
      if (attempt === 3 || !/Address already in use/.test(error.message)) throw error;
    }
  }
}

async function open(port, { superuser, owner, app }) {
  const roles = { owner: { name: "postoletto_owner", password: owner }, app: { name: "postoletto_app", password: app } };
  await furnish(urlOf("postgres", superuser, port, "postgres"), database, roles);
  return {
    appUrl: urlOf(roles.app.name, app, port, database),
    ownerUrl: urlOf(roles.owner.name, owner, port, database),
  };
}

function leave(state, data) {
  return whileLocked(`postgres ${state}`, () => release(state, data));
}

async function release(state, data) {
  await signOut(state);
  if (await isInUse(state)) return;
  await stop(data);
  if (postmaster(data)) notice(`Postgres on ${data} could not be stopped.`);
}
