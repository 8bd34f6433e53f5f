import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { signIn } from "./sign-in";

const product = ownProduct({ today: "2027-02-10" });

const palette = (page: Page) => page.getByRole("dialog", { name: "Cerca" });

/** By its key. A page that has just come does not hear it yet; pressed again while the search is on its way, the key is written in it. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(palette(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await palette(page).locator("input").fill("");
}

test("a household is found, opened and found again by keyboard alone @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/disponibilita");
  await openPalette(page);
  await expect(palette(page)).toContainText("Scrivi almeno due lettere");
  await expectAccessible(page);
  await page.keyboard.type("okafor");
  const options = palette(page).getByRole("option");
  await expect(options.first()).toContainText("Famiglia Okafor");
  await expect(palette(page).locator("mark").first()).toHaveText("Okafor");
  await expect(palette(page).getByRole("group", { name: "Persone" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(options.first()).toHaveAttribute("data-focused", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/nuclei\//);
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Famiglia Okafor");
  const file = page.url();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("zzzz");
  await expect(palette(page)).toContainText("Niente corrisponde a “zzzz”");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(palette(page).getByRole("option", { name: /Famiglia Okafor/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();

  await page.goto(`${product.url}/disponibilita`);
  await openPalette(page);
  await expect(palette(page).getByRole("group", { name: "Aperti di recente" })).toContainText("Famiglia Okafor");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(file);

  // Whoever is sure does not wait for the list.
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.type("elce");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rifugio Elce");
  await expect(palette(page)).toBeHidden();
});

test("a slash that is written is a slash, and the search says when it cannot answer @desktop", async ({ page, context }) => {
  await signIn(page, product, "operator", "/nuclei");
  const field = page.getByRole("searchbox", { name: "Cerca un nucleo" });
  await field.press("/");
  await expect(field).toHaveValue("/");
  await field.press("Control+k");
  await expect(palette(page)).toBeHidden();

  await page.getByRole("button", { name: "Cerca", exact: true }).click();
  await expect(palette(page)).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.type("okafor");
  await expect(palette(page).getByRole("alert")).toContainText("La ricerca non è riuscita.");
  await context.setOffline(false);
});

test("what was opened is forgotten with the session, and a protected household is never remembered @desktop", async ({ page }) => {
  await signIn(page, product, "manager", "/nuclei");
  const ids = [await hiddenHousehold(page), await aHousehold(page, "Vista")];
  for (const id of ids) {
    await page.goto(`${product.url}/nuclei/${id}`);
    await expect(page.getByRole("region", { name: "Componenti" })).toBeVisible();
  }
  const kept = () => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  await expect.poll(kept).toContain(ids[1]);
  expect(await kept()).not.toContain(ids[0]);

  await page.getByRole("button", { name: /^Menu di/ }).click();
  await page.getByRole("menuitem", { name: "Esci" }).click();
  await expect(page).toHaveURL(/\/accesso/);
  expect(await kept()).not.toContain("postoletto-recent");
});

/** Through the API with the page's own session; answers the id of what was made. */
function made(page: Page, path: string, body: object): Promise<string> {
  return page.evaluate(async ([to, content]) => {
    const answer = await fetch(`/api/v1${to}`, { method: "POST", body: content, headers: { "content-type": "application/json" } });
    if (answer.status !== 201) throw new Error(await answer.text());
    return ((await answer.json()) as { id: string }).id;
  }, [path, JSON.stringify(body)] as const);
}

function aHousehold(page: Page, familyName: string): Promise<string> {
  return made(page, "/households", { municipality: "G478", members: [{ givenName: "Ada", familyName, birthDate: "1990-05-05", gender: "female", role: "head", citizenship: "IT" }] });
}

