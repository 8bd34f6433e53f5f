import { expect, type Page, test } from "@playwright/test";
import type { Caller } from "../test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltUnit, step } from "../test/builders";
import { expectAccessible } from "./accessible";
import { callerOf, tokenOf } from "./caller";
import { barOn, drag, gridOf, openBoard, spotOf, TODAY } from "./on-board";
import { ownProduct } from "./own-product";
import { signIn } from "./sign-in";

let manager: Caller;
const product = ownProduct({ today: TODAY }, async ({ url, home }) => {
  manager = callerOf(url, tokenOf(home, "manager.perugia@demo.example"));
});

test.use({ actionTimeout: 20_000 });

const bedId = (unit: BuiltUnit, number: number): string => unit.beds[number - 1]?.id ?? "";

async function inHouse(unit: BuiltUnit, familyName: string): Promise<BuiltHousehold> {
  const household = await aHousehold(manager, [{ givenName: "Rosa", familyName }]);
  await step(manager, await aPlacement(manager, unit, "2027-02-01", "2027-02-20", { householdId: household.id }), "arrival", { date: "2027-02-01" });
  return household;
}

test("two people drag onto one bed: both see what the other does, one has it, the other is told who has it and until when @desktop", async ({ page, browser }) => {
  const unit = await aUnit(manager, 3, { name: "Stanza 1" }, { name: "Casa dei Due" });
  const [one, two, three] = [bedId(unit, 1), bedId(unit, 2), bedId(unit, 3)];
  const [first, second] = [await inHouse(unit, "Primi"), await inHouse(unit, "Secondi")];
  const colleague = await (await browser.newContext({ locale: "it-IT", timezoneId: "Europe/Rome", viewport: { width: 1440, height: 900 } })).newPage();
  await openBoard(page, product, unit);
  await openBoard(colleague, product, unit, "manager");
  for (const window of [page, colleague]) await expect(window.getByText("in diretta", { exact: true })).toBeVisible();

  // Neither knows of the other: both have the bed before them as free.
  await drag(page, await spotOf(page, one, "2027-02-14"), await spotOf(page, three, "2027-02-14"));
  await drag(colleague, await spotOf(colleague, two, "2027-02-14"), await spotOf(colleague, three, "2027-02-14"));
  for (const window of [page, colleague]) await expect(window.getByRole("dialog").getByRole("button", { name: "Conferma il trasferimento" })).toBeVisible();

  await page.getByRole("dialog").getByRole("button", { name: "Conferma il trasferimento" }).click();
  const taken = new RegExp(`nucleo ${first.code} dal 10 febbraio al 20 febbraio, presente`);
  await expect(barOn(page, three, taken)).toBeVisible();
  // Behind the dialog it is on the colleague's board too, without anything being pressed.
  await expect(colleague.locator(`[data-line="${three}"] [aria-colspan]`).filter({ hasText: first.code })).toBeVisible();
  await colleague.getByRole("dialog").getByRole("button", { name: "Conferma il trasferimento" }).click();
  const refused = colleague.getByRole("dialog").getByRole("alert");
  await expect(refused).toContainText(first.code);
  await expect(refused).toContainText("20 febbraio 2027");
  await expectAccessible(colleague);
  await colleague.keyboard.press("Escape");
  await expect(barOn(colleague, two, new RegExp(`nucleo ${second.code} dal 1 febbraio al 20 febbraio, presente`))).toBeVisible();
  await colleague.context().close();
});

test("where changes are not heard of, the board says so @desktop", async ({ page }) => {
  await page.route("**/api/v1/events?**", (route) => route.abort());
  await signIn(page, product, "operator", "/tabellone");
  await expect(page.getByText("non in diretta", { exact: true })).toBeVisible();
});

test("filtered by needs in the address, printed whole, and whole at twice the size; dark and in English too @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/tabellone");
  await page.getByRole("button", { name: "senza gradini" }).click();
  await expect(page).toHaveURL(/features=step_free/);
  await expect(gridOf(page).getByRole("rowheader", { name: /^U4/ })).toBeVisible();
  await expect(gridOf(page).getByRole("rowheader", { name: /^Rifugio San Sisto/ })).toHaveCount(0);
  await page.getByRole("button", { name: "senza gradini" }).click();
  await expect(page).not.toHaveURL(/features=/);

  await page.setViewportSize({ width: 960, height: 540 });
  await expect(gridOf(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(960);
  const lines = Number(await gridOf(page).getAttribute("aria-rowcount"));
  expect(await drawnLines(page)).toBeLessThan(lines);
  // What a browser says before it takes the page: by then all of it has to be there.
  const atOnce = await page.evaluate(async () => {
    window.dispatchEvent(new Event("beforeprint"));
    await Promise.resolve();
    const drawn = document.querySelectorAll("[role=grid] [role=row]").length;
    window.dispatchEvent(new Event("afterprint"));
    return drawn;
  });
  expect(atOnce).toBeGreaterThanOrEqual(lines);
  await expect.poll(() => drawnLines(page)).toBeLessThan(lines);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => drawnLines(page)).toBeGreaterThanOrEqual(lines);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Tabella" }).click();
  const inTable = page.getByRole("table", { name: "Posti letto" }).getByRole("row");
  await expect(inTable).toHaveCount(26);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => inTable.count()).toBeGreaterThan(26);
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await page.getByRole("button", { name: "Tabella" }).click();
  await expect(gridOf(page)).toBeVisible();
  await expectAccessible(page);

  // Twice the size on a smaller screen: the units one under the other, as on a phone.
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(page.getByRole("region", { name: "Alloggi" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.context().addCookies([{ name: "postoletto-language", value: "en", url: product.url }]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bed board");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
});

const drawnLines = (page: Page) => gridOf(page).getByRole("row").count();
