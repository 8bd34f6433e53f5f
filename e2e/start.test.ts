import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { neutral } from "../scripts/environment.mjs";
import { postmaster } from "../scripts/postgres/cluster.mjs";
import { projectRoot } from "../scripts/project.mjs";
import { startProduct, temporaryHome } from "./start";

type Said = { code: number | null; out: string; err: string };

function runScript(name: string, args: string[], env: Record<string, string>): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, "scripts", name), ...args], {
    cwd: projectRoot,
    env: { ...neutral(), ...env },
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const statusOfMe = async (url: string, token: string) => (await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;

test("starts, refuses a second start, stops without a trace, and keeps the data @desktop", async () => {
  const { home, remove } = await temporaryHome();
  const newToken = (name: string) => runScript("cli.mjs", ["token", "create", "--email", "manager.perugia@demo.example", "--name", name], { POSTOLETTO_HOME: home });

  const product = await startProduct({ home, isEmbedded: true });
  const port = new URL(product.url).port;
  const first = newToken("while it runs");
  expect(first.err).toBe("");
  expect(await statusOfMe(product.url, first.out.trim())).toBe(200);

  const again = runScript("start.mjs", [], { POSTOLETTO_HOME: home, PORT: port });
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("already runs from this folder") });
  const elsewhere = runScript("start.mjs", [], { POSTOLETTO_HOME: `${home}/other`, PORT: port });
  expect(elsewhere).toMatchObject({ code: 1, err: expect.stringContaining(`port ${port} is taken`) });

  await product.stop();
  expect(postmaster(join(home, "postgres", "data"))).toBeNull();
  await expect(fetch(product.url)).rejects.toThrow();

  const second = newToken("while it rests");
  expect(second.code).toBe(0);
  expect(postmaster(join(home, "postgres", "data"))).toBeNull();

  const later = await startProduct({ home, isEmbedded: true });
  expect(later.password).toBe(product.password);
  for (const { out } of [first, second]) expect(await statusOfMe(later.url, out.trim())).toBe(200);
  await later.stop();
  await remove();
});
