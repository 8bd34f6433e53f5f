import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { fillSignIn } from "./sign-in";
import { startProduct, temporaryHome, type Product } from "./start";

const TODAY = "2027-02-10";

let product: Product;
let home: Awaited<ReturnType<typeof temporaryHome>>;

test.setTimeout(300_000);

test.beforeAll(async () => {
  home = await temporaryHome();
  product = await startProduct({ home: home.home, today: TODAY });
});

test.afterAll(async () => {
  await product?.stop();
  await home?.remove();
});

test("an administrator reads who did what, by day, action and person, and how far it is sealed", async ({ page }) => {
  await signIn(page, "operator.perugia@demo.example", "/nuclei");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Cronologia" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Registro" })).toHaveCount(0);
  await page.context().clearCookies();

  await signIn(page, "administrator.perugia@demo.example", "/registro");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Registro");
  await expect(page.getByRole("link", { name: "Registro" })).toHaveAttribute("aria-current", "page");
  const table = page.getByRole("table", { name: "Registro" });
  await expect(table.getByText("Scheda del nucleo consultata").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Azione" }).fill("elenco dei nuclei");
  await page.getByRole("option", { name: "Elenco dei nuclei consultato" }).click();
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

test("an administrator of the network reads one person's doings, and what belongs to no municipality", async ({ page }) => {
  await signIn(page, "administrator@demo.example", "/registro?network=true");
  const table = page.getByRole("table", { name: "Registro" });
  await expect(page.getByRole("button", { name: /Ambito/ })).toContainText("Tutta la rete");
  await expect(table.getByRole("row").filter({ hasText: "Accesso" }).first()).toBeVisible();

  await page.getByRole("combobox", { name: "Chi" }).fill("pagina di");
  await page.getByRole("option", { name: "Pagina di accesso" }).click();
  await expect(page).toHaveURL(/actorId=sign_in/);
  await expect(table.getByText("Pagina di accesso").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Chi" }).fill("");
  await expect(page).not.toHaveURL(/actorId/);
});

test("an operator has no such page", async ({ page }) => {
  await signIn(page, "operator.perugia@demo.example", "/registro");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Non ci sono pagine per il tuo ruolo");
});

async function signIn(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`${product.url}/accesso?next=${encodeURIComponent(path)}`);
  await fillSignIn(page, email, product.password);
  await expect(page).not.toHaveURL(/\/accesso/);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, first: nodes[0]?.html, why: nodes[0]?.failureSummary }))).toEqual([]);
}
