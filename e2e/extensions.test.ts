import { type Browser, expect, type Page, test } from "@playwright/test";
import { aHousehold, aPlacement, aUnit, step } from "../test/builders";
import { expectAccessible } from "./accessible";
import { callerOf, tokenOf } from "./caller";
import { ownProduct } from "./own-product";
import { signIn } from "./sign-in";
import { takeStep } from "./steps";

const TODAY = "2027-02-10";

let file: string;
let code: string;

test.use({ actionTimeout: 20_000 });

/** A woman in house until the limit of six months, and somebody who comes into her bed in October. */
const product = ownProduct({ today: TODAY }, async ({ url, home }) => {
  const manager = callerOf(url, tokenOf(home, "manager.perugia@demo.example"));
  const unit = await aUnit(manager, 1, {}, { name: "Casa della proroga" });
  const rule = { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 1, extensionLength: { months: 3 } };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
  const household = await aHousehold(manager);
  const placement = await aPlacement(manager, unit, TODAY, "2027-08-10", { householdId: household.id });
  await step(manager, placement, "arrival", { date: TODAY });
  await aPlacement(manager, unit, "2027-10-01", "2027-10-20");
  [file, code] = [`/nuclei/${household.id}`, household.code];
});

test("an extension is asked, refused with its grounds, asked again for a lease until the next occupant comes, and granted", { tag: "@desktop" }, async ({ browser }) => {
  const [operator, manager] = [await signedIn(browser, "operator"), await signedIn(browser, "manager")];

  await operator.goto(product.url + file);
  await askFor(operator, ["10", "09", "2027"], "nessuna alternativa");
  await expect(history(operator)).toContainText("in attesa");
  await expect(history(operator)).toContainText("fino al 10 settembre 2027");
  await expect(history(operator).getByRole("button", { name: "Decidi" })).toHaveCount(0);
  await expectAccessible(operator);

  await manager.goto(`${product.url}/oggi`);
  const waiting = manager.getByRole("region", { name: "I numeri di oggi" }).getByRole("link", { name: "Proroghe da decidere" });
  await waiting.click();
  await expect(manager).toHaveURL(/kind=extension/);
  await manager.getByRole("button", { name: `Decidi, ${code}` }).click();
  const dialog = manager.getByRole("dialog");
  await expect(dialog).toContainText("nessuna alternativa");
  await dialog.locator("label").filter({ hasText: "Rifiuta" }).click();
  await dialog.getByRole("button", { name: "Registra la decisione" }).click();
  await expect(dialog).toContainText("Scrivi perché");
  await dialog.getByRole("textbox", { name: "Motivazione" }).fill("Serve un percorso di uscita.");
  await expectAccessible(manager);
  await dialog.getByRole("button", { name: "Registra la decisione" }).click();
  await expect(dialog).toBeHidden();
  await expect(manager.getByRole("button", { name: `Decidi, ${code}` })).toBeHidden();

  await operator.reload();
  await expect(history(operator)).toContainText("Serve un percorso di uscita.");
  await openAsking(operator);
  await fillRequest(operator, ["10", "11", "2027"], "contratto di affitto che inizia a breve");
  const asking = operator.getByRole("dialog");
  await asking.getByRole("button", { name: "Invia la richiesta" }).click();
  await expect(asking).toContainText("Lo impedisce una permanenza dal 1 ottobre 2027");
  await expectAccessible(operator);
  await asking.getByRole("button", { name: "Usa il 1 ottobre 2027" }).click();
  await asking.getByRole("button", { name: "Invia la richiesta" }).click();
  await expect(asking).toBeHidden();
  await expect(history(operator).getByRole("listitem").first()).toContainText("in attesa");

  await manager.goto(product.url + file);
  await history(manager).getByRole("button", { name: "Decidi" }).click();
  await manager.getByRole("dialog").locator("label").filter({ hasText: "Concedi fino al 1 ottobre 2027" }).click();
  await manager.getByRole("dialog").getByRole("button", { name: "Registra la decisione" }).click();
  await expect(manager.getByRole("status").filter({ hasText: "Proroga concessa fino al 1 ottobre 2027" })).toBeVisible();
  await expect(history(manager).getByRole("listitem").first()).toContainText("concessa");
  await expect(manager.getByRole("region", { name: "Inserimenti" })).toContainText("1 ottobre 2027 (regola: 6 mesi)");
  await operator.reload();
  await openAsking(operator);
  await expect(operator.getByRole("dialog")).toContainText("Le proroghe previste dalla regola sono già state concesse");
});

