import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { postmaster } from "../scripts/postgres/cluster.mjs";
import { isAlive } from "../scripts/processes.mjs";
import { tokenOf } from "./caller";
import { dataOf, processesOf } from "./processes";
import { startProduct, temporaryHome } from "./start";

const MANAGER = "manager.perugia@demo.example";

test("after kill -9 of the start script alone the next start goes on by itself, and its end leaves nothing behind @desktop", async () => {
  test.setTimeout(600_000);
  const { home, remove } = await temporaryHome();
  const killed = await startProduct({ home, isEmbedded: true });
  const token = tokenOf(home, MANAGER);
  const { start, server } = processesOf(home);
  const database = postmaster(dataOf(home))?.pid ?? 0;
  process.kill(start, "SIGKILL");

  // What the killed one noted is all there: the server's address, that it needs the database, the database itself.
  expect(JSON.parse(await readFile(join(home, "server.json"), "utf8"))).toMatchObject({ pid: start });
  expect(readdirSync(join(home, "users"))).toContain(String(start));
  expect(isAlive(database)).toBe(true);

  const again = await startProduct({ home, port: Number(new URL(killed.url).port), isEmbedded: true });
  // For a moment it is still the orphan that answers; the new one waits for its port.
  await expect.poll(() => isAlive(server), { timeout: 30_000 }).toBe(false);
  const me = () => fetch(`${again.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status, () => "no answer");
  await expect.poll(me, { timeout: 60_000 }).toBe(200);

  await again.stop();
  expect(postmaster(dataOf(home))).toBeNull();
  expect(isAlive(database)).toBe(false);
  await remove();
});
