import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Caller } from "../test/api";
import { aHousehold, aPlacement, aUnit, departure, step } from "../test/builders";
import { expectAccessible } from "./accessible";
import { callerOf, tokenOf } from "./caller";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";
import { takeStep } from "./steps";

const TODAY = "2027-02-10";
const ARRIVAL = "2026-09-20";

let caller: Caller;
let file: string;
let code: string;
let next: { code: string; file: string };

test.use({ actionTimeout: 20_000 });

/** A woman in her fifth month of six, and somebody who comes into her bed in May. */
const product = ownProduct({ today: TODAY }, async ({ url, home }) => {
  caller = callerOf(url, tokenOf(home, "manager.perugia@demo.example"));
  const unit = await aUnit(caller, 1, {}, { name: "Casa della proroga" });
  const rule = { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 1, extensionLength: { months: 3 } };
  expect((await caller("POST", "/stay-rules", { body: rule })).status).toBe(201);
  const household = await aHousehold(caller);
  const placement = await aPlacement(caller, unit, ARRIVAL, "2027-03-20", { householdId: household.id });
  await step(caller, placement, "arrival", { date: ARRIVAL });
  const following = await aHousehold(caller);
  await aPlacement(caller, unit, "2027-05-01", "2027-05-20", { householdId: following.id });
  [file, code] = [`/nuclei/${household.id}`, household.code];
  next = { code: following.code, file: `/nuclei/${following.id}` };
});

test("an extension is asked, refused with its grounds, asked again for a lease until the next occupant comes, and granted", { tag: "@desktop" }, async ({ browser }) => {
  const [operator, manager] = [await signedIn(browser, "operator"), await signedIn(browser, "manager")];

  await operator.goto(product.url + file);
  const ladder = operator.getByRole("list", { name: "Avvisi prima dell’uscita del 20 marzo 2027" }).getByRole("listitem");
  await expect(ladder).toHaveText([/60 giorni prima, raggiunto/, /30 giorni prima, da raggiungere/, /15 giorni prima/, /7 giorni prima/]);
  await askFor(operator, ["10", "04", "2027"], "nessuna alternativa");
  await expect(history(operator)).toContainText("in attesa");
  await expect(history(operator)).toContainText("fino al 10 aprile 2027");
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
  await fillRequest(operator, ["10", "06", "2027"], "contratto di affitto che inizia a breve");
  const asking = operator.getByRole("dialog");
  await asking.getByRole("button", { name: "Invia la richiesta" }).click();
  await expect(asking).toContainText("Lo impedisce una permanenza dal 1 maggio 2027");
  const inTheWay = asking.getByRole("list", { name: "Chi ha il posto in quei giorni" }).getByRole("link");
  await expect(inTheWay).toContainText(`${next.code}: `);
  await expect(inTheWay).toHaveAttribute("href", next.file);
  await expectAccessible(operator);
  await asking.getByRole("button", { name: "Usa il 1 maggio 2027" }).click();
  await asking.getByRole("button", { name: "Invia la richiesta" }).click();
  await expect(asking).toBeHidden();
  await expect(history(operator).getByRole("listitem").first()).toContainText("in attesa");

  await manager.goto(product.url + file);
  await history(manager).getByRole("button", { name: "Decidi" }).click();
  await manager.getByRole("dialog").locator("label").filter({ hasText: "Concedi fino al 1 maggio 2027" }).click();
  await manager.getByRole("dialog").getByRole("button", { name: "Registra la decisione" }).click();
  await expect(manager.getByRole("status").filter({ hasText: "Proroga concessa fino al 1 maggio 2027" })).toBeVisible();
  await expect(history(manager).getByRole("listitem").first()).toContainText("concessa");
  await expect(manager.getByRole("region", { name: "Inserimenti" })).toContainText("1 maggio 2027 (regola: 6 mesi)");
  await operator.reload();
  await openAsking(operator);
  await expect(asking).toContainText("Le proroghe previste dalla regola sono già state concesse");
  await fillRequest(operator, ["10", "06", "2027"], "motivi di salute");
  await asking.getByRole("button", { name: "Invia la richiesta" }).click();
  await asking.getByRole("button", { name: "Trasferisci questo nucleo" }).click();
  await expect(operator.getByRole("dialog", { name: "Trasferisci" })).toContainText("si può restare al massimo fino al 1 maggio 2027");
});

