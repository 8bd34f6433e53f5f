import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { type Board, knownBoard } from "../../components/board/board-data";
import { THEIRS } from "./watch";

const files = createRequire(import.meta.url);
const [script, styles] = ["vis-timeline/standalone/umd/vis-timeline-graph2d.min.js", "vis-timeline/styles/vis-timeline-graph2d.min.css"].map((path) => files.resolve(path)) as [string, string];

type Group = { id: string; content: string; order: number; nestedGroups?: string[]; showNested?: boolean };
type Item = { id: string; group: string; content: string; start: string; end: string; className: string };
type Data = { groups: Group[]; items: Item[]; from: string; until: string };

/** The board's rows and bars in the words of vis-timeline: a line for each facility, unit and bed, and each bar an item on its bed. */
export function asTimeline(told: Board): Data {
  const board = knownBoard(told);
  const groups: Group[] = [];
  const items: Item[] = [];
  for (const facility of board.facilities) {
    groups.push({ id: facility.id, content: facility.name, order: groups.length, nestedGroups: facility.units.map(({ id }) => id), showNested: true });
    for (const unit of facility.units) {
      groups.push({ id: unit.id, content: unit.name, order: groups.length, nestedGroups: unit.beds.map(({ id }) => id), showNested: true });
      for (const bed of unit.beds) {
        groups.push({ id: bed.id, content: bed.name, order: groups.length });
        for (const bar of board.barsOf(bed.id)) {
          items.push({ id: `${bar.kind} ${items.length}`, group: bed.id, content: board.placementOf(bar)?.householdCode ?? bar.kind, start: bar.from, end: bar.until, className: bar.kind });
        }
      }
    }
  }
  return { groups, items, from: told.from, until: told.until };
}

/** Opens a page of nothing but vis-timeline, from the same server and in the same window, with the data in its memory. */
export async function openBeside(page: Page, url: string, data: Data): Promise<void> {
  const html = `<!doctype html><meta charset="utf-8"><style>${await readFile(styles, "utf8")} body { margin: 0 }</style><div id="board"></div><script>${await readFile(script, "utf8")}</script>`;
  await page.route(`${url}/beside`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${url}/beside`);
  await page.evaluate((given) => Object.assign(globalThis, { data: given }), data);
}

/** Draws what is in memory; how many milliseconds until the first item was seen. As its manual has it for many lines: of a fixed height, and scrolled. */
export function drawBeside(page: Page): Promise<number> {
  return page.evaluate(`(async () => {
    const { groups, items, from, until } = data;
    const begun = performance.now();
    const seen = bench.painted(${JSON.stringify(THEIRS)});
    globalThis.timeline = new vis.Timeline(document.getElementById("board"), new vis.DataSet(items), new vis.DataSet(groups), {
      start: from, end: until, stack: false, editable: true, verticalScroll: true, horizontalScroll: false, zoomKey: "ctrlKey", height: innerHeight + "px", orientation: "top", margin: { item: 4, axis: 4 },
    });
    return (await seen) - begun;
  })()`);
}
