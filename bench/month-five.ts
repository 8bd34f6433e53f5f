import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { callerOf, tokenOf } from "../e2e/caller";
import { signIn } from "../e2e/sign-in";
import { type Product, startProduct, temporaryHome } from "../e2e/start";
import { takeStep } from "../e2e/steps";
import { findChromium } from "../scripts/chromium.mjs";
import { projectRoot } from "../scripts/project.mjs";
import { aHousehold, aPlacement, aUnit, step } from "../test/builders";

// npm run month-five: a family of Perugia in its fifth month of six, from the first notice to the letter, into screenshots/month-five/.
const TODAY = "2027-02-24";
const ARRIVAL = "2026-09-20";

const folder = join(projectRoot, "screenshots", "month-five");
const { home, remove } = await temporaryHome();
const product = await startProduct({ home, today: TODAY, isEmbedded: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  await mkdir(folder, { recursive: true });
  await picturesOf(product, browser);
} finally {
  await browser.close();
  await product.stop();
  await remove();
}

type Family = { file: string; placementId: string };

/** A mother and her child under a rule of six months with one extension of three, and somebody who comes in June. */
async function settle({ url }: Product): Promise<Family> {
  const manager = callerOf(url, tokenOf(home, "manager.perugia@demo.example"));
  const unit = await aUnit(manager, 2, { name: "Appartamento 2", letting: "whole_unit" }, { name: "Casa dei Ciliegi", kind: "cohousing" });
  await manager("POST", "/stay-rules", { body: { municipality: "G478", facilityId: unit.facilityId, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 1, extensionLength: { months: 3 } } });
  const { id: householdId } = await aHousehold(manager, [{ givenName: "Amina", familyName: "Diallo", birthDate: "1993-04-12" }, { givenName: "Sira", familyName: "Diallo", birthDate: "2019-08-30", role: "child" }]);
  const placement = await aPlacement(manager, unit, ARRIVAL, "2027-03-20", { householdId });
  await step(manager, placement, "arrival", { date: ARRIVAL });
  await aPlacement(manager, unit, "2027-06-01", "2027-08-01");
  return { file: `/nuclei/${householdId}`, placementId: placement.id };
}

async function picturesOf(started: Product, chrome: Browser): Promise<void> {
  const { file, placementId } = await settle(started);
  const open = async (role: string, path: string) => {
    const page = await (await chrome.newContext({ locale: "it-IT", timezoneId: "Europe/Rome", reducedMotion: "reduce", viewport: { width: 1440, height: 900 } })).newPage();
    await signIn(page, started, role, path);
    return page;
  };
  const [operator, manager] = [await open("operator", file), await open("manager", file)];
  await picture(operator, "1-ladder");

  await ask(operator, ["30", "04"], "nessuna alternativa");
  await picture(operator, "2-asked");
  await decide(manager, "Rifiuta", "Serve un percorso di uscita con date: risentiamoci con il contratto.");
  await operator.reload();
  await picture(operator, "3-refused");

  await ask(operator, ["10", "06"], "contratto di affitto che inizia a breve");
  await operator.getByRole("list", { name: "Chi ha il posto in quei giorni" }).waitFor();
  await picture(operator, "4-who-is-in-the-way");
  await operator.getByRole("button", { name: "Usa il 1 giugno 2027" }).click();
  await operator.getByRole("dialog").getByRole("button", { name: "Invia la richiesta" }).click();
  await operator.getByRole("dialog").waitFor({ state: "hidden" });
  await decide(manager, "Concedi", "Il contratto inizia il 1 giugno.");
  await operator.reload();
  await picture(operator, "5-granted");
  await operator.goto(`${started.url}/lettere/${placementId}`);
  await picture(operator, "6-letter");
}

async function ask(page: Page, [day = "", month = ""]: string[], reason: string): Promise<void> {
  await takeStep(page, "Chiedi una proroga");
  for (const [part, typed] of [["giorno", day], ["mese", month], ["anno", "2027"]] as const) {
    await page.getByRole("dialog").getByRole("spinbutton", { name: new RegExp(`^${part},.*Fino a quando`) }).focus();
    await page.keyboard.type(typed);
  }
  await page.getByRole("dialog").getByRole("button", { name: /Motivo/ }).click();
  await page.getByRole("option", { name: reason, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Invia la richiesta" }).click();
  await page.getByRole("alert").or(page.getByRole("status").filter({ hasText: "Proroga chiesta" })).first().waitFor();
}

async function decide(page: Page, choice: string, why: string): Promise<void> {
  await page.reload();
  await page.getByRole("region", { name: "Proroghe" }).getByRole("button", { name: "Decidi" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("label").filter({ hasText: choice }).first().click();
  await dialog.getByRole("textbox", { name: "Motivazione" }).fill(why);
  await dialog.getByRole("button", { name: "Registra la decisione" }).click();
  await dialog.waitFor({ state: "hidden" });
}

async function picture(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [[1440, "light"], [390, "light"], [1440, "dark"]] as const) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: (await page.getByRole("dialog").count()) === 0 });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}
