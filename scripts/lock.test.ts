import { spawn } from "node:child_process";
import { once } from "node:events";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { takeLock, tryLock, whileLocked } from "./lock.mjs";

test("only one holds a lock, the next gets it after the release", async () => {
  const name = randomUUID();
  const first = await takeLock(name);
  expect(await tryLock(name)).toBeNull();

  let waited = false;
  const second = takeLock(name, () => (waited = true));
  await first.release();
  await (await second).release();
  expect(waited).toBe(true);
});

test("eight at once take turns", async () => {
  const name = randomUUID();
  let inside = 0;
  let most = 0;
  const turn = () =>
    whileLocked(name, async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    });
  await Promise.all(Array.from({ length: 8 }, turn));
  expect(most).toBe(1);
});

test("a killed holder leaves nothing behind", async () => {
  const name = randomUUID();
  const script = `import { takeLock } from "${new URL("./lock.mjs", import.meta.url).href}"; await takeLock("${name}"); console.log("held"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  expect(await tryLock(name)).toBeNull();

  const lock = takeLock(name);
  holder.kill("SIGKILL");
  await (await lock).release();
});
