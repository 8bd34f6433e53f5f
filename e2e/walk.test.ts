import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { fillSignIn } from "./sign-in";
import { takeStep } from "./steps";

/** A mother with two children is to come on the first of next month, for three months. */
const SEARCHED_ON = "2027-02-10";
const ARRIVAL = "2027-03-01";
const EXIT = "2027-06-01";
const LEAVES_ON = "2027-05-20";
const AFTER_TURNAROUND = "2027-05-24";

const product = ownProduct({ today: SEARCHED_ON });

test.describe.configure({ mode: "serial" });

test("from a search to a free bed again", async ({ page }) => {
  await test.step("sign in", async () => {
    await page.goto(product.url);
    await expect(page).toHaveURL(/\/accesso/);
    await expectAccessible(page);
    await fillSignIn(page, "operator.perugia@demo.example", "not the password");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Indirizzo e-mail o password non corretti");
    await fillSignIn(page, "operator.perugia@demo.example", product.password);
    await expect(page).toHaveURL(/\/oggi/);
    await page.getByRole("link", { name: "Trova un posto" }).first().click();
    await expect(page).toHaveURL(/\/disponibilita/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Disponibilità");
  });

  await test.step("search for the household and the three months", async () => {
    // On a phone the fields stand in a sheet.
    const isPhone = (page.viewportSize()?.width ?? 0) < 640;
    if (isPhone) await page.getByRole("button", { name: /Cambia$/ }).click();
    if (isPhone) await expect(page.getByRole("dialog", { name: "Ricerca di un posto" })).toBeVisible();
    await typeDay(page, "Data inizia", ARRIVAL);
    await typeDay(page, "Data finale", EXIT);
    await expect(page.getByRole("button", { name: /92 notti/ }).last()).toBeVisible();
    await page.getByRole("button", { name: /1 adulto/ }).last().click();
    await page.getByRole("combobox", { name: "Cerca un nucleo già registrato" }).fill("Okafor");
    await pressOption(page.getByRole("option", { name: /Famiglia Okafor/ }));
    await expect(page.getByRole("button", { name: /Famiglia Okafor/ }).last()).toBeVisible();
    if (isPhone) await page.getByRole("button", { name: /^Mostra/ }).click();
    await expect(page).toHaveURL(/householdId=/);
    await expect(unit(page, "Rifugio Elce", "U4")).toContainText("adatto");
    await expectAccessible(page);
  });

  await test.step("read why two units do not fit", async () => {
    const small = unit(page, "Rifugio Elce", "U5");
    await expect(small).toContainText("Servono 3 posti letto, l’alloggio ne ha 2.");
    const shared = unit(page, "Rifugio Elce", "U1");
    await shared.getByRole("button", { name: /Perché/ }).click();
    await expect(shared.getByRole("list", { name: /Condizioni/ })).toContainText("Un minore dividerebbe la stanza con adulti estranei");
    await expect(shared.getByRole("list", { name: /Condizioni/ })).toContainText("Cerca un intero alloggio.");
    await expectAccessible(page);
  });

  await test.step("the same in English, and back", async () => {
    await chooseLanguage(page, "English");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Availability");
    await expect(unit(page, "Rifugio Elce", "U5")).toContainText(/needs? 3|3 beds|beds/i);
    await expectAccessible(page);
    await chooseLanguage(page, "Italiano");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Disponibilità");
  });

  await test.step("assign the one that fits", async () => {
    await unit(page, "Rifugio Elce", "U4").getByRole("button", { name: /Assegna/ }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Famiglia Okafor");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Conferma l’assegnazione" }).click();
    await expect(page).toHaveURL(/\/nuclei\//);
  });

  await test.step("her file tells the latest exit under the six-month rule", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Famiglia Okafor");
    const placements = page.getByRole("region", { name: "Inserimenti" });
    await expect(placements).toContainText("previsto");
    await expect(placements).toContainText("1 settembre 2027 (regola: 6 mesi)");
    await expectAccessible(page);
  });

  await test.step("an exit beyond the limit is refused in words", async () => {
    await takeStep(page, "Cambia uscita");
    const dialog = page.getByRole("dialog");
    await typeDay(page, "Nuova uscita prevista", "2027-10-01");
    await dialog.getByRole("button", { name: "Salva" }).click();
    await expect(dialog.getByRole("alert")).toContainText("al massimo fino al 1 settembre 2027");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Annulla" }).click();
    await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("1 giugno 2027");
  });

  await test.step("check her in on the day", async () => {
    await onTheDay(ARRIVAL);
    await page.reload();
    await page.getByRole("button", { name: "Registra ingresso" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Registra ingresso" }).click();
    await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("in corso");
  });

  await test.step("record the departure", async () => {
    await onTheDay(LEAVES_ON);
    await page.reload();
    await page.getByRole("button", { name: "Registra uscita" }).click();
    const dialog = page.getByRole("dialog");
    await choose(page, "Motivo", "autonomia raggiunta");
    await choose(page, "Destinazione", "affitto privato");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Registra uscita" }).click();
    const placements = page.getByRole("region", { name: "Inserimenti" });
    await expect(placements).toContainText("concluso");
    await expect(placements).toContainText(/affitto privato/i);
  });

  await test.step("the bed is free again", async () => {
    await page.goto(`${product.url}/disponibilita?from=${AFTER_TURNAROUND}&until=2027-07-01&adults=1&minorAges=7,3`);
    await expect(unit(page, "Rifugio Elce", "U4")).toContainText("4 letti liberi su 4");
    await expect(unit(page, "Rifugio Elce", "U4")).toContainText("adatto");
    // On a phone what finds no room in the bar stands in a sheet.
    const more = page.getByRole("button", { name: "Altro", exact: true });
    if (await more.isVisible()) await more.click();
    await page.getByRole("link", { name: "Strutture" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strutture");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Rifugio Elce" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rifugio Elce");
    await expectAccessible(page);
  });
});

/** The product on another day, with the same data and under the same address. */
async function onTheDay(today: string): Promise<void> {
  await product.again({ today });
}

function unit(page: Page, facility: string, name: string) {
  return page
    .getByRole("region", { name: facility, exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name: new RegExp(`^${name} `) }) });
}

/** Types a day into the parts of a date field, whose names begin with its label. */
async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  for (const [part, text] of [["giorno", date], ["mese", month], ["anno", year]] as const) {
    const segment = page.getByRole("spinbutton", { name: new RegExp(`^${part},.*${label}`) });
    await segment.focus();
    await page.keyboard.type(text);
  }
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: new RegExp(label) }).click();
  await pressOption(page.getByRole("option", { name: option }));
}

async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.getByRole("button", { name: /^(Lingua|Language)/ }).click();
  await page.getByRole("menuitemradio", { name: language }).click();
}
