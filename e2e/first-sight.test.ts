import { expect, type Page, test } from "@playwright/test";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { fillSignIn } from "./sign-in";
import { type Visit, visitsOf, type Visits, windowFor } from "./visits";

/** A shift below this nobody sees: a line of text that settles by a pixel. */
const UNSEEN = 0.01;
/** On a fast machine nothing of the way to the finished page could be seen. */
const SLOWED = 2;

let all: Visits;
const product = ownProduct({ today: "2027-02-10" }, async (started) => {
  all = await visitsOf(started);
});

type Sight = { shifted: number; moved: string[]; widest: number };

test("every page comes as the server wrote it: the browser takes it over without a word, nothing jumps, nothing is wider than the screen", async ({ browser }, { project }) => {
  const isPhone = project.name === "phone";
  const size = isPhone ? { viewport: { width: 320, height: 640 }, screen: { width: 320, height: 640 }, hasTouch: true, isMobile: true } : { viewport: { width: 1440, height: 900 } };
  const wrong: string[] = [];
  for (const visit of all.visits.filter(({ route }) => route !== "/design")) {
    const context = await windowFor(browser, product, all, visit.role, size);
    const page = await context.newPage();
    const said: string[] = [];
    page.on("pageerror", ({ message }) => said.push(message));
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    const { shifted, moved, widest } = await firstSight(page, visit);
    const found = [...said, ...(shifted > UNSEEN ? [`shifted by ${shifted.toFixed(3)}: ${moved.join("; ")}`] : []), ...(widest > size.viewport.width ? [`${widest} px wide`] : [])];
    wrong.push(...found.map((what) => `${visit.route}: ${what}`));
    await context.close();
  }
  expect(wrong).toEqual([]);
});

test("on the way back to a page that has to be asked for again the window keeps its title", { tag: "@desktop" }, async ({ browser }, { project }) => {
  const page = await (await windowFor(browser, product, all, "manager", project.use)).newPage();
  await page.goto(`${product.url}/strutture/nuova`);
  await page.getByRole("textbox", { name: /^Nome/ }).fill("Casa Rovo");
  await page.getByRole("button", { name: /Tipo/ }).click();
  await pressOption(page.getByRole("option", { name: "Coabitazione solidale", exact: true }));
  await page.getByRole("button", { name: "Avanti" }).click();
  await expect(page).toHaveURL(/passo=2/);
  await page.reload();
  await expect(page.getByRole("button", { name: "Avanti" })).toBeVisible();

  let answer = () => {};
  const answering = new Promise<void>((resolve) => { answer = resolve; });
  await page.route(/_rsc=/, async (route) => { await answering; await route.continue(); });
  const asked = page.waitForRequest(/_rsc=/);
  await page.goBack();
  await asked;
  await expect(page.getByRole("textbox", { name: /^Nome/ })).toHaveValue("Casa Rovo");
  expect(await page.title()).toMatch(/^Nuova struttura/);
  answer();
  await page.getByRole("navigation").getByRole("link", { name: "Nuclei", exact: true }).first().click();
  await expect(page).toHaveTitle(/^Nuclei/);
});

test("what is typed and pressed before the page listens is not lost: of the presses the last is done, and no form is sent by the browser", async ({ browser }, { project }) => {
  const context = await windowFor(browser, product, all, "manager", project.use);
  const page = await context.newPage();
  const confirmations: string[] = [];
  page.on("request", (request) => request.url().endsWith("/confirmation") && confirmations.push(request.method()));

  let release = await holdScripts(page);
  await page.goto(`${product.url}/strutture`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Anche quelle chiuse" }).click();
  await page.getByRole("button", { name: /È tutto vero/ }).first().click();
  release();
  await expect(page.getByRole("status").filter({ hasText: "la situazione è confermata" })).toBeVisible();
  expect(confirmations).toEqual(["POST"]);
  await expect(page).not.toHaveURL(/chiuse/);

  release = await holdScripts(page);
  await page.goto(`${product.url}/oggi`, { waitUntil: "commit" });
  await page.getByRole("link", { name: "Trova un posto" }).first().click();
  release();
  await expect(page).toHaveURL(/\/disponibilita/);

  release = await holdScripts(page);
  await page.goto(`${product.url}/importa`, { waitUntil: "commit" });
  await page.locator("input[type=file]").setInputFiles({ name: "case.csv", mimeType: "text/csv", buffer: Buffer.from("what;is;this\r\n1;2;3\r\n") });
  release();
  await expect(page.getByRole("region", { name: "2. Il file" })).toContainText("case.csv");
  await context.close();

  const stranger = await windowFor(browser, product, all, null, project.use);
  const door = await stranger.newPage();
  release = await holdScripts(door);
  await door.goto(`${product.url}/accesso`, { waitUntil: "commit" });
  await fillSignIn(door, "manager.perugia@demo.example", product.password);
  expect(new URL(door.url()).search).toBe("");
  release();
  await expect(door).toHaveURL(/\/oggi$/);
  await stranger.close();
});

/** The page's scripts wait on their way until released, as on a connection that is just not there. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return letGo;
}

test("a record's page is written by the server with what is in it @desktop", async ({ browser }) => {
  const context = await windowFor(browser, product, all, "manager");
  for (const route of ["/nuclei/[id]", "/strutture/[id]"]) {
    const { path } = all.visits.find((visit) => visit.route === route) as Visit;
    const { name, code } = (await (await context.request.get(`${product.url}/api/v1${path.replace("nuclei", "households").replace("strutture", "facilities")}`)).json()) as { name: string; code?: string };
    const html = await (await context.request.get(`${product.url}${path}`)).text();
    expect(html.slice(0, html.indexOf("<script>self.__next_f")), route).toContain(code ?? name);
  }
  await context.close();
});

/** From the first picture until the browser has taken over and nothing is on its way. */
async function firstSight(page: Page, { path }: Visit): Promise<Sight> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.addInitScript(() => {
    const sight: Sight = { shifted: 0, moved: [], widest: 0 };
    Object.assign(window, { sight });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] })[]) {
        if (hadRecentInput) continue;
        sight.shifted += value;
        sight.moved.push(...sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.slice(0, 40)}`));
      }
    }).observe({ type: "layout-shift", buffered: true });
    // Nothing is painted before the style sheet is there.
    setInterval(() => document.styleSheets.length > 0 && (sight.widest = Math.max(sight.widest, document.documentElement.scrollWidth)), 10);
  });
  await page.goto(`${product.url}${path}`, { waitUntil: "load" });
  await expect(page.locator(".skeleton")).toHaveCount(0);
  return page.evaluate(async () => {
    for (let time = 0; time < 3; time += 1) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
    return (window as unknown as { sight: Sight }).sight;
  });
}
