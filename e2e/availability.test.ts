import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";
import { takeStep } from "./steps";

const product = ownProduct({ today: "2027-02-10" });

const FAMILY = "/disponibilita?municipality=G478&from=2027-03-01&until=2027-06-01&adults=1&minorAges=7,3";

test("what is chosen stands in the address, a colleague sees the same, and back goes back", async ({ page, browser }) => {
  await signIn(page, product, "operator", "/disponibilita");
  await openFields(page);
  await page.getByRole("button", { name: /28 notti/ }).last().click();
  await page.getByRole("dialog", { name: "Quante notti" }).getByRole("button", { name: "7 notti" }).click();
  await expect(page).toHaveURL(/from=2027-02-10&until=2027-02-17/);
  await page.getByRole("button", { name: "senza gradini" }).click();
  await expect(page).toHaveURL(/features=step_free/);
  await closeFields(page);
  const seen = await outcomes(page);

  const colleague = await (await browser.newContext({ locale: "it-IT", timezoneId: "Europe/Rome" })).newPage();
  await signIn(colleague, product, "social_worker", "/disponibilita");
  await colleague.goto(page.url());
  expect(await outcomes(colleague)).toEqual(seen);
  await expect(colleague.getByRole("button", { name: /^Assegna/ })).toHaveCount(0);
  await colleague.context().close();

  await page.goBack();
  await expect(page).not.toHaveURL(/features=/);
  await expect(page).toHaveURL(/until=2027-02-17/);
  await page.goBack();
  await expect(page).not.toHaveURL(/until=/);
});

