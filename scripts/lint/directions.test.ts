import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint();

/** Some module of the folder, as others would import it. */
function moduleIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => /^[^.]+\.(tsx?|mjs)$/.test(name));
  return `@/${join(folder, names.sort()[0] ?? "")}`.replace(/\.tsx?$/, "");
}

async function complaints(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

async function refuses(path: string, imported: string): Promise<boolean> {
  const rules = await complaints(path, `import { x } from "${imported}";\nexport const y = x;\n`);
  return rules.some((rule) => ["import-x/no-restricted-paths", "no-restricted-imports", "import-x/no-nodejs-modules"].includes(rule));
}

test.each([
  ["domain", ["domain"], ["db", "server", "messages", "components", "app", "test", "e2e", "scripts"]],
  ["db", ["db", "domain"], ["server", "messages", "components", "app", "test", "e2e", "scripts"]],
  ["server", ["server", "db", "domain", "messages"], ["components", "app", "test", "e2e", "scripts"]],
  ["messages", ["messages", "domain"], ["db", "server", "components", "app", "test", "e2e"]],
  ["components", ["components", "messages", "domain"], ["db", "server", "app", "test", "e2e", "scripts"]],
  ["app", ["components", "server", "messages", "domain"], ["db", "test", "e2e", "scripts"]],
])("%s/ may import %j and not %j", async (folder, allowed, forbidden) => {
  const path = `${folder}/some-folder/new-file.ts`;
  for (const target of allowed) expect.soft(await refuses(path, moduleIn(target)), `${folder} -> ${target}`).toBe(false);
  for (const target of forbidden) expect.soft(await refuses(path, moduleIn(target)), `${folder} -> ${target}`).toBe(true);
});

test.each([
  ["domain/new-file.ts", "zod", false],
  ["domain/new-file.ts", "postgres", true],
  ["domain/new-file.ts", "react", true],
  ["domain/new-file.ts", "node:fs", true],
  ["server/new-file.ts", "postgres", true],
  ["server/new-file.ts", "drizzle-orm", true],
  ["app/page.tsx", "drizzle-orm/pg-core", true],
  ["db/new-file.ts", "drizzle-orm", false],
  ["db/new-file.ts", "postgres", false],
  ["components/new-file.tsx", "react", false],
  ["proxy.ts", "@/test/database", true],
  ["server/new-file.test.ts", "@/test/database", false],
  ["db/new-file.test.ts", "@/server/clock", true],
  ["e2e/new-file.test.ts", "@/messages/it", false],
])("%s importing %s is refused: %s", async (path, imported, isRefused) => {
  expect(await refuses(path, imported)).toBe(isRefused);
});

test.each([
  ["the clock", "domain/new-file.ts", "export const now = Date.now();", "no-restricted-globals"],
  ["an instant", "domain/new-file.ts", "export const now = new Date();", "no-restricted-globals"],
  ["the environment", "domain/new-file.ts", "export const zone = process.env.TZ;", "no-restricted-globals"],
  ["any", "domain/new-file.ts", "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
  ["a default export", "server/new-file.ts", "export default 1;", "import-x/no-default-export"],
  ["a file called utils", "server/utils.ts", "export const x = 1;", "house/telling-file-name"],
  ["a folder called common", "components/common/new-file.ts", "export const x = 1;", "house/telling-file-name"],
  ["301 lines", "server/new-file.ts", "void 0;\n".repeat(301), "max-lines"],
  ["a long function", "server/new-file.ts", `export function f(): void {\n${"  f();\n".repeat(61)}}\n`, "max-lines-per-function"],
  ["a long component", "components/new-file.tsx", `export function F() {\n${"  F();\n".repeat(121)}}\n`, "max-lines-per-function"],
])("%s in %s is refused", async (_case, path, text, rule) => {
  expect(await complaints(path, text)).toContain(rule);
});

test("a cycle is refused", async () => {
  expect(await complaints("scripts/lock.mjs", 'export { keepSecrets } from "./secrets.mjs";\n')).toContain("import-x/no-cycle");
});

test("calm code breaks nothing", async () => {
  expect(await complaints("app/page.tsx", "export default function Page() {\n  return null;\n}\n")).toEqual([]);
  expect(await complaints("domain/new-file.ts", "export const nights = 3;\n")).toEqual([]);
});
