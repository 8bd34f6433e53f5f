import { Obstacle } from "../project.mjs";

/** @typedef {{ name: string, password: string }} Role */

// Loaded when called: this file is read before `npm ci` has run. @param {string} url
export async function connectAs(url, options = {}) {
  const { default: postgres } = await import("postgres");
  return postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 30, ...options });
}

const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** @param {import("postgres").Sql} sql @param {Role} role */
async function ensureRole(sql, { name, password }) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${name}`;
  const verb = found ? "alter" : "create";
  const attributes = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";
  await sql.unsafe(`${verb} role "${name}" ${attributes} password ${literal(password)}`);
}

/** @param {import("postgres").Sql} sql */
export async function ensureDatabase(sql, name, owner) {
  const [found] = await sql`select 1 from pg_database where datname = ${name}`;
  // A server made without a locale has SQL_ASCII for its own.
  if (!found) await sql.unsafe(`create database "${name}" owner "${owner}" template template0 encoding 'UTF8'`);
}

/** The owner migrates; the app's role owns nothing, so row-level security binds it. @param {import("postgres").Sql} sql @param {{ owner: Role, app: Role }} roles */
export async function ensureRoles(sql, { owner, app }) {
  await ensureRole(sql, owner);
  await ensureRole(sql, app);
}

/** @param {string} adminUrl @param {{ owner: Role, app: Role }} roles */
export async function furnish(adminUrl, database, roles) {
  const sql = await connectAs(adminUrl);
  try {
    await ensureRoles(sql, roles);
    await ensureDatabase(sql, database, roles.owner.name);
  } catch (error) {
    if (error.code === "28P01") throw new Obstacle("the embedded database does not accept the kept passwords: restore secrets.json from a backup or move the data folder away.");
    throw error;
  } finally {
    await sql.end();
  }
}
