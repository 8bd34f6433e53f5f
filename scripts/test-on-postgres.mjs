import { join } from "node:path";
import { watchSignals } from "./interruption.mjs";
import { ensureDebianPostgres } from "./postgres/debian.mjs";
import { giveUp, projectRoot } from "./project.mjs";
import { temporaryCluster } from "./temporary-cluster.mjs";

// npm run test:postgres15 [-- --unit | --e2e]: the whole test command on Debian's Postgres, on a server that is thrown away.
const OLDEST = 15;

const interruption = watchSignals();

async function main() {
  const binaries = await ensureDebianPostgres(OLDEST, interruption);
  const cluster = await temporaryCluster(binaries);
  try {
    return await interruption.run(process.execPath, [join(projectRoot, "scripts", "test.mjs"), ...process.argv.slice(2)], {
      cwd: projectRoot,
      env: { ...process.env, TEST_DATABASE_URL: cluster.adminUrl },
      stdio: "inherit",
    });
  } finally {
    await cluster.remove();
  }
}

main().then((code) => process.exit(code), giveUp);
