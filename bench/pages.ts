import { type Browser, chromium } from "@playwright/test";
import { openSettled } from "../e2e/settled";
import { startProduct, temporaryHome, type Product } from "../e2e/start";
import { type Visit, visitsOf, type Visits, windowFor } from "../e2e/visits";
import { findChromium } from "../scripts/chromium.mjs";

// node --conditions=react-server --import tsx bench/pages.ts [runs, 5] [part of a path]: first visits on a slow telephone, as Lighthouse sees one.
const RUNS = Number(process.argv[2] ?? 5);
const CPU = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const REFERENCE = "/accesso";
const wanted = process.argv[3] ?? "";

/** A text, since what the compiler adds to a function is not there in the page. */
const WATCH = `{
  const seen = { lcp: 0, cls: 0, blocked: 0 };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  watch("layout-shift", ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value));
  watch("longtask", ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
  window.seen = seen;
}`;

type Timing = { ttfb: number; fcp: number; lcp: number; cls: number; blocked: number };
type Seen = { lcp: number; cls: number; blocked: number };

const { home, remove } = await temporaryHome();
const product = await startProduct({ home, today: "2027-02-10", isEmbedded: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  const all = await visitsOf(product);
  const visits = all.visits.filter(({ route }) => route !== "/design" && (route === REFERENCE || route.includes(wanted)));
  const timings = new Map<string, Timing[]>();
  // The first round warms the server; then all pages in turn, so that a busy minute of the machine meets them all.
  for (let run = -1; run < RUNS; run += 1) {
    for (const visit of visits) {
      const timing = await measure(browser, product, all, visit);
      if (run >= 0) timings.set(visit.route, [...(timings.get(visit.route) ?? []), timing]);
    }
  }
  report(timings);
} finally {
  await browser.close();
  await product.stop();
  await remove();
}

async function measure(chrome: Browser, { url }: Product, all: Visits, { path, role }: Visit): Promise<Timing> {
  const context = await windowFor(chrome, product, all, role, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  await page.addInitScript({ content: WATCH });
  await openSettled(page, `${url}${path}`);
  const timing = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen };
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return { ...seen, ttfb: navigation?.responseStart ?? Number.NaN, fcp: paint?.startTime ?? Number.NaN };
  });
  await context.close();
  return timing;
}

function report(timings: Map<string, Timing[]>): void {
  const median = (route: string, part: keyof Timing) => {
    const values = (timings.get(route) ?? []).map((timing) => timing[part]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? Number.NaN;
  };
  console.log(`medians of ${RUNS} first visits, processor slowed ${CPU} times, slow 4G, 390 px; in brackets the ratio to ${REFERENCE}\n`);
  console.log("| page | TTFB, ms | FCP, ms | LCP, ms | blocked, ms | CLS |\n|---|---:|---:|---:|---:|---:|");
  for (const route of timings.keys()) {
    const cell = (part: keyof Timing) => `${median(route, part).toFixed(0)} (${(median(route, part) / median(REFERENCE, part)).toFixed(2)})`;
    console.log(`| ${route} | ${cell("ttfb")} | ${cell("fcp")} | ${cell("lcp")} | ${cell("blocked")} | ${median(route, "cls").toFixed(3)} |`);
  }
}