test("nights of two stays are counted together, and nights after their limit leave the house with a reason", { tag: "@desktop" }, async ({ page }) => {
  const unit = await aUnit(caller, 1, {}, { name: "Casa del contatore" });
  const rule = { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { days: 60 }, counting: "cumulative", clockGroup: "prova", maxExtensions: 0 };
  expect((await caller("POST", "/stay-rules", { body: rule })).status).toBe(201);
  const { id: householdId } = await aHousehold(caller);
  const before = await aPlacement(caller, unit, "2026-10-01", "2026-10-31", { householdId });
  await step(caller, before, "arrival", { date: "2026-10-01" });
  await step(caller, before, "departure", departure("2026-10-31"));
  await step(caller, await aPlacement(caller, unit, "2027-01-05", "2027-02-04", { householdId }), "arrival", { date: "2027-01-05" });

  await signIn(page, product, "operator", `/nuclei/${householdId}`);
  const clock = page.getByRole("region", { name: "Contatore di permanenza" });
  await expect(clock.getByRole("meter", { name: "Inserimenti contati insieme" })).toHaveAttribute("aria-valuetext", /^limite superato di 6 notti su 60/);
  await expect(clock.getByRole("list", { name: "Permanenze contate" }).getByRole("listitem")).toHaveText([/30 notti/, /36 notti/]);

  await takeStep(page, "Registra uscita");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("6 notti oltre l’uscita al più tardi");
  for (const [field, option] of [[/Motivo/, "autonomia raggiunta"], [/Destinazione/, "affitto privato"]] as const) {
    await dialog.getByRole("button", { name: field }).click();
    await pressOption(page.getByRole("option", { name: option, exact: true }));
  }
  await dialog.locator("label").filter({ hasText: /^autorizzata$/ }).click();
  await dialog.getByRole("button", { name: "Registra uscita" }).click();
  await expect(dialog).toContainText("Scrivi il motivo.");
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Perché" }).fill("La casa nuova non era pronta.");
  await dialog.getByRole("button", { name: "Registra uscita" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("autorizzata: La casa nuova non era pronta.");
});

test("a departure recorded wrongly is put right, then taken back, and what it said before stays in the file", { tag: "@desktop" }, async ({ page }) => {
  const { id: householdId } = await aHousehold(caller);
  const placement = await aPlacement(caller, await aUnit(caller, 1, {}, { name: "Casa delle correzioni" }), "2027-01-20", "2027-02-20", { householdId });
  await step(caller, placement, "arrival", { date: "2027-01-20" });
  await step(caller, placement, "departure", departure("2027-02-05"));

  await signIn(page, product, "operator", `/nuclei/${householdId}`);
  const places = page.getByRole("region", { name: "Inserimenti" });
  await places.getByRole("button", { name: "Correggi", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Registra la correzione" }).click();
  await expect(dialog).toContainText("è tutto come già registrato");
  await expect(dialog).toContainText("Scrivi che cosa era sbagliato.");
  await expectAccessible(page);
  await dialog.getByRole("spinbutton", { name: /^giorno,.*Giorno di uscita/ }).focus();
  await page.keyboard.type("04");
  await dialog.getByRole("button", { name: /Destinazione/ }).click();
  await pressOption(page.getByRole("option", { name: "presso amici", exact: true }));
  await dialog.getByRole("textbox", { name: "Che cosa era sbagliato" }).fill("Scritto nel giorno dopo.");
  await dialog.getByRole("button", { name: "Registra la correzione" }).click();
  await expect(dialog).toBeHidden();
  const corrections = page.getByRole("region", { name: "Correzioni" }).getByRole("listitem");
  await expect(corrections).toHaveText([/uscita il 4 febbraio 2027, non il 5 febbraio 2027; destinazione: presso amici, non .*Scritto nel giorno dopo\./]);

  await places.getByRole("button", { name: "Correggi", exact: true }).click();
  await dialog.locator("label").filter({ hasText: "Non è uscito" }).click();
  await dialog.getByRole("textbox", { name: "Che cosa era sbagliato" }).fill("Era un altro nucleo.");
  await dialog.getByRole("button", { name: "Registra la correzione" }).click();
  await expect(corrections.first()).toContainText("mai uscito, non il 4 febbraio 2027");
  await expect(places).toContainText("in corso");
  await expectAccessible(page);
});

test("a manager applies a stricter rule to a household that is there, with the exit that it allows", { tag: "@desktop" }, async ({ page }) => {
  const unit = await aUnit(caller, 1, {}, { name: "Casa della regola nuova" });
  const rule = { municipality: "G478", facilityId: unit.facilityId, maxExtensions: 0 };
  const { id: householdId } = await aHousehold(caller);
  expect((await caller("POST", "/stay-rules", { body: { ...rule, validFrom: "2020-01-01", maxStay: { months: 6 } } })).status).toBe(201);
  await step(caller, await aPlacement(caller, unit, "2027-01-10", "2027-06-01", { householdId }), "arrival", { date: "2027-01-10" });
  expect((await caller("POST", "/stay-rules", { body: { ...rule, validFrom: "2027-02-01", maxStay: { months: 3 } } })).status).toBe(201);

  await signIn(page, product, "manager", `/nuclei/${householdId}`);
  await takeStep(page, "Cambia regola");
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("label").filter({ hasText: "6 mesi (quella di ora)" })).toBeVisible();
  await dialog.locator("label").filter({ hasText: "3 mesi" }).click();
  await expect(dialog).toContainText("al più tardi il 10 aprile 2027 · l’uscita prevista il 1 giugno 2027 è oltre");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cambia regola" }).click();
  await dialog.getByRole("button", { name: "Usa il 10 aprile 2027" }).click();
  await dialog.getByRole("button", { name: "Cambia regola" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Regola applicata: al più tardi il 10 aprile 2027" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("10 aprile 2027 (regola: 3 mesi)");
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
    await pressOption(operator.getByRole("option", { name: language, exact: true }));
    if (language === "Italiano facile") {
      await operator.getByRole("button", { name: /Quale lettera/ }).click();
      await pressOption(operator.getByRole("option", { name: "Decisione sulla proroga" }));
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
  await askFor(operator, ["10", "04", "2027"], "motivi di salute");
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
  await pressOption(page.getByRole("option", { name: reason, exact: true }));
}

async function askFor(page: Page, day: string[], reason: string): Promise<void> {
  await openAsking(page);
  await fillRequest(page, day, reason);
  await page.getByRole("dialog").getByRole("button", { name: "Invia la richiesta" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Proroga chiesta fino al" })).toBeVisible();
}
