import { ensureRoles } from "../scripts/postgres/roles.mjs";
import { temporaryCluster } from "../scripts/temporary-cluster.mjs";
import { asAdmin, nameRun } from "../test/servers";
import { buildPresent, type Present } from "./search/present";
import { type Probe, probes } from "./search/probes";
import { buildSite, type Site } from "./search/site";
import { TODAY } from "./search/world";

// node --conditions=react-server --import tsx bench/search.ts [stays, 5000000] [runs, 31]
const SMALL = 50_000;
const LIMIT = 3;
const [large, runs] = [Number(process.argv[2] ?? 5_000_000), Number(process.argv[3] ?? 31)];
Object.assign(process.env, { POSTOLETTO_EMBEDDED: "1", POSTOLETTO_TEST: "1", POSTOLETTO_TODAY: TODAY, DATABASE_URL: "postgres://see-search/site" });
process.env.POSTOLETTO_KEY ??= Buffer.alloc(32, 7).toString("base64");

const cluster = await temporaryCluster();
try {
  const server = nameRun(cluster.adminUrl);
  await asAdmin(server, (sql) => ensureRoles(sql, server));
  const sites: { site: Site; present: Present }[] = [];
  for (const stays of [SMALL, large]) {
    const started = performance.now();
    const site = await buildSite(server, `bench_${stays}`, stays);
    sites.push({ site, present: await buildPresent(site) });
    const [counted] = await site.owner`SELECT count(*) AS stays, count(*) FILTER (WHERE municipality_id = 'G478') AS own, (SELECT count(*) FROM bed_block) AS blocks, pg_size_pretty(pg_database_size(current_database())) AS size FROM stay`;
    console.log(`${stays}: built in ${((performance.now() - started) / 1000).toFixed(0)} s: ${JSON.stringify(counted)}`);
  }
  if (process.env.BENCH_HOLD) await hold();
  console.log(`\nmedian of ${runs} interleaved runs, ms, as the app's role under row-level security; 250 beds\n\n| request | ${SMALL} stays | ${large} stays | ratio | under ${LIMIT} x |\n|---|---:|---:|---:|---|`);
  for (const probe of probes) await report(probe);
  for (const { site } of sites) await site.close();

  async function report(probe: Probe): Promise<void> {
    const times: number[][] = sites.map(() => []);
    for (let run = -3; run < runs; run += 1) {
      for (const [index, { site, present }] of sites.entries()) {
        const time = await measured(probe, site, present);
        if (run >= 0) times[index]?.push(time);
      }
    }
    const [small, big] = times.map(median) as [number, number];
    const ratio = big / small;
    console.log(`| ${probe.name} | ${small.toFixed(1)} | ${big.toFixed(1)} | ${ratio.toFixed(2)} | ${ratio < LIMIT ? "OK" : "NOT"} |`);
    if (ratio >= LIMIT) process.exitCode = 1;
  }
} finally {
  await cluster.remove();
}

async function measured({ before, request, after }: Probe, site: Site, present: Present): Promise<number> {
  const id = before ? await before(site, present) : "";
  const started = performance.now();
  await request(site, present, id);
  const time = performance.now() - started;
  if (after) await after(site, id);
  return time;
}

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Leaves the databases open for EXPLAIN until the input ends. */
async function hold(): Promise<void> {
  console.log(cluster.adminUrl);
  await new Promise((resolve) => process.stdin.once("end", resolve).resume());
}
