import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";
import { takeStep } from "./steps";

const TODAY = "2027-02-10";

const product = ownProduct({ today: TODAY });

test("a new household is registered, and what is missing is said first", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei/nuovo");
  await page.getByRole("button", { name: "Registra il nucleo" }).click();
  await expect(page.getByText("Manca questo dato.").first()).toBeVisible();
  await expect(page.getByLabel("Nome", { exact: false }).first()).toBeFocused();

  await page.getByRole("textbox", { name: /^Nome \*?$|^Nome$/ }).fill("Amina");
  await page.getByRole("textbox", { name: /^Cognome/ }).fill("Haddad");
  await type(page, /^giorno,/, "05");
  await type(page, /^mese,/, "04");
  await type(page, /^anno,/, "1994");
  await choose(page, /Genere/, "femmina");
  await page.getByRole("combobox", { name: "Cittadinanza" }).fill("Maroc");
  await pressOption(page.getByRole("option", { name: "Marocco" }));
  await expect(page.getByRole("listbox")).toBeHidden();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Registra il nucleo" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Amina Haddad");
  await expect(page.getByRole("region", { name: "Componenti" })).toContainText("nata il 5 aprile 1994");
  await page.goto(`${product.url}/nuclei?q=haddad`);
  await expect(page.getByRole("row", { name: /Amina Haddad/ })).toContainText("senza posto");
});

test("a household that does not come is called off before the day, and is a no-show on it", async ({ page }) => {
  await signIn(page, product, "operator", "/disponibilita");
  const url = await placeOkafor(page, "2027-03-01", "2027-04-01");
  const placements = page.getByRole("region", { name: "Inserimenti" });
  await page.goto(url);
  await takeStep(page, "Annulla inserimento");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Annulla l’inserimento" }).click();
  await expect(dialog).toContainText("Scegli");
  await choose(page, /Motivo/, "ha trovato un’altra soluzione");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Annulla l’inserimento" }).click();
  await expect(placements).toContainText("annullato");

  await page.goto(await placeOkafor(page, TODAY, "2027-03-01"));
  await takeStep(page, "Mancato ingresso");
  await choose(page, /Motivo/, "ha trovato un’altra soluzione");
  await page.getByRole("dialog").getByRole("button", { name: "Registra il mancato ingresso" }).click();
  await expect(placements).toContainText("mancato ingresso");
});

/** Gives the demo's waiting family the first unit that fits, through the page's own session; tells where its file is. */
async function placeOkafor(page: Page, arrival: string, exit: string): Promise<string> {
  const householdId = await page.evaluate(async ([from, until]) => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`)).json();
    const [{ id }] = (await read("/households?municipality=G478&q=okafor")).items;
    const [{ unitId }] = (await read(`/availability?municipality=G478&from=${from}&until=${until}&householdId=${id}`)).items;
    const body = JSON.stringify({ householdId: id, unitId, arrival: from, exit: until });
    const answer = await fetch("/api/v1/placements", { method: "POST", body, headers: { "content-type": "application/json" } });
    if (answer.status !== 201) throw new Error(await answer.text());
    return id as string;
  }, [arrival, exit] as const);
  return `${product.url}/nuclei/${householdId}`;
}

test("a bed goes out of service and comes back, and the facility is confirmed", async ({ page }) => {
  await signIn(page, product, "operator", "/strutture");
  await page.getByRole("link", { name: "Rifugio Elce" }).click();
  const closures = page.getByRole("region", { name: "Indisponibilità" });
  await closures.getByRole("button", { name: "Aggiungi" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, /Che cosa/, "Alloggio U4");
  await choose(page, /Motivo/, "manutenzione");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(closures).toContainText("Alloggio U4");
  await expect(page.getByRole("region", { name: "Alloggi e posti letto" })).toContainText("fuori servizio");

  await closures.getByRole("button", { name: /Togli/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Togli l’indisponibilità" }).click();
  await expect(closures).toContainText("Tutto in servizio.");

  await page.getByRole("button", { name: "È tutto vero" }).click();
  await expect(page.getByRole("status").filter({ hasText: "la situazione è confermata" })).toBeVisible();
});

test("a session that ended asks to sign in again and loses nothing @desktop", async ({ page, context }) => {
  await signIn(page, product, "operator", "/nuclei?q=okafor");
  await page.getByRole("link", { name: "Famiglia Okafor" }).click();
  await page.getByRole("button", { name: "Modifica" }).click();
  await page.getByLabel("Telefono").fill("+39 075 5550100");
  await context.clearCookies();
  await page.getByRole("button", { name: "Salva" }).click();

  const again = page.getByRole("dialog", { name: "La sessione è scaduta" });
  await again.getByLabel("Password").fill(product.password);
  await again.getByRole("button", { name: "Accedi" }).click();
  await expect(again).toBeHidden();
  await page.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("region", { name: "Contatti ed esigenze" })).toContainText("+39 075 5550100");
});

test("an address that leads nowhere says so, and signing out closes the door @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei/00000000-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Questa pagina non c’è");
  await page.getByRole("button", { name: /^Menu di/ }).click();
  await page.getByRole("menuitem", { name: "Esci" }).click();
  await expect(page).toHaveURL(/\/accesso/);
  await page.goto(`${product.url}/nuclei`);
  await expect(page).toHaveURL(/\/accesso/);
});

test("a stay that is told when it is over is recorded in one step", async ({ page }) => {
  await signIn(page, product, "operator", "/disponibilita");
  const url = await placeOkafor(page, TODAY, "2027-02-13");
  await product.again({ today: "2027-02-15" });
  await page.goto(url);
  await takeStep(page, "Registra ingresso");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox", { name: "Sono già usciti" })).toBeChecked();
  await expect(dialog.getByRole("spinbutton", { name: /^giorno,.*Giorno di uscita/ })).toHaveText("13");
  await dialog.getByRole("button", { name: "Registra ingresso e uscita" }).click();
  await expect(dialog).toContainText("Scegli");
  await choose(page, /Motivo/, "autonomia raggiunta");
  await choose(page, /Destinazione/, "affitto privato");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Registra ingresso e uscita" }).click();
  const placements = page.getByRole("region", { name: "Inserimenti" });
  await expect(placements).toContainText("concluso");
  await expect(placements).toContainText("13 febbraio 2027");
});

async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await page.getByRole("spinbutton", { name }).focus();
  await page.keyboard.type(text);
}

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await page.getByRole("button", { name: label }).last().click();
  await pressOption(page.getByRole("option", { name: option, exact: true }));
}
