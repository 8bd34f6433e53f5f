import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { IMPORT_COLUMNS } from "../domain/imports";
import { aBedRow, csv } from "./import-file";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { openSettled } from "./settled";
import { signIn } from "./sign-in";

const product = ownProduct({ today: "2027-02-10" });

const beds = (wrong: boolean) => Array.from({ length: 30 }, (_, index) => aBedRow({ bed_id: `CL-A-${index}`, bed_name: `${index + 1}`, opens_on: wrong && index >= 5 ? "31/12/2026" : "2026-12-31" }));

test("wrong rows are told one by one, the good ones go in alone, then all, and a second time nothing @desktop", async ({ page }) => {
  await signIn(page, product, "manager", "/importa");
  await choose(page, "casa.csv", csv(beds(true)));
  const preview = page.getByRole("region", { name: "3. Anteprima" });
  await expect(preview.getByRole("alert")).toContainText("25 righe non vanno bene");
  await expect(preview).toContainText(/Nuove\s*5/);
  const refused = page.getByRole("table", { name: "Righe rifiutate" });
  await expect(refused.getByRole("row", { name: /^7 opens_on/ })).toContainText("scritta come 2027-03-31");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Successive" }).click();
  await expect(page.getByText("Pagina 2 di 2")).toBeVisible();
  await expect(refused.getByRole("row", { name: /^31 opens_on/ })).toBeVisible();
  const list = await text(page, () => page.getByRole("button", { name: /Scarica l’elenco/ }).click());
  expect(list.split("\r\n")).toHaveLength(27);

  await page.getByRole("button", { name: "Importa solo le 5 righe buone" }).click();
  const done = page.getByRole("alert").filter({ hasText: "Importazione completata" });
  await expect(done).toContainText("5 righe nuove");
  await expect(done).toContainText("25 righe sono rimaste fuori.");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Importa un altro file" }).click();
  await choose(page, "casa.csv", csv(beds(false), { delimiter: ";" }));
  await expect(preview).toContainText("Tutte le righe vanno bene");
  await expect(preview).toContainText(/Già presenti\s*5/);
  await page.getByRole("button", { name: "Importa 25 righe" }).click();
  await expect(done).toContainText("25 righe nuove, 0 righe cambiate.");
  await page.getByRole("link", { name: "Vai alle strutture" }).click();
  await expect(page.getByRole("link", { name: "Casa Lontana" })).toBeVisible();

  await page.goto(`${product.url}/importa`);
  await choose(page, "casa.csv", csv(beds(false)));
  await expect(preview).toContainText("Non c’è niente da importare");
  await expect(page.getByRole("button", { name: /^Importa / })).toHaveCount(0);
});

test("a file that will not do is told so in words, with what would @desktop", async ({ page }) => {
  await signIn(page, product, "manager", "/importa");
  const rows = csv(beds(false));
  const troubles: [name: string, content: Buffer | string, told: RegExp][] = [
    ["casa.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /foglio di calcolo.*CSV UTF-8/],
    ["casa.csv", rows.replaceAll(",", "\t"), /virgola o il punto e virgola/],
    ["casa.csv", "", /vuoto/],
    ["casa.csv", IMPORT_COLUMNS.households.required.join(","), /Scegli «Nuclei»/],
    ["casa.csv", Buffer.from(rows.replaceAll("Casa Lontana", "Casa Città"), "latin1"), /non è in UTF-8/],
    ["casa.csv", rows.replaceAll("bed_name", "bed_title"), /Manca la colonna bed_name/],
  ];
  for (const [name, content, told] of troubles) {
    await choose(page, name, content);
    await expect(page.getByRole("main").getByRole("alert").filter({ hasText: told })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Importa / })).toHaveCount(0);
  }
  await expectAccessible(page);
});

test("a connection that is cut says what that means, and leaving in the middle is asked about @desktop", async ({ page, context }) => {
  await signIn(page, product, "manager", "/importa");
  // Loaded as a whole: signing in still asks for things a moment after its page stands.
  await openSettled(page, `${product.url}/importa`);
  await context.setOffline(true);
  await choose(page, "casa.csv", csv(beds(false)));
  await expect(page.getByRole("alert").filter({ hasText: "Nulla è stato salvato" })).toBeVisible();
  await context.setOffline(false);

  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/api/v1/imports/**", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Prova di nuovo" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("navigation", { name: "Navigazione principale" }).getByRole("link", { name: "Disponibilità" }).click();
  const asked = page.getByRole("dialog", { name: "L’importazione è in corso" });
  await expectAccessible(page);
  await asked.getByRole("button", { name: "Resta qui" }).click();
  letThrough();
  await expect(page.getByRole("region", { name: "3. Anteprima" })).toBeVisible();
});

test("template, columns and exports, by the keyboard alone @desktop", async ({ page }) => {
  await signIn(page, product, "manager", "/importa");
  await page.getByRole("radio", { name: /^Strutture/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/kind=households/);
  await page.getByRole("button", { name: "Le colonne, una per una" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /^role/ })).toContainText("head (capofamiglia)");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Scarica il modello" }).focus();
  expect(await text(page, () => page.keyboard.press("Enter"))).toContain(IMPORT_COLUMNS.households.required.join(","));
  await page.getByRole("link", { name: "Scarica strutture (CSV)" }).focus();
  expect(await text(page, () => page.keyboard.press("Enter"))).toContain("Rifugio Elce");
});

async function choose(page: Page, name: string, content: Buffer | string): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

/** What is downloaded when that is done. */
async function text(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return readFile(await download.path(), "utf8");
}
