import { chromium } from "@playwright/test";
import { startProduct, temporaryHome } from "../e2e/start";
import { visitsOf } from "../e2e/visits";
import { type Script, weigh } from "../e2e/weight";
import { findChromium } from "../scripts/chromium.mjs";

// npm run weight: the JavaScript that a first visit to each page loads, as it travels (gzip), in a production build.
const { home, remove } = await temporaryHome();
const product = await startProduct({ home, today: "2027-02-10", isEmbedded: true, env: { POSTOLETTO_DESIGN: "1" } });
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  const all = await visitsOf(product);
  const weights = new Map<string, Script[]>();
  for (const visit of all.visits) weights.set(visit.route, await weigh(browser, product, all, visit));
  report(weights);
} finally {
  await browser.close();
  await product.stop();
  await remove();
}

function report(weights: Map<string, Script[]>): void {
  const pages = [...weights.values()];
  const isShared = ({ name }: Script) => pages.every((scripts) => scripts.some((each) => each.name === name));
  const kilobytes = (scripts: Script[]) => (scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(1);
  console.log(`| page | JavaScript, kB | of every page | its own, or of some pages |\n|---|---:|---:|---:|`);
  for (const [route, scripts] of weights) {
    console.log(`| ${route} | ${kilobytes(scripts)} | ${kilobytes(scripts.filter(isShared))} | ${kilobytes(scripts.filter((each) => !isShared(each)))} |`);
  }
  if (process.argv.includes("--chunks")) for (const [route, scripts] of weights) console.log(route, scripts.toSorted((a, b) => b.bytes - a.bytes).map(({ name, bytes }) => `${name} ${(bytes / 1024).toFixed(1)}`).join(", "));
}
