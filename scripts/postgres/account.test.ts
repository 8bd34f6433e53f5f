import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canReach } from "./account.mjs";

const stranger = { uid: 64_000, gid: 64_000 };
let root = "";
let inner = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "postoletto-reach-"));
  inner = join(root, "project", "state");
  await mkdir(inner, { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

test.each([
  ["one folder above is closed", 0o700, false],
  ["folders may be passed but not listed", 0o711, true],
  ["everything is open", 0o755, true],
  ["it may be listed but not passed", 0o744, false],
])("with %s", async (_case, mode, isReached) => {
  await chmod(join(root, "project"), 0o755);
  await chmod(inner, 0o755);
  await chmod(root, mode);
  expect(canReach(inner, stranger)).toBe(isReached);
});

test("the owner of a closed folder passes", async () => {
  await chmod(root, 0o700);
  expect(canReach(inner, { uid: process.getuid?.() ?? 0, gid: 0 })).toBe(true);
});
