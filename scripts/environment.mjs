const ours = /^(POSTOLETTO_(?!CHROMIUM$)|NEXTAUTH_|NEXT_|npm_lifecycle_)|^(DATABASE_URL|MIGRATION_DATABASE_URL|LISTEN_DATABASE_URL|PORT|NODE_ENV)$/;

/** The environment without what would aim a test at somebody's real database or settings. @param {NodeJS.ProcessEnv} env */
export function neutral(env = process.env) {
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name))));
}
