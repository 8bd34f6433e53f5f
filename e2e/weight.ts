import type { Browser } from "@playwright/test";
import { openSettled } from "./settled";
import type { Product } from "./start";
import { type Visit, type Visits, windowFor } from "./visits";

/** A script and the bytes it took on the way. */
export type Script = { name: string; bytes: number };

/** What a first visit loads before anybody does anything: without what Next fetches ahead for other pages. */
export async function weigh(browser: Browser, product: Product, all: Visits, { path, role }: Visit): Promise<Script[]> {
  const context = await windowFor(browser, product, all, role);
  const page = await context.newPage();
  await page.route((url) => url.searchParams.has("_rsc"), (route) => route.abort());
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const names = new Map<string, string>();
  const scripts: Script[] = [];
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" || /\.js(\?|$)/.test(response.url)) names.set(requestId, new URL(response.url).pathname.split("/").pop() ?? "");
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId);
    if (name) scripts.push({ name, bytes: encodedDataLength });
  });
  await openSettled(page, `${product.url}${path}`);
  await context.close();
  return scripts;
}
