import { spawnSync } from "node:child_process";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { eventCutter } from "../components/live/event-text";
import { startProduct, temporaryHome } from "../e2e/start";
import { neutral } from "../scripts/environment.mjs";
import { projectRoot } from "../scripts/project.mjs";

// node --conditions=react-server --import tsx bench/events.ts [streams, 500] [changes, 50]
const [STREAMS, CHANGES] = [Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 50)];
const WITHIN = 1_000;
const STREAMS_OF_ONE = 25;

const { home, remove } = await temporaryHome();
try {
  const product = await startProduct({ home, today: "2027-02-10", isEmbedded: true });
  try {
    await measure(product.url);
  } finally {
    await product.stop();
  }
} finally {
  await remove();
}

function cli(words: string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, "scripts", "cli.mjs"), ...words], { cwd: projectRoot, env: { ...neutral(), POSTOLETTO_HOME: home }, encoding: "utf8", input });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

function tokenOf(email: string): string {
  return cli(["token", "create", "--email", email, "--name", "bench"]);
}

/** Every stream is somebody's: as many operators as are needed, each with some windows open. */
async function measure(url: string): Promise<void> {
  const manager = tokenOf("manager.perugia@demo.example");
  const listeners = Array.from({ length: Math.ceil(STREAMS / STREAMS_OF_ONE) }, (_, index) => {
    const email = `listener${index}@demo.example`;
    cli(["user", "add", "--email", email, "--role", "operator", "--municipality", "G478", "--name", `Ascolta ${index}`, "--password-stdin"], `una frase lunga e quieta ${index} ${Math.random()}\n`);
    return tokenOf(email);
  });
  const heard = new Map<string, number[]>();
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const streams = await Promise.all(Array.from({ length: STREAMS }, (_, index) => listen(agent, url, listeners[index % listeners.length] ?? "", heard)));
  const { items } = (await ask(url, "GET", "/facilities?municipality=G478", manager)) as { items: { id: string; name: string }[] };
  const facility = items[0];
  if (!facility) throw new Error("the demonstration has no facility");

  const alone: number[] = [];
  const delays: number[] = [];
  let lost = 0;
  for (let change = 0; change < CHANGES; change += 1) {
    heard.clear();
    const begun = performance.now();
    await ask(url, "PATCH", `/facilities/${facility.id}`, manager, { name: `${facility.name} ${change}` });
    alone.push(performance.now() - begun);
    await until(() => (heard.get(facility.id)?.length ?? 0) >= STREAMS, 5_000);
    const times = heard.get(facility.id) ?? [];
    lost += STREAMS - times.length;
    delays.push(...times.map((time) => time - begun));
  }
  streams.forEach((stop) => stop());
  report(alone, delays, lost);
}

function listen(agent: Agent, url: string, token: string, heard: Map<string, number[]>): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/api/v1/events?municipality=G478`, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`a stream was refused: ${answer.statusCode}`));
      const cut = eventCutter();
      answer.setEncoding("utf8");
      answer.on("error", () => undefined);
      answer.on("data", (piece: string) => {
        for (const { name, data } of cut(piece)) {
          if (name === "hello") resolve(() => asking.destroy());
          const { id } = JSON.parse(data) as { id?: string };
          if (name === "change" && id) heard.set(id, [...(heard.get(id) ?? []), performance.now()]);
        }
      });
    });
    asking.on("error", () => undefined);
    asking.end();
  });
}

async function ask(url: string, method: string, path: string, token: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function until(isDone: () => boolean, longest: number): Promise<void> {
  for (const end = performance.now() + longest; !isDone() && performance.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 5));
}

function report(alone: number[], delays: number[], lost: number): void {
  const at = (values: number[], share: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
  const writing = at(alone, 0.5);
  console.log(`${STREAMS} streams open in one process, ${CHANGES} changes; ${lost} of ${STREAMS * CHANGES} events did not come\n`);
  console.log("| from asking for the change to the event | ms | times the write itself |\n|---|---:|---:|");
  for (const [name, share] of [["half of the streams", 0.5], ["95 of 100", 0.95], ["the last", 1]] as const) console.log(`| ${name} | ${at(delays, share).toFixed(0)} | ${(at(delays, share) / writing).toFixed(1)} |`);
  console.log(`\nthe write itself: ${writing.toFixed(0)} ms; within ${WITHIN} ms: ${lost === 0 && at(delays, 1) <= WITHIN ? "OK" : "NOT"}`);
}