/** A household with a place in a facility whose address nobody is told. */
async function hiddenHousehold(page: Page): Promise<string> {
  const facilityId = await made(page, "/facilities", { municipality: "G478", name: "Casa Mimosa", kind: "cohousing", opensOn: "2027-01-01", addressProtected: true });
  const unitId = await made(page, `/facilities/${facilityId}/units`, { name: "M1", letting: "by_bed", beds: [{ name: "1" }] });
  const householdId = await aHousehold(page, "Nascosta");
  await made(page, "/placements", { householdId, unitId, arrival: "2027-02-20", exit: "2027-03-20" });
  return householdId;
}

test("everybody is led to the pages of their role, and searches where they may @desktop", async ({ browser }) => {
  const seen: Record<string, [string[], boolean]> = {};
  for (const role of ["social_worker", "operator", "manager", "coordinator", "administrator"]) {
    const page = await browser.newPage();
    await signIn(page, product, role, "/");
    const links = page.getByRole("navigation", { name: "Navigazione principale" }).getByRole("link");
    seen[role] = [await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname)), await page.getByRole("button", { name: "Cerca", exact: true }).isVisible()];
    await page.close();
  }
  for (const role of ["social_worker", "operator", "manager"]) expect(seen[role]?.[0]).toEqual(expect.arrayContaining(["/disponibilita", "/nuclei", "/strutture"]));
  expect(seen.coordinator?.[0]).toEqual(expect.arrayContaining(["/disponibilita", "/strutture"]));
  expect(seen.coordinator?.[0]).not.toContain("/nuclei");
  expect(seen.administrator?.[0]).toContain("/registro");
  for (const hidden of ["/disponibilita", "/nuclei", "/strutture"]) expect(seen.administrator?.[0]).not.toContain(hidden);
  expect(Object.values(seen).map(([, maySearch]) => maySearch)).toEqual([true, true, true, true, false]);
});

