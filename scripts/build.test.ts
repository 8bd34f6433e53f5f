import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./build.mjs";

let root = "";
const write = async (path: string, text: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "postoletto-print-"));
  await write("app/page.tsx", "page");
  await write("package-lock.json", "{}");
});
afterEach(() => rm(root, { recursive: true }));

test.each(["app/page.tsx", "app/new/page.tsx", "domain/day.ts", "messages/it.ts", "public/logo.svg", "package-lock.json", "next.config.js", "proxy.ts"])(
  "a change of %s means building again",
  async (path) => {
    const before = await fingerprint(root);
    await write(path, "changed");
    expect(await fingerprint(root)).not.toBe(before);
  },
);

test.each(["app/page.test.tsx", "test/database.ts", "e2e/journey.test.ts", "README.md", ".next/BUILD_ID", ".postoletto/secrets.json", "node_modules/zod/index.js", "backup.sql"])(
  "a change of %s does not",
  async (path) => {
    const before = await fingerprint(root);
    await write(path, "changed");
    expect(await fingerprint(root)).toBe(before);
  },
);

test("a moved line between two files is a change", async () => {
  await write("app/a.ts", "xy");
  await write("app/b.ts", "z");
  const before = await fingerprint(root);
  await write("app/a.ts", "x");
  await write("app/b.ts", "yz");
  expect(await fingerprint(root)).not.toBe(before);
});
