import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import next from "next";
import pino from "pino";
import { projectRoot } from "./project.mjs";

// The web server: Next behind one listener of ours, so that every request has an id, the peer's true address, a line in the log and
// a place in the numbers, and so that an end lets running requests finish.
const log = pino({ level: process.env.POSTOLETTO_LOG ?? (process.env.POSTOLETTO_TEST === "1" ? "warn" : "info"), base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
const dev = process.argv.includes("--dev");
const port = Number(process.env.PORT);
const isHttps = process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
const patienceForRequests = 20_000;
const sweepEvery = 250;

/** Quiet: asked all the time by browsers and watchers, and telling nothing. */
const quiet = /^\/(_next\/|healthz$|readyz$|metrics$|icon|favicon)/;
const acceptableId = /^[\w.-]{8,64}$/;

const app = next({ dev, dir: projectRoot, port });
const server = createServer();
// Longer than proxies (nginx: 60 s) and scripts keep an idle connection: else a request now and then is sent into one that is just being closed.
server.keepAliveTimeout = 75_000;
/** @type {Set<import("node:http").ServerResponse>} */
const running = new Set();
/** @type {Set<import("node:net").Socket>} */
const sockets = new Set();
let isStopping = false;

server.on("connection", (socket) => {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
});

server.on("request", (request, response) => {
  const started = performance.now();
  const given = request.headers["x-request-id"];
  const requestId = typeof given === "string" && acceptableId.test(given) ? given : randomUUID();
  request.headers["x-request-id"] = requestId;
  // Whatever the caller wrote there: the address is what the socket says.
  request.headers["x-postoletto-peer"] = request.socket.remoteAddress ?? "unknown";
  response.setHeader("x-request-id", requestId);
  if (isHttps) response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
  if (isStopping) response.setHeader("connection", "close");
  tellUnavailable(response, requestId);
  running.add(response);
  response.once("close", () => ended(request, response, requestId, performance.now() - started));
  handle(request, response).catch((error) => failed(error, response, requestId));
});

/** @type {import("http").RequestListener} */
let handle;

/** Never the query: it may hold a name that was searched for. */
function ended(request, response, requestId, milliseconds) {
  running.delete(response);
  globalThis.postolettoUnavailable?.delete(requestId);
  const [path = "/"] = (request.url ?? "/").split("?");
  if (!path.startsWith("/api/v1/") && !path.startsWith("/_next/")) globalThis.postolettoMetrics?.requests.observe({ operation: "page", status: String(response.statusCode) }, milliseconds / 1000);
  if (quiet.test(path)) return;
  const isCut = !response.writableFinished;
  log.info({ requestId, method: request.method, path: path.slice(0, 200), status: response.statusCode, ms: Math.round(milliseconds), ...(isCut && { cut: true }) }, "request");
}

/** A page has no way of its own to say 503: a failed one is 500 for Next, whatever the reason. */
function tellUnavailable(response, requestId) {
  const write = response.writeHead.bind(response);
  response.writeHead = (status, ...rest) => {
    const isUnavailable = status === 500 && globalThis.postolettoUnavailable?.has(requestId);
    if (isUnavailable) response.setHeader("retry-after", "5");
    return write(isUnavailable ? 503 : status, ...rest);
  };
}

function failed(error, response, requestId) {
  log.error({ requestId, error: { name: error?.name, stack: error?.stack } }, "the web server could not handle a request");
  if (!response.headersSent) response.writeHead(500).end();
  else response.destroy();
}

async function stop() {
  if (isStopping) return;
  isStopping = true;
  const closed = new Promise((resolve) => server.close(resolve));
  for (const response of running) if (!response.headersSent) response.setHeader("connection", "close");
  const sweep = setInterval(closeUnused, sweepEvery);
  const patience = setTimeout(() => server.closeAllConnections(), patienceForRequests);
  // Event streams never end by themselves; jobs finish the run they are at.
  await Promise.all([globalThis.postolettoStopping?.(), closed]);
  clearInterval(sweep);
  clearTimeout(patience);
  await globalThis.postolettoStopped?.();
  process.exit(0);
}

/** Browsers open connections in advance; one that never asked anything is not idle for Node, and would be waited for. */
function closeUnused() {
  server.closeIdleConnections();
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
}

for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);
await app.prepare();
handle = app.getRequestHandler();
server.listen(port);
