import type { Page } from "@playwright/test";

/** Frames that are still watched after the end was reached. */
const RESTING = 30;

/**
 * What the pages measured are given, as a text: what the compiler adds to a function is not there in them. Whatever is found or done in
 * a frame counts as seen once that frame was painted; a message is the first thing that runs after it.
 */
export const WATCH = `window.bench = (() => {
  const afterFrame = (done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0); };
  const painted = (selector) => new Promise((done) => {
    const look = () => requestAnimationFrame(() => (document.querySelector(selector) ? afterFrame(done) : look()));
    look();
  });
  const scrolled = (move, position) => new Promise((done) => {
    const gaps = [];
    let [last, before, rested] = [null, null, 0];
    const next = (now) => {
      if (last !== null) gaps.push(now - last);
      last = now;
      rested = position() === before ? rested + 1 : 0;
      // What was left out while it rushed by is drawn then.
      if (rested > ${RESTING}) return done(gaps);
      before = position();
      if (rested === 0) move();
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const moved = [];
  addEventListener("pointermove", ({ timeStamp }) => requestAnimationFrame(() => afterFrame((now) => moved.push(now - timeStamp))), { capture: true });
  return { painted, scrolled, moved };
})();`;

/** The bars of the product's board, and of vis-timeline. */
export const [OURS, THEIRS] = ["[role=grid] [role=gridcell][aria-colspan]", ".vis-item"];

/** How many elements there are in it. */
export function nodesIn(page: Page, selector: string): Promise<number> {
  return page.locator(`${selector} *`).count();
}

/** As far with each frame as a hand turns a wheel. The product scrolls its page; vis-timeline hears the wheel and scrolls itself. */
export const [SCROLL_OURS, SCROLL_THEIRS] = [
  `bench.scrolled(() => scrollBy({ top: 120, behavior: "instant" }), () => scrollY)`,
  `bench.scrolled(() => document.querySelector(".vis-panel.vis-center").dispatchEvent(new WheelEvent("wheel", { deltaY: 120, bubbles: true, cancelable: true })), () => timeline.props.scrollTop)`,
];

/** A page of nothing but this many lines of text, each as high as the board's: how it scrolls is what this machine can do at all. */
export async function openStill(page: Page, lines: number): Promise<void> {
  const text = Array.from({ length: lines }, (_, line) => `<p>Letto ${line + 1}</p>`).join("");
  await page.setContent(`<!doctype html><style>body, p { margin: 0 } p { height: 31px; border-bottom: 1px solid silver }</style>${text}`);
  await page.evaluate(WATCH);
}

type Box = { x: number; y: number; width: number; height: number };

/** Where the middle one of the bars of households lies that are seen whole, and long enough to be taken. */
export async function inSight(page: Page, selector: string): Promise<Box> {
  const boxes = await page.evaluate<Box[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.textContent.includes("N-")).map((each) => each.getBoundingClientRect().toJSON())`);
  const seen = boxes.filter(({ x, y, width, height }) => width > 60 && x > 300 && x + width < 1400 && y > 200 && y + height < 800);
  const box = seen[Math.floor(seen.length / 2)];
  if (!box) throw new Error("no bar to take");
  return box;
}

const MOVES = 40;

/** Takes the bar by its middle and pulls it over days and beds; milliseconds from each movement until what it led to was painted. Escape lets go. */
export async function drag(page: Page, box: Box): Promise<number[]> {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate("bench.moved.length = 0");
  for (let move = 1; move <= MOVES; move += 1) {
    await page.mouse.move(x + move * 5, y + move * 3);
    await page.waitForTimeout(40);
  }
  const moved = await page.evaluate<number[]>("[...bench.moved]");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.keyboard.press("Escape");
  return moved;
}
