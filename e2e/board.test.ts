import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { settled } from "./settled";
import { signIn } from "./sign-in";

const product = ownProduct({ today: "2027-02-10" });

/** The cell of the board that has the focus, in the words that a screen reader says. */
async function heard(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.closest("[role=grid]") ? (focused.getAttribute("aria-label") ?? focused.textContent ?? "") : "";
  });
}

/** Presses a key until the focused cell says this. */
async function pressUntil(page: Page, key: string, said: RegExp, atMost = 60): Promise<void> {
  for (let times = 0; times < atMost; times += 1) {
    if (said.test(await heard(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led to ${said}, at last to “${await heard(page)}”`);
}

test("with the keyboard alone: into the board, from bed to bed and day to day, to who comes today, and their arrival is recorded @desktop", async ({ page }) => {
  const { keyboard } = page;
  await signIn(page, product, "operator", "/tabellone");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tabellone");
  await settled(page);
  const grid = page.getByRole("grid", { name: "Posti letto, giorno per giorno" });
  await page.getByRole("main").focus();

  await test.step("one stop of the Tab key, on the first bed today", async () => {
    await pressUntil(page, "Tab", /./);
    expect(await heard(page)).toMatch(/^Letto 1, U1, Rifugio Elce, 10 febbraio 2027: nucleo N-\d+ dal .+ al .+, presente, \d+ giorni al limite$/);
    await expect(grid.locator("[tabindex='0']")).toHaveCount(1);
  });

  await test.step("by day, to the ends, by bed and by group", async () => {
    await keyboard.press("ArrowRight");
    expect(await heard(page)).toContain("11 febbraio 2027");
    await keyboard.press("Home");
    expect(await heard(page)).toContain("31 gennaio 2027");
    await keyboard.press("End");
    expect(await heard(page)).toContain("13 marzo 2027");
    await keyboard.press("Control+Home");
    expect(await heard(page)).toContain("Rifugio Elce");
    const lines = await grid.getAttribute("aria-rowcount");
    await keyboard.press("Enter");
    await expect(grid).not.toHaveAttribute("aria-rowcount", lines ?? "");
    await keyboard.press("Enter");
    await expect(grid).toHaveAttribute("aria-rowcount", lines ?? "");
    await keyboard.press("Control+End");
    expect(await heard(page)).toMatch(/Rifugio San Sisto, 13 marzo 2027/);
    await keyboard.press("PageUp");
    expect(await heard(page)).not.toContain("U3, Rifugio San Sisto");
  });

  await test.step("a free day leads to a search of those days", async () => {
    await pressUntil(page, "ArrowUp", /: libero/);
    await keyboard.press(" ");
    const card = page.getByRole("dialog", { name: "Libero" });
    await expect(card.getByRole("link", { name: "Cerca un posto in questi giorni" })).toHaveAttribute("href", /\/disponibilita\?from=2027-03-13&until=/);
    await keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(grid.locator("[data-focus-cell]")).toBeFocused();
  });

  await test.step("who comes today", async () => {
    await keyboard.press("Control+Home");
    await pressUntil(page, "ArrowDown", /^Letto/);
    await pressUntil(page, "ArrowRight", /10 febbraio 2027/);
    await pressUntil(page, "ArrowDown", /Casa Monteluce, 10 febbraio 2027: .+ previsto/);
    await keyboard.press("Enter");
    const card = page.getByRole("dialog", { name: /^Nucleo N-\d+$/ });
    await expect(card).toContainText("Casa Monteluce, U1");
    await expect(card).toContainText("Uscita prevista");
    await expect(card.getByRole("button", { name: "Registra ingresso" })).toBeVisible();
    await expectAccessible(page);
    await expect.poll(() => card.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    await focusByTab(page, "Registra ingresso");
    await keyboard.press("Enter");
    const step = page.getByRole("dialog", { name: "Registra l’ingresso" });
    await expect(step).toBeVisible();
    await focusByTab(page, "Registra ingresso");
    await keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Ingresso registrato" })).toBeVisible();
    await expect(step).toBeHidden();
    await expect(grid.locator("[data-focus-cell]")).toBeFocused();
    await expect.poll(() => heard(page)).toMatch(/Casa Monteluce, 10 febbraio 2027: nucleo .+, presente/);
  });
});

async function focusByTab(page: Page, name: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (let times = 0; times < 30 && (await focused()) !== name; times += 1) await page.keyboard.press("Tab");
  expect(await focused()).toBe(name);
}

test("what is chosen stands in the address and survives a reload; board and table are accessible and say the same @desktop", async ({ page }) => {
  await signIn(page, product, "manager", "/tabellone");
  const grid = page.getByRole("grid");
  await expect(grid.getByRole("rowheader", { name: /Rifugio Elce/ })).toBeVisible();
  await settled(page);
  await expectAccessible(page);

  await page.getByRole("radio", { name: "2 settimane" }).click();
  await page.getByRole("button", { name: "Giorni dopo" }).click();
  await expect(page).toHaveURL(/zoom=2w&from=2027-02-15|from=2027-02-15&zoom=2w/);
  await expect(grid).toHaveAttribute("aria-colcount", "15");
  await page.getByRole("button", { name: "Oggi", exact: true }).click();
  await page.getByRole("radio", { name: "Oltre il termine" }).click();
  await expect(page).toHaveURL(/only=overdue/);
  const overdue = grid.getByRole("gridcell", { name: /oltre il termine da 9 notti/ });
  await expect(overdue.first()).toContainText("oltre il termine");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Oltre il termine" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "2 settimane" })).toBeChecked();
  await expect(overdue.first()).toBeVisible();
  await expect(grid.getByRole("rowheader", { name: /Rifugio Elce/ })).toHaveCount(0);

  const code = /N-\d+/.exec((await overdue.first().textContent()) ?? "")?.[0] ?? "";
  await overdue.first().click();
  await expect(page.getByRole("dialog", { name: `Nucleo ${code}` })).toContainText("9 notti oltre il termine");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Tabella" }).click();
  await expect(page).toHaveURL(/view=table/);
  const line = page.getByRole("row").filter({ hasText: code }).first();
  await expect(line).toContainText("oltre 9 notti");
  await expectAccessible(page);
  await line.getByRole("button", { name: /^Dettagli: / }).click();
  await expect(page.getByRole("dialog", { name: `Nucleo ${code}` })).toContainText("9 notti oltre il termine");
});

test("on a phone the units one under the other, tonight and the next two weeks; a bar opens its card @phone", async ({ page }) => {
  await signIn(page, product, "operator", "/tabellone");
  const units = page.getByRole("region", { name: "Alloggi" });
  await expect(units.getByRole("button", { name: /^Rifugio Elce/ })).toBeVisible();
  await expect(page.getByRole("grid")).toHaveCount(0);
  await expectAccessible(page);
  await units.getByRole("button", { name: /^Letto 1: nucleo N-\d+ .+, presente/ }).first().tap();
  const card = page.getByRole("dialog", { name: /^Nucleo N-\d+$/ });
  await expect(card).toContainText("Rifugio Elce, U1");
  await expect(card.getByRole("button", { name: "Registra uscita" })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
