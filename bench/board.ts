import { type Browser, chromium, type Page } from "@playwright/test";
import postgres from "postgres";
import { callerOf, tokenOf } from "../e2e/caller";
import { enter } from "../e2e/sign-in";
import { type Product, startProduct, temporaryHome } from "../e2e/start";
import { visitsOf } from "../e2e/visits";
import { weigh } from "../e2e/weight";
import type { Board } from "../components/board/board-data";
import { findChromium } from "../scripts/chromium.mjs";
import { enterDatabase } from "../scripts/postgres.mjs";
import { asTimeline, drawBeside, openBeside } from "./board/beside";
import { type Measured, report } from "./board/report";
import { drag, inSight, nodesIn, openStill, OURS, SCROLL_OURS, SCROLL_THEIRS, THEIRS, WATCH } from "./board/watch";
import { fillBoard, TODAY } from "./board/world";

// node --conditions=react-server --import tsx bench/board.ts [beds, 1000] [runs, 3]: the board of six months, and the same data in vis-timeline.
const [BEDS, RUNS] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 3)];
const FEW_BEDS = 100;
const MANAGER = "manager.perugia@demo.example";
const ASKED = "/board?municipality=G478&from=2027-01-13&until=2027-07-14";
const SIX_MONTHS = "/tabellone?zoom=6m";

const { home, remove } = await temporaryHome();
const product = await startProduct({ home, today: TODAY, isEmbedded: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
const database = await enterDatabase(home);
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
try {
  const kilobytes = await ownScripts();
  const manager = callerOf(product.url, tokenOf(home, MANAGER));
  const few = await dataOf(FEW_BEDS);
  const [ourFew, theirFew] = [await ours(product, browser), await theirs(few)];
  const many = await dataOf(BEDS);
  const runs: { ours: Measured; theirs: Measured; still: number[] }[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push({ ours: await ours(product, browser), theirs: await theirs(many), still: await still(linesOf(many)) });
  report({ beds: BEDS, fewBeds: FEW_BEDS, bars: many.bars.kind.length, answerBytes: JSON.stringify(many).length, kilobytes, runs, ourFew, theirFew });

  async function dataOf(beds: number): Promise<Board> {
    await fillBoard(owner, beds);
    return (await manager<Board>("GET", ASKED)).body;
  }
} finally {
  await owner.end();
  await database.leave();
  await browser.close();
  await product.stop();
  await remove();
}

/** The scripts that no page but the board loads, as they travel, in kilobytes. */
async function ownScripts(): Promise<number> {
  const all = await visitsOf(product);
  const loaded = new Map<string, { name: string; bytes: number }[]>();
  for (const visit of all.visits) loaded.set(visit.route, await weigh(browser, product, all, visit));
  const elsewhere = new Set([...loaded].flatMap(([route, scripts]) => (route === "/tabellone" ? [] : scripts.map(({ name }) => name))));
  return (loaded.get("/tabellone") ?? []).filter(({ name }) => !elsewhere.has(name)).reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
}

/** A window of its own for each run, as large as a desk's. */
async function windowOf(chrome: Browser): Promise<Page> {
  const context = await chrome.newContext({ locale: "it-IT", timezoneId: "Europe/Rome", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  return page;
}

async function ours(started: Product, chrome: Browser): Promise<Measured> {
  const page = await windowOf(chrome);
  await enter(page.request, started, MANAGER);
  await page.addInitScript(`globalThis.seen = bench.painted(${JSON.stringify(OURS)})`);
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/v1/board");
  await page.goto(`${started.url}${SIX_MONTHS}`);
  const fromNavigation = await page.evaluate<number>("seen");
  // The page comes with the first facilities and asks for the others.
  await (await answered).finished();
  await page.waitForTimeout(2_000);
  const nodes = await nodesIn(page, "[role=grid]");
  const scrolling = await page.evaluate<number[]>(SCROLL_OURS);
  const nodesAfter = await nodesIn(page, "[role=grid]");
  const dragging = await drag(page, await inSight(page, OURS));
  const fromMemory = await redraw(page);
  await page.context().close();
  return { fromNavigation, fromMemory, nodes, nodesAfter, scrolling, dragging };
}

/** The board of other days, as a table, and back: all that was known of these days is in memory, nothing of it is drawn. */
async function redraw(page: Page): Promise<number> {
  await page.evaluate(`history.replaceState(null, "", "/tabellone?zoom=2w&view=table")`);
  await page.getByRole("table").waitFor();
  await page.waitForTimeout(2_000);
  return page.evaluate<number>(`(async () => {
    const begun = performance.now();
    const seen = bench.painted(${JSON.stringify(OURS)});
    history.replaceState(null, "", ${JSON.stringify(SIX_MONTHS)});
    return (await seen) - begun;
  })()`);
}

/** A line for each facility, unit and bed. */
function linesOf({ facilities }: Board): number {
  return facilities.reduce((sum, { units }) => sum + 1 + units.reduce((lines, { beds }) => lines + 1 + beds.length, 0), 0);
}

/** Of each frame while a page of still lines is scrolled, milliseconds. */
async function still(lines: number): Promise<number[]> {
  const page = await windowOf(browser);
  await openStill(page, lines);
  await page.waitForTimeout(2_000);
  const frames = await page.evaluate<number[]>(SCROLL_OURS);
  await page.context().close();
  return frames;
}

async function theirs(told: Board): Promise<Measured> {
  const page = await windowOf(browser);
  await openBeside(page, product.url, asTimeline(told));
  const fromMemory = await drawBeside(page);
  await page.waitForTimeout(2_000);
  const nodes = await nodesIn(page, ".vis-timeline");
  const scrolling = await page.evaluate<number[]>(SCROLL_THEIRS);
  const nodesAfter = await nodesIn(page, ".vis-timeline");
  const dragging = await drag(page, await inSight(page, THEIRS));
  await page.context().close();
  return { fromNavigation: null, fromMemory, nodes, nodesAfter, scrolling, dragging };
}