test("the letters of a placement are read in five languages and printed on one sheet of A4", { tag: "@desktop" }, async ({ browser }) => {
  const operator = await signedIn(browser, "operator");
  await operator.goto(product.url + file);
  await operator.getByRole("link", { name: "Scrivi la lettera" }).first().click();
  await expect(operator).toHaveURL(/\/lettere\//);
  const letter = operator.getByRole("article");
  await expect(letter.getByRole("heading", { name: "Fine della permanenza" })).toBeVisible();
  await expect(letter).toContainText("Casa della proroga");
  await expectAccessible(operator);

  for (const [language, tag, direction, title] of [["Italiano facile", "it", "ltr", "Potete restare di più"], ["English", "en", "ltr", "Extension granted"], ["Français", "fr", "ltr", "Prolongation accordée"], ["العربية", "ar", "rtl", "الموافقة على التمديد"]] as const) {
    await operator.getByRole("button", { name: /Lingua della lettera/ }).click();
    await operator.getByRole("option", { name: language, exact: true }).click();
    if (language === "Italiano facile") {
      await operator.getByRole("button", { name: /Quale lettera/ }).click();
      await operator.getByRole("option", { name: "Decisione sulla proroga" }).click();
    }
    await expect(letter.getByRole("heading", { name: title })).toBeVisible();
    await expect(letter).toHaveAttribute("lang", tag);
    await expect(letter).toHaveAttribute("dir", direction);
    await expectAccessible(operator);
    const sheets = await operator.pdf({ preferCSSPageSize: true });
    expect(sheets.toString("latin1").match(/\/Type\s*\/Page\b/g), language).toHaveLength(1);
    expect(sheets.toString("latin1")).toMatch(/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  }
  await operator.emulateMedia({ media: "print" });
  await expect(operator.getByRole("banner")).toBeHidden();
  await expect(operator.getByRole("button", { name: "Stampa" })).toBeHidden();
  await expect(letter).toBeVisible();
});

test("a request is taken back by an operator on the phone", { tag: "@phone" }, async ({ browser }) => {
  const operator = await signedIn(browser, "operator");
  await operator.goto(product.url + file);
  await askFor(operator, ["10", "09", "2027"], "motivi di salute");
  await expectAccessible(operator);
  await history(operator).getByRole("button", { name: "Ritira la richiesta" }).click();
  await expect(operator.getByRole("status").filter({ hasText: "Richiesta di proroga ritirata" })).toBeVisible();
  await expect(history(operator).getByRole("listitem").first()).toContainText("ritirata");
});

const history = (page: Page) => page.getByRole("region", { name: "Proroghe" });

async function signedIn(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, product, role);
  return page;
}

async function openAsking(page: Page): Promise<void> {
  await takeStep(page, "Chiedi una proroga");
  await expect(page.getByRole("dialog")).toBeVisible();
}

async function fillRequest(page: Page, [day = "", month = "", year = ""]: string[], reason: string): Promise<void> {
  for (const [part, typed] of [["giorno", day], ["mese", month], ["anno", year]] as const) {
    await page.getByRole("dialog").getByRole("spinbutton", { name: new RegExp(`^${part},.*Fino a quando`) }).focus();
    await page.keyboard.type(typed);
  }
  await page.getByRole("dialog").getByRole("button", { name: /Motivo/ }).click();
  await page.getByRole("option", { name: reason, exact: true }).click();
}

async function askFor(page: Page, day: string[], reason: string): Promise<void> {
  await openAsking(page);
  await fillRequest(page, day, reason);
  await page.getByRole("dialog").getByRole("button", { name: "Invia la richiesta" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Proroga chiesta fino al" })).toBeVisible();
}