test("on a phone five places stand in the bar, the rest in a sheet, and nothing is wider than the screen @phone", async ({ page }) => {
  await signIn(page, product, "manager", "/disponibilita");
  const bar = page.getByRole("navigation", { name: "Navigazione principale" });
  const entries = bar.getByRole("listitem");
  await expect.poll(async () => (await entries.evaluateAll((all) => all.filter((each) => (each as HTMLElement).offsetWidth > 0))).length).toBeLessThanOrEqual(5);
  const more = bar.getByRole("button", { name: "Altro" });
  if (await more.isVisible()) {
    await more.click();
    await expect(page.getByRole("dialog", { name: "Altro" }).getByRole("link").first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  for (const height of [0, 300, 900]) {
    await page.evaluate((top) => window.scrollTo(0, top), height);
    await expectAccessible(page);
  }
  for (const width of [390, 360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    for (const path of ["/disponibilita", "/nuclei", "/strutture", "/profilo"]) {
      await page.goto(`${product.url}${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBe(width);
    }
  }
});

test("on a phone the search takes the whole screen @phone", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei");
  await page.getByRole("button", { name: "Cerca", exact: true }).tap();
  await page.getByRole("dialog", { name: "Cerca" }).getByRole("searchbox").fill("okafor");
  await expect(palette(page).getByRole("option").first()).toContainText("Famiglia Okafor");
  await expectAccessible(page);
  await palette(page).getByRole("option").first().tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Famiglia Okafor");
});

test("the product says how a phone keeps it among its apps @desktop", async ({ page, request }) => {
  await page.goto(`${product.url}/accesso`);
  const href = (await page.locator("link[rel=manifest]").getAttribute("href")) ?? "";
  const answer = await request.get(`${product.url}${href}`);
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = (await answer.json()) as { name: string; lang: string; display: string; start_url: string; icons: { src: string; sizes: string; purpose: string }[] };
  expect(manifest).toMatchObject({ name: "Postoletto", lang: "it", display: "standalone", start_url: "/" });
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`).sort()).toEqual(["192x192 any", "192x192 maskable", "512x512 any", "512x512 maskable"]);
  const apple = (await page.locator("link[rel=apple-touch-icon]").getAttribute("href")) ?? "";
  for (const src of [...manifest.icons.map((icon) => icon.src), apple]) {
    const picture = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect([...manifest.icons.filter((icon) => icon.src === src).map(({ sizes }) => sizes), "180x180"]).toContain(picture);
  }
  await expect(page.locator("meta[name=theme-color]")).toHaveCount(2);
});

/** Until the worker has kept its page and answers for this one. */
async function workerReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  });
}

const keptOf = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

test("without a network the availability seen last is shown with its time, and nothing else", async ({ page, context }) => {
  await signIn(page, product, "operator", "/disponibilita");
  await expect(page.getByRole("region", { name: "Rifugio Elce", exact: true })).toBeVisible();
  await workerReady(page);
  await expect.poll(() => keptOf(page)).toContain("postoletto-last-seen");
  expect(await keptOf(page)).not.toMatch(/sharedWith|ageBand|gender|okafor/i);

  await context.setOffline(true);
  await expect(page.getByRole("status").filter({ hasText: "Senza rete" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${product.url}/nuclei`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Senza rete");
  await expect(page.getByText(/Disponibilità vista alle \d{2}:\d{2} di (oggi|ieri)/)).toBeVisible();
  await expect(page.getByText("senza rete non è possibile assegnare")).toBeVisible();
  await expect(page.getByRole("region", { name: "Rifugio Elce" })).toContainText("letti liberi su");
  await expect(page.getByRole("button", { name: "Assegna" })).toHaveCount(0);
  expect(await page.evaluate(() => fetch("/api/v1/availability?municipality=G478").then(() => "answered", () => "nothing"))).toBe("nothing");
  expect(await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat().filter((path) => path !== "/senza-rete" && !path.startsWith("/_next/static/")))).toEqual([]);
  await expectAccessible(page);

  await context.setOffline(false);
  await expect(page).toHaveURL(/\/nuclei$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nuclei");
  await expect(page.getByRole("status").filter({ hasText: "Senza rete" })).toHaveCount(0);
});

test("what was seen last is forgotten when one signs out, when somebody else comes, and after a day @desktop", async ({ page, context }) => {
  await signIn(page, product, "operator", "/disponibilita");
  await expect.poll(() => keptOf(page)).toContain("postoletto-last-seen");
  await workerReady(page);
  await page.evaluate(() => {
    const seen = JSON.parse(localStorage.getItem("postoletto-last-seen") ?? "") as { seenAt: string };
    localStorage.setItem("postoletto-last-seen", JSON.stringify({ ...seen, seenAt: new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString() }));
  });
  await context.setOffline(true);
  await page.goto(`${product.url}/strutture`);
  await expect(page.getByText("Niente da mostrare")).toBeVisible();
  expect(await keptOf(page)).not.toContain("postoletto-last-seen");
  await context.setOffline(false);
  // The page goes where it was to go by itself.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strutture");

  await page.goto(`${product.url}/disponibilita`);
  await expect.poll(() => keptOf(page)).toContain("postoletto-last-seen");
  await page.evaluate(() => localStorage.setItem("postoletto-last-seen", (localStorage.getItem("postoletto-last-seen") ?? "").replace(/"personId":"[^"]+"/, '"personId":"somebody else"')));
  await page.goto(`${product.url}/profilo`);
  await expect.poll(() => keptOf(page)).not.toContain("postoletto-last-seen");

  await page.goto(`${product.url}/disponibilita`);
  await expect.poll(() => keptOf(page)).toContain("postoletto-last-seen");
  await page.getByRole("button", { name: /^Menu di/ }).click();
  await page.getByRole("menuitem", { name: "Esci" }).click();
  await expect(page).toHaveURL(/\/accesso/);
  expect(await keptOf(page)).not.toContain("postoletto-last-seen");
  await context.setOffline(true);
  await page.goto(`${product.url}/disponibilita`);
  await expect(page.getByText("Niente da mostrare")).toBeVisible();
  await expect(page.getByText("Rifugio")).toHaveCount(0);
});
