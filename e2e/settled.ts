import type { Page, Request } from "@playwright/test";

const QUIET_FOR = 500;
const LOOKED_AT_EVERY = 50;
const LONGEST = 60_000;
/** It never ends: a page that hears of changes would never count as loaded. */
const isEndless = (request: Request) => new URL(request.url()).pathname === "/api/v1/events";

const fetching = new WeakMap<Page, Set<Request>>();

function follow(page: Page): Set<Request> {
  const known = fetching.get(page);
  if (known) return known;
  const open = new Set<Request>();
  fetching.set(page, open);
  page.on("request", (request) => !isEndless(request) && open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  return open;
}

/** Until nothing has been fetched for half a second, the stream of changes apart. What was asked for before the first call is not known. */
export async function settled(page: Page): Promise<void> {
  const open = follow(page);
  await page.waitForLoadState("load");
  let quiet = 0;
  for (const deadline = Date.now() + LONGEST; quiet < QUIET_FOR; ) {
    if (Date.now() > deadline) throw new Error(`still fetching ${[...open].map((request) => request.url()).join(", ")}`);
    await page.waitForTimeout(LOOKED_AT_EVERY);
    quiet = open.size === 0 ? quiet + LOOKED_AT_EVERY : 0;
  }
}

/** Opens an address and waits until all that belongs to it is there. */
export async function openSettled(page: Page, url: string): Promise<void> {
  follow(page);
  await page.goto(url);
  await settled(page);
}
