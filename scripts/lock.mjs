import { createHash } from "node:crypto";
import { unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A listening socket is the lock: the kernel drops it with its process, even after kill -9, so no lock is ever stale.
function address(name) {
  const id = `postoletto-${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
  return process.platform === "linux" ? `\0${id}` : join(tmpdir(), `${id}.sock`);
}

/** Whether somebody held the socket; resolves only once they let go. */
function waitForHolder(path) {
  return new Promise((resolve) => {
    const socket = connect(path);
    let wasHeld = false;
    socket.on("connect", () => (wasHeld = true));
    socket.on("error", () => {});
    socket.on("close", () => resolve(wasHeld));
  });
}

/**
 * The lock, or null when another process holds it.
 * @param {string} name
 * @returns {Promise<null | { release(): Promise<void> }>}
 */
export function tryLock(name) {
  return new Promise((resolve, reject) => {
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket.on("error", () => {}));
      socket.unref();
    });
    const release = () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        for (const socket of waiting) socket.destroy();
      });
    server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(address(name), () => resolve({ release }));
    server.unref();
  });
}

/**
 * Waits its turn. `onWait` is told once when another process holds the lock.
 * @param {string} name
 * @param {() => void} [onWait]
 */
export async function takeLock(name, onWait) {
  for (let told = false; ; ) {
    const lock = await tryLock(name);
    if (lock) return lock;
    if (!told) onWait?.();
    told = true;
    const path = address(name);
    const wasHeld = await waitForHolder(path);
    if (!wasHeld && !path.startsWith("\0")) removeDeadSocket(path);
  }
}

function removeDeadSocket(path) {
  try {
    unlinkSync(path);
  } catch {
    // Another waiter was quicker.
  }
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait]
 * @returns {Promise<T>}
 */
export async function whileLocked(name, work, onWait) {
  const lock = await takeLock(name, onWait);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
