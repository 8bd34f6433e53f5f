import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";

const TODAY = "2027-02-10";

const product = ownProduct({ today: TODAY });

test("an administrator reads who did what, by day, action and person, and how far it is sealed @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Cronologia" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Registro" })).toHaveCount(0);
  await page.context().clearCookies();

  await signIn(page, product, "administrator", "/registro");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Registro");
  await expect(page.getByRole("link", { name: "Registro" })).toHaveAttribute("aria-current", "page");
  const table = page.getByRole("table", { name: "Registro" });
  await expect(table.getByText("Scheda del nucleo consultata").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Azione" }).fill("elenco dei nuclei");
  await pressOption(page.getByRole("option", { name: "Elenco dei nuclei consultato" }));
  await expect(page).toHaveURL(/action=households\.listed\.read/);
  await expect(table.getByText("Scheda del nucleo consultata")).toHaveCount(0);
  await expect(table.getByText("Elenco dei nuclei consultato").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Azione" })).toHaveValue("Elenco dei nuclei consultato");
  await expect(page.getByText(/Sigillato fino alla registrazione n\. \d/)).toBeVisible();
  await expect(table.getByText(/^n\. \d/).first()).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${product.url}/registro?from=2020-01-01&until=2020-01-02`);
  await expect(page.getByText("Nessuna registrazione")).toBeVisible();
  await page.getByRole("button", { name: "Togli i filtri" }).click();
  await expect(table.getByText("Scheda del nucleo consultata").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("an administrator of the network reads one person's doings, and what belongs to no municipality @desktop", async ({ page }) => {
  await signIn(page, product, "administrator@demo.example", "/registro?network=true");
  const table = page.getByRole("table", { name: "Registro" });
  await expect(page.getByRole("button", { name: /Ambito/ })).toContainText("Tutta la rete");
  await expect(table.getByRole("row").filter({ hasText: "Accesso" }).first()).toBeVisible();

  await page.getByRole("combobox", { name: "Chi" }).fill("pagina di");
  await pressOption(page.getByRole("option", { name: "Pagina di accesso" }));
  await expect(page).toHaveURL(/actorId=sign_in/);
  await expect(table.getByText("Pagina di accesso").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Chi" }).fill("");
  await expect(page).not.toHaveURL(/actorId/);
});

test("an operator has no such page @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/registro");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Non ci sono pagine per il tuo ruolo");
});
