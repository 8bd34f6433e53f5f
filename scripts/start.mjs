import { ensureBuilt } from "./build.mjs";
import { claimPort, claimState, forgetServer } from "./claims.mjs";
import { openDatabase } from "./database.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { watchSignals } from "./interruption.mjs";
import { commandArguments } from "./product.mjs";
import { Obstacle, giveUp, notice } from "./project.mjs";
import { isReady, startWebServer, stopWebServer } from "./web-server.mjs";
import { greeting, warnAboutSimulatedDay } from "./words.mjs";

const interruption = watchSignals();
const isDevelopment = process.argv.includes("--dev");

// Whoever starts us with this keeps our input open, so that we end with them however they end.
if (process.argv.includes("--until-input-ends")) process.stdin.on("close", () => process.kill(process.pid, "SIGTERM")).resume();

async function main() {
  const state = await claimState(process.env);
  const port = await claimPort(process.env, state);
  try {
    await ensureDependencies(interruption);
    await withDatabase(port);
  } finally {
    await forgetServer(state);
  }
}

async function withDatabase(port) {
  const database = await openDatabase(process.env);
  try {
    warnAboutSimulatedDay(database);
    await prepare(database);
    if (!isDevelopment) await ensureBuilt(interruption);
    await serve(database, port);
  } finally {
    await database.leave();
  }
}

async function prepare({ env }) {
  const code = await interruption.run(process.execPath, commandArguments(["prepare"]), { env, stdio: ["ignore", 2, 2] });
  if (code !== 0) throw new Obstacle(`the database could not be prepared (exit code ${code}): see above.`);
}

async function serve(database, port) {
  interruption.throwIfRaised();
  const server = startWebServer({ port, env: database.env, isDevelopment });
  try {
    const hasAnswer = await Promise.race([isReady(server, port), interruption.asked]);
    if (hasAnswer === false) notice("the server runs but does not call itself ready: see /readyz.");
    if (!interruption.signal()) process.stdout.write(greeting(database));
    const end = await Promise.race([server.ended, interruption.asked]);
    if (!interruption.signal()) throw new Obstacle(`the web server ended unexpectedly (exit code ${end}).`);
    notice("stopping ...");
  } finally {
    await stopWebServer(server);
  }
}

main().then(() => process.exit(0), giveUp);
