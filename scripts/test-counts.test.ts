import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOneTest, playwrightCount, sum, vitestCount } from "./test-counts.mjs";

let file = "";
beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), "postoletto-counts-")), "report.json");
});
afterAll(() => rm(join(file, ".."), { recursive: true }));

const vitestReport = (passed: number, total: number, testResults: object[] = []) => ({ numPassedTests: passed, numTotalTests: total, testResults });

test.each([
  ["all passed", vitestReport(3, 3), 0, { passed: 3, failed: 0 }],
  ["skipped counts as failed", vitestReport(3, 5), 0, { passed: 3, failed: 2 }],
  ["a file that did not load counts", vitestReport(3, 3, [{ status: "failed", assertionResults: [] }]), 1, { passed: 3, failed: 1 }],
  ["a runner that complains about nothing in particular", vitestReport(3, 3), 1, { passed: 3, failed: 1 }],
])("vitest: %s", async (_case, report, code, count) => {
  await writeFile(file, JSON.stringify(report));
  expect(await vitestCount(file, code)).toEqual(count);
});

test.each([
  ["all passed", { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, 0, { passed: 4, failed: 0 }],
  ["skipped and flaky count as failed", { expected: 1, unexpected: 1, flaky: 1, skipped: 1 }, 1, { passed: 1, failed: 3 }],
  ["nothing found", { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, 1, { passed: 0, failed: 1 }],
])("playwright: %s", async (_case, stats, code, count) => {
  await writeFile(file, JSON.stringify({ stats }));
  expect(await playwrightCount(file, code)).toEqual(count);
});

test("a runner that died without a report has failed", async () => {
  expect(await vitestCount("/nowhere/report.json", 137)).toEqual({ passed: 0, failed: 1 });
  expect(await playwrightCount("/nowhere/report.json", 0)).toEqual({ passed: 0, failed: 1 });
});

test("the counts add up", () => {
  expect(sum([asOneTest(0), asOneTest(2), { passed: 5, failed: 1 }])).toEqual({ passed: 6, failed: 2 });
});
