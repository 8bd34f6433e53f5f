import { expect, type Locator, type Page, test } from "@playwright/test";
import { ownProduct } from "./own-product";
import { settled } from "./settled";

const product = ownProduct({ today: "2027-02-10" });

test("with the keyboard alone: sign in, find a place, assign it, check in, check out @desktop", async ({ page }) => {
  const { keyboard } = page;
  const dialog = page.getByRole("dialog");
  const placements = page.getByRole("region", { name: "Inserimenti" });

  await test.step("sign in", async () => {
    await page.goto(`${product.url}/accesso?next=/disponibilita`);
    await tabTo(page, page.getByLabel("Indirizzo e-mail"));
    await keyboard.type("operator.perugia@demo.example");
    await tabTo(page, page.getByLabel("Password"));
    await keyboard.type(product.password);
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Disponibilità");
  });

  await test.step("past the header to what matters", async () => {
    await keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Vai al contenuto" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("find a place for the family", async () => {
    await open(page, page.getByRole("button", { name: /1 adulto/ }));
    await tabTo(page, page.getByRole("combobox", { name: "Cerca un nucleo già registrato" }));
    await keyboard.type("Okafor");
    // What was offered before the first letter may be of others.
    await expect(page.getByRole("option").first()).toContainText("Famiglia Okafor");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/householdId=/);
    if (await dialog.isVisible()) await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: /Famiglia Okafor/ })).toBeFocused();
  });

  await test.step("assign it", async () => {
    await open(page, page.getByRole("button", { name: /^Assegna/ }).first());
    await expect(dialog).toContainText("Famiglia Okafor");
    await open(page, dialog.getByRole("button", { name: /^Assegna|Conferma/ }).last());
    await expect(placements).toContainText("previsto");
  });

  await test.step("check in", async () => {
    await open(page, page.getByRole("button", { name: "Registra ingresso" }).first());
    await open(page, dialog.getByRole("button", { name: "Registra ingresso" }));
    await expect(placements).toContainText("in corso");
  });

  await test.step("check out", async () => {
    await open(page, page.getByRole("button", { name: "Registra uscita" }).first());
    await choose(page, /Motivo/, "autonomia raggiunta");
    await choose(page, /Destinazione/, "affitto privato");
    await open(page, dialog.getByRole("button", { name: "Registra uscita" }));
    await expect(dialog).toBeHidden();
    await expect(placements).toContainText("concluso");
  });
});

/** Goes on with Tab until it has the focus, as somebody would who cannot point at it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 120; steps += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`120 times Tab, and ${target} has not got the focus`);
}

async function open(page: Page, button: Locator): Promise<void> {
  await settled(page);
  // What was found before is out of reach until the new answer is there.
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await tabTo(page, button);
  await page.keyboard.press("Enter");
}

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await open(page, page.getByRole("dialog").getByRole("button", { name: label }));
  await expect(page.getByRole("listbox")).toBeVisible();
  // The list finds what one types.
  await page.keyboard.type(option.slice(0, 4));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: label })).toContainText(option);
}
