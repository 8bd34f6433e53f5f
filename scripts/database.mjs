import { enterDatabase } from "./postgres.mjs";
import { ensureStateFolder, notice, Obstacle } from "./project.mjs";
import { keepSecrets, readSecrets, replaceSecret } from "./secrets.mjs";

/** @typedef {{ env: NodeJS.ProcessEnv, isEmbedded: boolean, leave(): Promise<void> }} Database */

/**
 * The server named by DATABASE_URL, or else the embedded one, and the environment the product needs with it.
 * @param {NodeJS.ProcessEnv} given
 * @param {{ reloadsDemo?: boolean }} [options]
 * @returns {Promise<Database>}
 */
export async function openDatabase(given, { reloadsDemo = false } = {}) {
  requireAddress("DATABASE_URL", given);
  requireAddress("MIGRATION_DATABASE_URL", given);
  const state = await ensureStateFolder(given);
  const env = { ...given, ...(await secretsFor(state, given)) };
  env.POSTOLETTO_DEMO_PASSWORD = await demoPasswordFor(state, given.POSTOLETTO_DEMO_PASSWORD, reloadsDemo);
  env.NEXTAUTH_URL ||= `http://localhost:${given.PORT || 3000}`;
  if (given.NODE_ENV === "production") env.POSTOLETTO_DEMO ??= "0";

  delete env.POSTOLETTO_EMBEDDED;
  if (given.DATABASE_URL) return { env, isEmbedded: false, leave: async () => {} };

  if (given.NODE_ENV === "production") notice("NODE_ENV is production and DATABASE_URL is not set: using the embedded database.");
  const { ownerUrl, appUrl, leave } = await enterDatabase(state);
  return { env: { ...env, DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl, POSTOLETTO_EMBEDDED: "1" }, isEmbedded: true, leave };
}

function requireAddress(name, given) {
  if (given[name] && !isAddress(given[name])) {
    throw new Obstacle(`${name} is no address of a Postgres: it looks like postgres://role:password@host/database, special characters in it as %-codes.`);
  }
}

function isAddress(text) {
  try {
    const { protocol, username, password } = new URL(text);
    decodeURIComponent(username + password);
    return ["postgres:", "postgresql:"].includes(protocol);
  } catch {
    return false;
  }
}

const variables = /** @type {const} */ ({ sessionSecret: "NEXTAUTH_SECRET", key: "POSTOLETTO_KEY" });
const names = /** @type {(keyof typeof variables)[]} */ (Object.keys(variables));

/** What the environment gives counts; what it leaves open is made once and kept. */
async function secretsFor(state, given) {
  const open = names.filter((name) => !given[variables[name]]);
  const { values, made } = await keepSecrets(state, open);
  if (given.DATABASE_URL && made.length > 0) {
    const missing = made.map((name) => variables[name]).join(" and ");
    notice(`${missing} not set: made and kept in ${state}/secrets.json. Keep that file with the database's backups.`);
  }
  return Object.fromEntries(open.map((name) => [variables[name], values[name]]));
}

/** The demo network keeps the password it was loaded with, until it is loaded anew. */
async function demoPasswordFor(state, wanted, reloadsDemo) {
  if (wanted && (reloadsDemo || !(await readSecrets(state)).demoPassword)) await replaceSecret(state, "demoPassword", wanted);
  const { values } = await keepSecrets(state, ["demoPassword"]);
  if (wanted && wanted !== values.demoPassword) {
    notice("POSTOLETTO_DEMO_PASSWORD is ignored: the demo network has its password; `npm run cli -- demo reset` loads it anew with this one.");
  }
  return values.demoPassword;
}
