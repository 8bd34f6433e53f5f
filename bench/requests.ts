import { spawnSync } from "node:child_process";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { addDays } from "../domain/day";
import { startProduct, temporaryHome } from "../e2e/start";
import { neutral } from "../scripts/environment.mjs";
import { projectRoot } from "../scripts/project.mjs";

// node --conditions=react-server --import tsx bench/requests.ts [seconds a round, 3] [rounds, 5]
const CONNECTIONS = 16;
const TARGET = 0.6;
const [seconds, rounds] = [Number(process.argv[2] ?? 3), Number(process.argv[3] ?? 5)];

const nights = "municipality=G478&from=2027-03-01&nights=30";
let asked = 0;
/** Other nights and other wishes each time: no two questions of a run are the same. */
function another(): string {
  asked += 1;
  return `municipality=G478&from=${addDays("2027-03-01", asked % 200)}&nights=${7 + (asked % 90)}&persons=${1 + (asked % 3)}&withoutFeatures=none_${asked}`;
}
const routes = {
  "GET /healthz": () => "/healthz",
  "GET /api/v1/me": () => "/api/v1/me",
  "GET /api/v1/availability, for two": () => `/api/v1/availability?${nights}&persons=2`,
  "GET /api/v1/availability, a mother and a child": () => `/api/v1/availability?${nights}&adults=1&adultGenders=female&minorAges=6`,
  "GET /api/v1/availability, another question each time": () => `/api/v1/availability?${another()}`,
};
type Route = keyof typeof routes;

const { home, remove } = await temporaryHome();
try {
  const product = await startProduct({ home, today: "2027-02-10", isEmbedded: true });
  try {
    report(await measure(product.url, newToken(home)));
  } finally {
    await product.stop();
  }
} finally {
  await remove();
}

function newToken(at: string): string {
  const args = ["token", "create", "--email", "operator.perugia@demo.example", "--name", "bench"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, "scripts", "cli.mjs"), ...args], { cwd: projectRoot, env: { ...neutral(), POSTOLETTO_HOME: at }, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** Rounds of all routes one after the other, so that a busy minute of the machine meets them all. */
async function measure(url: string, token: string): Promise<Map<Route, number[]>> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const counted = new Map<Route, number[]>();
  for (let round = -1; round < rounds; round += 1) {
    for (const route of Object.keys(routes) as Route[]) {
      const perSecond = await requestsPerSecond(agent, () => new URL(routes[route](), url), token);
      if (round >= 0) counted.set(route, [...(counted.get(route) ?? []), perSecond]);
    }
  }
  agent.destroy();
  return counted;
}

async function requestsPerSecond(agent: Agent, url: () => URL, token: string): Promise<number> {
  const started = performance.now();
  const end = started + seconds * 1000;
  let count = 0;
  const keepAsking = async () => {
    for (; performance.now() < end; count += 1) await ask(agent, url(), token);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, keepAsking));
  return count / ((performance.now() - started) / 1000);
}

function ask(agent: Agent, url: URL, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url.pathname}: ${response.statusCode}`));
      response.on("end", resolve).on("error", reject).resume();
    }).on("error", reject);
  });
}

function report(counted: Map<Route, number[]>): void {
  const medians = [...counted].map(([route, values]) => ({ route, median: [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN }));
  const of = (route: Route) => medians.find((each) => each.route === route)?.median ?? Number.NaN;
  console.log(`median of ${rounds} interleaved rounds of ${seconds} s, ${CONNECTIONS} connections, driver and server and database on the same machine\n`);
  console.log("| route | requests/s | of /healthz | of /me | at least 60 % of /healthz |\n|---|---:|---:|---:|---|");
  for (const { route, median } of medians) {
    const [ofHealth, ofMe] = [median / of("GET /healthz"), median / of("GET /api/v1/me")];
    const verdict = route.includes("availability") ? (ofHealth >= TARGET ? "OK" : "NOT") : "";
    console.log(`| ${route} | ${median.toFixed(0)} | ${(ofHealth * 100).toFixed(0)} % | ${(ofMe * 100).toFixed(0)} % | ${verdict} |`);
  }
}
