import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG_22_AA = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
const CONTRAST = { type: "rule", values: ["color-contrast"] };

type Looked = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
type WithAxe = { axe?: { run(where: string, options: object): Promise<Looked> } };

/** What the page shows now has nothing that WCAG 2.2 AA forbids, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour on its way to another one is nobody's.
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity));
  expect(await violationsOf(page)).toEqual([]);
}

/** What WCAG 2.2 AA forbids in this part of the page, a line each; `contrastOnly` where only the colours are others. */
export async function violationsOf(page: Page, within = "html", contrastOnly = false): Promise<string[]> {
  // Run by the browser's tools, so that the page's own policy does not stand in the way.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async ([selector, runOnly]) => {
    const looked = await (window as WithAxe).axe?.run(selector, { runOnly, resultTypes: ["violations"] });
    if (looked === undefined) throw new Error("axe is not there");
    return looked.violations.map(({ id, nodes }) => `${id}: ${nodes.length} x, first ${nodes[0]?.html.slice(0, 300)} ${nodes[0]?.failureSummary.replaceAll("\n", " ").slice(0, 300)}`);
  }, [within, contrastOnly ? CONTRAST : WCAG_22_AA] as const);
}
