import { expect, type Page, test } from "@playwright/test";
import type { Caller } from "../test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltUnit, step } from "../test/builders";
import { expectAccessible } from "./accessible";
import { callerOf, tokenOf } from "./caller";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";
import { takeStep } from "./steps";

const TODAY = "2027-02-10";
const ARRIVAL = "2027-02-01";

let manager: Caller;

const product = ownProduct({ today: TODAY }, async ({ url, home }) => {
  manager = callerOf(url, tokenOf(home, "manager.perugia@demo.example"));
});

test.use({ actionTimeout: 20_000 });

const adult = (givenName: string, familyName: string, gender = "female") => ({ givenName, familyName, gender, birthDate: "1985-05-05" });
const room = (name: string, beds: number, facility: Record<string, unknown> = {}): Promise<BuiltUnit> => aUnit(manager, beds, { name: "Stanza 1" }, { name, ...facility });
const dialogOf = (page: Page) => page.getByRole("dialog");
const placements = (page: Page) => page.getByRole("region", { name: "Inserimenti" });
const told = (page: Page, text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

/** These people together in the unit since the beginning of the month. */
async function inHouse(unit: BuiltUnit, people: ReturnType<typeof adult>[]): Promise<BuiltHousehold> {
  const household = await aHousehold(manager, people);
  await step(manager, await aPlacement(manager, unit, ARRIVAL, "2027-03-20", { householdId: household.id }), "arrival", { date: ARRIVAL });
  return household;
}

async function choose(page: Page, field: RegExp, option: string): Promise<void> {
  await dialogOf(page).getByRole("button", { name: field }).click();
  await pressOption(page.getByRole("option", { name: option, exact: true }));
}

test("one of two is transferred on a phone: a day to come is refused in place, why they part is asked, and the file tells who is where", { tag: "@phone" }, async ({ page }) => {
  const unit = await room("Casa dei Tigli", 2);
  const rule = { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 0 };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
  await room("Casa dei Pini", 2);
  const household = await inHouse(unit, [adult("Rosa", "Moretti"), adult("Lia", "Moretti")]);
  await signIn(page, product, "operator", `/nuclei/${household.id}`);
  await takeStep(page, "Trasferisci");
  const dialog = dialogOf(page);
  await expect(dialog).toContainText("l’uscita prevista resta il 20 marzo 2027 e si può restare al massimo fino al 1 agosto 2027");
  await dialog.locator("label").filter({ hasText: "Rosa Moretti" }).click();
  await dialog.getByRole("combobox", { name: /Cerca tra gli alloggi/ }).fill("pini");
  // The list has found its place once it is filtered.
  await expect(page.getByRole("option")).toHaveCount(1);
  await pressOption(page.getByRole("option", { name: /Casa dei Pini/ }));
  await expect(dialog.getByRole("button", { name: /Lia Moretti/ })).toContainText("letto 1");
  await choose(page, /Lia Moretti/, "letto 2");

  await dialog.getByRole("button", { name: "Conferma il trasferimento" }).click();
  await expect(dialog).toContainText("Scrivi perché le persone vanno in alloggi diversi.");
  await dialog.getByRole("textbox", { name: /Perché il nucleo si divide/ }).fill("Lia lavora di notte.");
  await dialog.getByRole("spinbutton", { name: /^giorno,/ }).focus();
  await page.keyboard.type("11");
  await dialog.getByRole("button", { name: "Conferma il trasferimento" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "è nel futuro" })).toBeInViewport();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await dialog.getByRole("spinbutton", { name: /^giorno,/ }).focus();
  await page.keyboard.type("10");
  await dialog.getByRole("button", { name: "Conferma il trasferimento" }).click();
  await told(page, "Trasferimento registrato in Stanza 1, Casa dei Pini");

  const parts = page.getByRole("region", { name: "Chi è stato dove" });
  await expect(parts).toContainText("Lia Moretti: Stanza 1, Casa dei Pini, letto 2");
  await expect(parts.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByRole("list", { name: "Gli inserimenti nel tempo" })).toContainText("Lia: Stanza 1, Casa dei Pini: dal 10 febbraio 2027");

  // It was the day before.
  await takeStep(page, "Correggi");
  await dialog.locator("label").filter({ hasText: "Rosa Moretti" }).click();
  await dialog.getByRole("spinbutton", { name: /^giorno,.*Giorno del trasferimento/ }).focus();
  await page.keyboard.type("09");
  await dialog.getByRole("textbox", { name: "Che cosa era sbagliato" }).fill("Era il giorno prima.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Registra la correzione" }).click();
  await expect(page.getByRole("region", { name: "Correzioni" }).getByRole("listitem")).toHaveText([/Lia Moretti: trasferimento il 9 febbraio 2027, non il 10 febbraio 2027/]);
  await expect(page.getByRole("list", { name: "Gli inserimenti nel tempo" })).toContainText("Lia: Stanza 1, Casa dei Pini: dal 9 febbraio 2027");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("two households exchange their rooms: what stands against one is read in place, and set aside with a reason", { tag: "@desktop" }, async ({ page }) => {
  const [one, other] = [await room("Casa Nord", 1), await room("Casa Sud", 1, { genderPolicy: "women" })];
  const here = await inHouse(one, [adult("Bruno", "Galli", "male")]);
  await inHouse(other, [adult("Carla", "Fonti")]);
  await signIn(page, product, "manager", `/nuclei/${here.id}`);
  await takeStep(page, "Scambia");
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: "Conferma lo scambio" }).click();
  await expect(dialog).toContainText("Scegli l’altro nucleo.");
  await dialog.getByRole("combobox").fill("fonti");
  await pressOption(page.getByRole("option", { name: /Carla Fonti/ }));
  const sides = dialog.getByRole("region", { name: "Che cosa cambia" });
  await expect(sides).toContainText("Bruno Galli");
  await expect(sides.getByRole("definition").first()).toHaveText("Stanza 1, Casa Nord");
  await dialog.getByRole("button", { name: "Conferma lo scambio" }).click();
  await expect(dialog.getByRole("alert")).toContainText("riservato alle donne");
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: /Motivo della deroga/ }).fill("Una notte sola, in accordo con l’ente.");
  await dialog.getByRole("button", { name: "Conferma lo scambio" }).click();
  await told(page, "Scambio registrato");
  await expect(placements(page).getByRole("heading", { name: /Casa Sud/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Chi è stato dove" })).toContainText("Casa Nord");
});

test("somebody who came later takes a bed with the others, and leaves before them", { tag: "@desktop" }, async ({ page }) => {
  const household = await inHouse(await room("Casa Rosa", 2), [adult("Anna", "Verdi")]);
  const joined = await manager("POST", `/households/${household.id}/members`, { body: { ...adult("Nino", "Verdi", "male"), role: "partner", citizenship: "IT" } });
  expect(joined.status, JSON.stringify(joined.body)).toBe(201);
  await signIn(page, product, "operator", `/nuclei/${household.id}`);
  await page.getByRole("button", { name: "Dai un posto letto a Nino Verdi" }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("button", { name: /Posto letto/ })).toContainText("letto 2");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Registra l’ingresso" }).click();
  await told(page, "Nino Verdi ha un posto con il nucleo");
  await expect(page.getByRole("region", { name: "Chi è stato dove" })).toContainText("Nino Verdi: Stanza 1, Casa Rosa, letto 2");
  await expect(page.getByRole("button", { name: "Dai un posto letto a Nino Verdi" })).toBeHidden();

  await takeStep(page, "Registra uscita");
  await dialog.locator("label").filter({ hasText: "Anna Verdi" }).click();
  await choose(page, /Motivo/, "autonomia raggiunta");
  await choose(page, /Destinazione/, "affitto privato");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Registra uscita" }).click();
  await told(page, "Uscita registrata: gli altri restano");
  await expect(placements(page)).toContainText("in corso");
  await expect(page.getByRole("region", { name: "Chi è stato dove" }).getByRole("listitem").filter({ hasText: "Nino Verdi" })).toContainText("autonomia raggiunta · affitto privato");
});

test("a household is divided, and the new one goes on with its bed and its clock", { tag: "@desktop" }, async ({ page }) => {
  const household = await inHouse(await room("Casa Lunga", 2), [adult("Gina", "Neri"), adult("Pia", "Bassi")]);
  await signIn(page, product, "operator", `/nuclei/${household.id}`);
  await page.getByRole("button", { name: "Dividi il nucleo" }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: "Dividi il nucleo" }).click();
  await expect(dialog).toContainText("Scegli almeno una persona.");
  await dialog.locator("label").filter({ hasText: "Pia Bassi" }).click();
  await expect(dialog).toContainText("Restano (Gina Neri): 9 notti usate");
  await expect(dialog).toContainText("Nuovo nucleo (Pia Bassi): 9 notti usate");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Dividi il nucleo" }).click();
  await told(page, "Nuovo nucleo N-");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pia Bassi");
  await expect(placements(page).getByRole("heading", { name: /Casa Lunga/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Contatore di permanenza" })).toContainText("Pia Bassi");
});
