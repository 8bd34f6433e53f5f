import { readFile } from "node:fs/promises";

/** @typedef {{ passed: number, failed: number }} Count */

/** @param {number} code @returns {Count} */
export const asOneTest = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce((all, count) => ({ passed: all.passed + count.passed, failed: all.failed + count.failed }), { passed: 0, failed: 0 });
}

async function read(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return null;
  }
}

// A runner that complains without naming a failed test, or that died, has failed all the same.
function honest({ passed, failed }, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Skipped tests count as failed, and so does each file that did not load. @param {string} file @param {number} code @returns {Promise<Count>} */
export async function vitestCount(file, code) {
  const report = await read(file);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
  return honest({ passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests + unloaded }, code);
}

/** Flaky tests and skipped ones count as failed. @param {string} file @param {number} code @returns {Promise<Count>} */
export async function playwrightCount(file, code) {
  const report = await read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + skipped }, code);
}
