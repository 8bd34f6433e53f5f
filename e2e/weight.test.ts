import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { projectRoot } from "../scripts/project.mjs";
import { ownProduct } from "./own-product";
import { visitsOf, type Visits } from "./visits";
import { weigh } from "./weight";

/** Kilobytes of JavaScript that a first visit loads, as they travel: what it was when written down, and a tenth for growth with a reason. */
const BOUNDS: Record<string, number> = { "/accesso": 265, "/disponibilita": 430 };

let all: Visits;
const product = ownProduct({ today: "2027-02-10" }, async (started) => {
  all = await visitsOf(started);
});

for (const [route, bound] of Object.entries(BOUNDS)) {
  test(`a first visit to ${route} loads no more JavaScript than it should @desktop`, async ({ browser }) => {
    const visit = all.visits.find((each) => each.route === route);
    if (!visit) throw new Error(`${route} is no page`);
    const scripts = await weigh(browser, product, all, visit);
    expect(scripts.length).toBeGreaterThan(3);
    expect(Math.round(scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024)).toBeLessThan(bound);
  });
}

/** Part of the board's cells, in its code and nowhere else. */
const OF_THE_BOARD = "data-focus-cell";

/** The scripts that the build names for this page, with those of all that stands around it. */
function scriptsOf(folder: string, manifest: string): Set<string> {
  return new Set(readFileSync(join(folder, manifest), "utf8").match(/static\/chunks\/[^"]+\.js/g));
}

test("the board's code is loaded on the board, and by no other page @desktop", () => {
  const build = join(projectRoot, ".next");
  const manifests = readdirSync(join(build, "server", "app"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("page_client-reference-manifest.js"));
  const isBoards = (script: string) => readFileSync(join(build, script), "utf8").includes(OF_THE_BOARD);
  const pages = manifests.filter((manifest) => [...scriptsOf(join(build, "server", "app"), manifest)].some(isBoards));
  expect(manifests.length).toBeGreaterThan(20);
  expect(pages).toEqual([join("(product)", "tabellone", "page_client-reference-manifest.js")]);
});
