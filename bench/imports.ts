import { createReadStream } from "node:fs";
import path from "node:path";
import { createGunzip } from "node:zlib";
import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { IMPORT_KINDS, type ImportKind } from "@/domain/imports";
import { systemActor } from "@/server/actor";
import { type ImportResult, runImport } from "@/server/imports/run";
import { ensureDatabase, ensureRoles } from "../scripts/postgres/roles.mjs";
import { temporaryCluster } from "../scripts/temporary-cluster.mjs";
import { asAdmin, nameRun, urlFor } from "../test/servers";

// node --conditions=react-server --import tsx bench/imports.ts
process.env.POSTOLETTO_KEY ??= Buffer.alloc(32, 7).toString("base64");

const MEGABYTE = 1024 * 1024;

const cluster = await temporaryCluster();
try {
  const server = nameRun(cluster.adminUrl);
  await asAdmin(server, async (sql) => {
    await ensureRoles(sql, server);
    await ensureDatabase(sql, server.template, server.owner.name);
  });
  const appUrl = urlFor(server, server.app, server.template);
  await migrate({ ownerUrl: urlFor(server, server.owner, server.template), appUrl });
  const database = connect(appUrl, 2);
  for (const round of ["first", "again"]) {
    for (const kind of IMPORT_KINDS) await measure(round, kind, () => importFile(kind));
  }
  await database.end();

  function importFile(kind: ImportKind): Promise<ImportResult> {
    const file = createReadStream(path.resolve(`test/hotel/${kind}.csv.gz`)).pipe(createGunzip());
    return runImport(database, systemActor("cli"), kind, file, { partial: false, dryRun: false, today: "2026-01-01" });
  }
} finally {
  await cluster.remove();
}

async function measure(round: string, kind: ImportKind, work: () => Promise<ImportResult>): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const started = performance.now();
  const { rows, created, updated, rejectedRows, rejected } = await work();
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  const memory = `peak RSS ${Math.round(peak / MEGABYTE)} MB, ${Math.round((peak - before) / MEGABYTE)} MB above the start`;
  console.log(`${round.padEnd(5)} ${kind.padEnd(10)} ${rows} rows, created ${created}, updated ${updated}, refused ${rejectedRows}; ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; ${memory}`);
  if (rejectedRows > 0) console.log(rejected.slice(0, 5));
}
