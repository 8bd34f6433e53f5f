import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { DESIGN } from "./routes";
import { violationsOf } from "./accessible";
import { ownProduct } from "./own-product";
import { type Visit, visitsOf, type Visits, windowFor } from "./visits";

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let all: Visits;
const product = ownProduct({ today: "2027-02-10", env: { POSTOLETTO_DESIGN: "1" } }, async (started) => {
  all = await visitsOf(started);
});

test("every page on a desk in Italian: light and dark, its frame, twice as large, and on the narrowest screen @desktop", async ({ browser }) => {
  const titles = new Map<string, string>();
  const wrong = await onEveryPage((role) => windowFor(browser, product, all, role, { ...DESK }), async (page, { route }) => {
    const title = await page.title();
    // Some only lead to another page.
    const isItself = new URL(page.url()).pathname.split("/").length === route.split("/").length;
    const twin = isItself ? titles.get(title) : undefined;
    if (isItself) titles.set(title, route);
    return [
      ...(twin === undefined ? [] : [`the title is that of ${twin}: ${title}`]),
      ...(await frame(page, "it")),
      ...(await bothSchemes(page)),
      ...(await wideOn(page, 720, 450)),
      ...(await wideOn(page, 320, 640)),
    ];
  });
  expect(wrong).toEqual([]);
});

test("every page on a phone in English: light and dark, its frame @desktop", async ({ browser }) => {
  const wrong = await onEveryPage((role) => windowFor(browser, product, all, role, { ...PHONE, locale: "en" }), async (page) => [
    ...(await frame(page, "en")),
    ...(await bothSchemes(page)),
    ...(await wideOn(page, 390, 844)),
  ]);
  expect(wrong).toEqual([]);
});

/** One window for each role that is needed; what is wrong, with the page it is wrong on. */
async function onEveryPage(open: (role: Visit["role"]) => Promise<BrowserContext>, look: (page: Page, visit: Visit) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (const role of new Set(all.visits.map((visit) => visit.role))) {
    const context = await open(role);
    const page = await context.newPage();
    const size = page.viewportSize() ?? DESK.viewport;
    for (const visit of all.visits.filter((each) => each.role === role)) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${product.url}${visit.path}`, { waitUntil: "load" });
      await settled(page, visit);
      wrong.push(...(await look(page, visit)).map((what) => `${visit.route} (${role ?? "nobody"}): ${what}`));
    }
    await context.close();
  }
  return wrong;
}

/** Its data is there, and the browser has taken over. */
async function settled(page: Page, { route }: Visit): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  // The page of parts shows skeletons for ever.
  if (route !== DESIGN) await expect(page.locator(".skeleton")).toHaveCount(0);
}

async function frame(page: Page, lang: string): Promise<string[]> {
  return page.evaluate((expected) => {
    const count = (selector: string) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility()).length;
    // What is over within a frame is seen by nobody: the way "less motion" ends an animation or a transition.
    const running = document.getAnimations().filter(({ playState, effect }) => playState === "running" && Number(effect?.getComputedTiming().endTime) > 16);
    return [
      ...(count("h1") === 1 ? [] : [`${count("h1")} headings of the first level`]),
      ...(count("main") === 1 ? [] : [`${count("main")} main landmarks`]),
      ...(document.documentElement.lang === expected ? [] : [`lang is ${document.documentElement.lang}`]),
      ...running.map((animation) => `something moves: ${animation instanceof CSSAnimation ? animation.animationName : (animation as CSSTransition).transitionProperty}`),
    ];
  }, lang);
}

/** Everything in light, then in dark what can differ there. `within`: of the page only this. */
async function bothSchemes(page: Page, within = "html"): Promise<string[]> {
  const light = await violationsOf(page, within);
  await page.emulateMedia({ colorScheme: "dark" });
  // A busy browser paints some inherited colours of the scheme before a moment later than the rest.
  let dark: string[] = [];
  for (let tries = 0; tries < 4 && (tries === 0 || dark.length > 0); tries += 1) {
    await page.waitForTimeout(tries * 500);
    dark = await violationsOf(page, within, true);
  }
  return [...light, ...dark.map((what) => `dark: ${what}`)];
}

/** At 720 of 1440 the page is as on a screen zoomed to 200 %; 320 is what reflow asks for. */
async function wideOn(page: Page, width: number, height: number): Promise<string[]> {
  await page.setViewportSize({ width, height });
  return page.evaluate((wide) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > clientWidth + 1);
    return [`at ${wide} px it scrolls sideways to ${scrollWidth}: ${out.slice(0, 2).map((node) => (node as HTMLElement).outerHTML.slice(0, 160)).join(" … ")}`];
  }, width);
}

for (const [where, look] of [["on a desk in Italian", DESK], ["on a phone in English", { ...PHONE, locale: "en" }]] as const) {
  test(`every dialog that a page opens ${where} is accessible, closes with Escape, and gives the focus back @desktop`, ({ browser }) => everyDialog(browser, look));
}

async function everyDialog(browser: Browser, look: BrowserContextOptions): Promise<void> {
  const inHeaders = new Set<string>();
  const wrong = await onEveryPage((role) => windowFor(browser, product, all, role, look), async (page, { route }) => {
    const buttons = page.locator("button[aria-haspopup=dialog]");
    const found: string[] = [];
    const opened = new Set<string>();
    for (let index = 0; index < (await buttons.count()); index += 1) {
      const button = buttons.nth(index);
      if (!(await button.isVisible())) continue;
      const name = (await button.textContent()) || (await button.getAttribute("aria-label")) || "";
      // Lines of a list open the same dialog, and the header is that of every page.
      const isNew = await button.evaluate((node) => node.closest("main") !== null) ? !opened.has(name) : !inHeaders.has(name);
      if (!isNew) continue;
      opened.add(name);
      inHeaders.add(name);
      const dialog = page.getByRole("dialog").first();
      // Until the page listens a key does nothing.
      await expect(async () => {
        if (!(await dialog.isVisible())) {
          await button.focus();
          await page.keyboard.press("Enter");
        }
        await expect(dialog).toBeVisible({ timeout: 5_000 });
      }, `${route}: ${name}`).toPass({ timeout: 20_000 });
      found.push(...(await bothSchemes(page, "[role=dialog]")).map((what) => `${name}: ${what}`));
      await page.emulateMedia({ colorScheme: "light" });
      await expect.poll(() => dialog.evaluate((node) => node.contains(document.activeElement)), `${route}: ${name} has the focus`).toBe(true);
      await page.keyboard.press("Escape");
      await expect(dialog, `${route}: ${name} closes with Escape`).toBeHidden();
      await expect(button, `${route}: ${name} has the focus again`).toBeFocused();
    }
    if (route === DESIGN && (await buttons.count()) === 0) found.push("no dialog was opened");
    return found;
  });
  expect(wrong).toEqual([]);
}