test("the fields, with every list open, are for everybody", async ({ page }) => {
  await signIn(page, product, "operator", FAMILY);
  await expect(verdict(page)).toContainText("alloggi adatti");
  await expectAccessible(page);
  await openFields(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: /1 adulto, 2 minori/ }).last().click();
  await page.getByRole("combobox", { name: "Cerca un nucleo già registrato" }).fill("Okafor");
  await expect(page.getByRole("option", { name: /Famiglia Okafor/ })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${product.url}/nuclei/nuovo`);
  await page.getByRole("combobox", { name: "Cittadinanza" }).fill("Maroc");
  await expect(page.getByRole("option", { name: "Marocco" })).toBeVisible();
  await expectAccessible(page);
});

test("by the keyboard alone: why, and assign with the bed filled in @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/disponibilita?adults=1&adultGenders=female");
  const shared = unit(page, "Rifugio Elce", "U1");
  const why = shared.getByRole("button", { name: /^Perché/ });
  await why.focus();
  await page.keyboard.press("Enter");
  await expect(why).toHaveAttribute("aria-expanded", "true");
  await expect(shared.getByRole("list", { name: /Condizioni/ })).toContainText("Alloggio riservato alle donne");

  await page.keyboard.press("Tab");
  await expect(shared.getByRole("button", { name: /^Assegna/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Assegna U1/ });
  await dialog.getByRole("combobox", { name: "Cerca il nucleo" }).focus();
  await page.keyboard.type("Huamani");
  await expect(page.getByRole("option", { name: /Rosa Huamani/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("Rosa Huamani");
  // In a shared room the bed is filled in, and may be another.
  await expect(dialog.getByRole("button", { name: /Rosa Huamani/ })).toContainText("letto 3");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("where only time is in the way, the day is said and one press takes it", async ({ page }) => {
  await signIn(page, product, "operator", FAMILY);
  const later = page.getByRole("listitem").filter({ hasText: /libero dal 6 marzo 2027/ }).filter({ has: page.getByRole("button", { name: /^Assegna dal 6 mar/ }) }).last();
  await expect(later).toContainText("5 giorni dopo");
  await later.getByRole("button", { name: /^Assegna dal 6 mar/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("92 notti");
  await expect(dialog.getByRole("spinbutton", { name: /^giorno,.*Data inizia/ })).toHaveText("06");
  // Until the answer is there nobody is offered: a household found before would make room for another under the finger.
  let answer = () => {};
  const answering = new Promise<void>((resolve) => { answer = resolve; });
  await page.route(/\/households\?.*q=Okafor/, async (route) => { await answering; await route.continue(); });
  const families = page.getByRole("option", { name: /Famiglia Okafor/ });
  await dialog.getByRole("combobox", { name: "Cerca il nucleo" }).click();
  await expect(families).toBeVisible();
  await dialog.getByRole("combobox", { name: "Cerca il nucleo" }).fill("Okafor");
  await expect(families).toHaveCount(0);
  answer();
  // Who was picked is there at once, before the file is.
  await page.route(/\/households\/[0-9a-f-]+$/, (route) => route.abort());
  await pressOption(families);
  await expect(dialog.getByText(/Famiglia Okafor/)).toBeVisible();
  await page.unroute(/\/households\/[0-9a-f-]+$/);
  await dialog.getByRole("button", { name: "Conferma l’assegnazione" }).click();
  await expect(page).toHaveURL(/\/nuclei\//);
  await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("6 marzo 2027");

  // Called off again, so that the next test finds what this one found.
  await takeStep(page, "Annulla inserimento");
  await page.getByRole("dialog").getByRole("button", { name: /Motivo/ }).click();
  await pressOption(page.getByRole("option", { name: "ha trovato un’altra soluzione", exact: true }));
  await page.getByRole("dialog").getByRole("button", { name: "Annulla l’inserimento" }).click();
  await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("annullato");
});

test("nothing fits: the smallest changes are said, and one press makes each", async ({ page }) => {
  const asked = "/disponibilita?municipality=G478&from=2027-03-01&adults=1&minorAges=7,3";
  await signIn(page, product, "operator", `${asked}&until=2027-12-01`);
  await expect(verdict(page)).toContainText("Nessun alloggio adatto");
  await page.getByRole("button", { name: /^Uscita entro il 1 settembre 2027/ }).click();
  await expect(page).toHaveURL(/until=2027-09-01/);
  await expect(unit(page, "Rifugio Elce", "U4")).toContainText("adatto");

  await page.goto(`${product.url}${asked}&until=2027-06-01&features=step_free,cot&kind=emergency_shelter`);
  await expect(verdict(page)).toContainText("Nessun alloggio adatto");
  await page.getByRole("button", { name: /^Senza “culla”/ }).click();
  await expect(page).toHaveURL(/features=step_free(&|$)/);
  await expect(unit(page, "Rifugio Elce", "U4")).toContainText("adatto");

  await page.goto(`${product.url}${asked}&until=2027-06-01&kind=social_housing`);
  await page.getByRole("button", { name: /^Tipo “/ }).first().click();
  await expect(page).not.toHaveURL(/kind=social_housing/);
  await expect(verdict(page)).not.toContainText("Nessun");
});

test("a coordinator is told where else in the network there is a place @desktop", async ({ page }) => {
  await signIn(page, product, "coordinator@demo.example", FAMILY);
  await page.getByRole("button", { name: /^Anche a .*\(rete\)/ }).first().click();
  await expect(page).toHaveURL(/municipality=(?!G478)[A-Z]\d{3}/);
  await expect(verdict(page)).not.toContainText("Nessun");
  await expect(page.getByRole("region", { name: "Risultati" }).getByRole("button", { name: /^Assegna/ })).toHaveCount(0);
});

function verdict(page: Page) {
  return page.getByRole("heading", { level: 2, name: /adatt/ });
}

/** Each unit with what is said of it. */
async function outcomes(page: Page): Promise<string[]> {
  await expect(page.getByRole("region", { name: "Risultati" }).getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  return page.getByRole("region", { name: "Risultati" }).locator("li[data-fits]").evaluateAll((units) => units.map((each) => `${each.querySelector("h3")?.textContent} ${each.getAttribute("data-fits")}`));
}

function unit(page: Page, facility: string, name: string) {
  return page
    .getByRole("region", { name: facility, exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name: new RegExp(`^${name} `) }) });
}

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 640;

/** On a phone the fields stand in a sheet. */
async function openFields(page: Page): Promise<void> {
  if (!isPhone(page)) return;
  await page.getByRole("button", { name: /Cambia$/ }).click();
  await expect(page.getByRole("dialog", { name: "Ricerca di un posto" })).toBeVisible();
}

async function closeFields(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole("button", { name: /^Mostra/ }).click();
}
