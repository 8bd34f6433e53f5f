import { expect, type Locator, request, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { fillSignIn, signIn } from "./sign-in";

const TODAY = "2027-02-10";

const product = ownProduct({ today: TODAY });

test("a manager adds an operator, gives another role, and shuts them out: the open session ends @desktop", async ({ page, browser }) => {
  await signIn(page, product, "manager", "/impostazioni");
  await expect(page).toHaveURL(/\/impostazioni\/utenti/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Aggiungi utente" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Aggiungi utente" }).click();
  await expect(dialog).toContainText("Scrivi un indirizzo e-mail intero");
  await dialog.getByLabel("Nome e cognome").fill("Giulia Neri");
  const email = `giulia.${test.info().project.name}@comune.example`;
  await dialog.getByLabel("Indirizzo e-mail").fill(email);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Aggiungi utente" }).click();
  const password = await dialog.getByLabel("Prima password").inputValue();
  expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Ho finito" }).click();

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(`${product.url}/accesso?next=/strutture`);
  await fillSignIn(elsewhere, email, password);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Strutture");
  await expect(elsewhere.getByRole("link", { name: "Nuova struttura" })).toBeHidden();

  await page.getByLabel("Cerca un utente").fill(email);
  await act(page, "Modifica nome e ruoli");
  await dialog.getByRole("button", { name: "Aggiungi un altro ruolo" }).click();
  await dialog.getByRole("button", { name: /Ruolo/ }).click();
  await pressOption(page.getByRole("option", { name: "responsabile" }));
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("row", { name: /Giulia Neri/ })).toContainText("responsabile");
  await elsewhere.reload();
  await expect(elsewhere.getByRole("link", { name: "Nuova struttura" })).toBeVisible();

  await act(page, "Escludi");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Escludi" }).click();
  await expect(page.getByRole("row", { name: /Giulia Neri/ })).toContainText("escluso");
  await elsewhere.goto(`${product.url}/strutture`);
  await expect(elsewhere).toHaveURL(/\/accesso/);
  await elsewhere.context().close();
});

test("an administrator makes a token that is shown once, and takes it back @desktop", async ({ page }) => {
  await signIn(page, product, "administrator", "/impostazioni/token");
  const dialog = await opened(page, page.getByRole("button", { name: "Crea token" }));
  const name = `Cruscotto ${test.info().project.name}`;
  await dialog.getByLabel("A che cosa serve").fill(name);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Crea token" }).click();
  const token = await dialog.getByLabel("Token", { exact: true }).inputValue();
  const ask = async () => (await request.newContext()).get(`${product.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status()).toBe(200);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Ho finito" }).click();

  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("valido");
  expect(await page.content()).not.toContain(token);
  await row.getByRole("button", { name: `Revoca ${name}` }).click();
  await dialog.getByRole("button", { name: "Revoca" }).click();
  await expect(row).toContainText("revocato");
  expect((await ask()).status()).toBe(401);
  await expectAccessible(page);
});

test("a manager writes a new version of a rule, after seeing what it changes; an operator reads it @desktop", async ({ page }) => {
  await signIn(page, product, "manager", "/impostazioni/regole");
  const name = "Struttura di emergenza";
  const dialog = await opened(page, page.getByRole("region", { name }).getByRole("button", { name: /Nuova versione/ }));
  await dialog.getByRole("textbox", { name: "Quanti" }).fill("4");
  await dialog.getByRole("button", { name: /Come si contano/ }).click();
  await pressOption(page.getByRole("option", { name: "insieme agli altri inserimenti" }));
  await dialog.getByRole("textbox", { name: "Gruppo" }).fill("emergenza");
  await dialog.getByRole("textbox", { name: "Giorni di assenza che azzerano il contatore" }).fill("90");
  await dialog.getByRole("button", { name: "Aggiungi una condizione" }).click();
  await page.getByRole("menuitem", { name: "Numero di persone del nucleo" }).click();
  await dialog.getByRole("button", { name: "Continua" }).click();
  await expect(dialog).toContainText("Completa questa condizione.");
  await dialog.getByRole("textbox", { name: "A", exact: true }).fill("6");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Continua" }).click();
  await expect(dialog).toContainText("Chi è già inserito tiene la regola che aveva.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva la versione" }).click();
  const rule = page.getByRole("region", { name });
  await expect(rule).toContainText("fino a 6");
  await expect(rule).toContainText("notti contate insieme nel comune, gruppo «emergenza», da capo dopo 90 giorni di assenza");
  await rule.getByRole("button", { name: /versioni/ }).click();
  await expect(rule).toContainText("6 mesi");
  await expectAccessible(page);

  await page.context().clearCookies();
  await signIn(page, product, "operator", "/impostazioni");
  await expect(page).toHaveURL(/\/impostazioni\/regole/);
  await expect(page.getByRole("region", { name })).toContainText("fino a 6");
  await expect(page.getByRole("button", { name: /Nuova/ })).toHaveCount(0);
});

test("a manager keeps organisations and programmes; a name that is taken says so @desktop", async ({ page }) => {
  const mark = test.info().project.name;
  await signIn(page, product, "manager", "/impostazioni/enti");
  const dialog = page.getByRole("dialog");
  for (const name of [`Ente ${mark}`, `Altro ${mark}`]) {
    await opened(page, page.getByRole("button", { name: "Aggiungi ente" }));
    await dialog.getByLabel("Nome dell’ente").fill(name);
    await dialog.getByRole("button", { name: "Salva" }).click();
    await expect(page.getByRole("button", { name: `Modifica ${name}` })).toBeVisible();
  }
  await page.getByRole("button", { name: `Modifica Altro ${mark}` }).click();
  await dialog.getByLabel("Nome dell’ente").fill(`Ente ${mark}`);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(dialog).toContainText("è già usato qui");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Annulla" }).click();

  await page.goto(`${product.url}/impostazioni/programmi`);
  await opened(page, page.getByRole("button", { name: "Aggiungi programma" }));
  await dialog.getByLabel("Nome").fill(`FAMI ${mark}`);
  await dialog.getByLabel("Sigla").fill(`FAMI-${mark}`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await page.getByRole("button", { name: `Modifica FAMI ${mark}` }).click();
  await dialog.getByLabel("CUP").fill("C61H22000110006");
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`FAMI ${mark}`) })).toContainText("C61H22000110006");
  await expectAccessible(page);
});

test("the accessibility statement says whom to write to, in both languages, as the administrator of the network set it @desktop", async ({ page, browser }) => {
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${product.url}/accesso`);
  await visitor.getByRole("link", { name: "Dichiarazione di accessibilità" }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Dichiarazione di accessibilità");
  await expect(visitor.getByText("Rivolgiti all’ufficio del tuo comune")).toBeVisible();
  await expectAccessible(visitor);

  await signIn(page, product, "administrator@demo.example", "/impostazioni/servizio");
  const email = `accessibilita.${test.info().project.name}@comune.example`;
  await page.getByLabel("Indirizzo per segnalare barriere").fill(email);
  await page.getByLabel("Telefono").fill("075 5771");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Salvato" })).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByRole("link", { name: email })).toBeVisible();
  await visitor.context().addCookies([{ name: "postoletto-language", value: "en", url: product.url }]);
  await visitor.reload();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Accessibility statement");
  await expect(visitor.getByRole("link", { name: email })).toBeVisible();
  await expectAccessible(visitor);
  await visitor.context().close();
});

test("whoever chooses a language in the profile reads it also in a browser that knows nothing of it @desktop", async ({ page, browser }) => {
  await signIn(page, product, "operator.torino@demo.example", "/profilo");
  const dialog = await opened(page, page.getByRole("region", { name: "I tuoi dati" }).getByRole("button", { name: "Modifica" }));
  await dialog.getByRole("button", { name: /Lingua/ }).click();
  await pressOption(page.getByRole("option", { name: "English" }));
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profile and security");

  const elsewhere = await (await browser.newContext()).newPage();
  // Signing in with the form is what brings the language there.
  await elsewhere.goto(`${product.url}/accesso?next=/profilo`);
  await fillSignIn(elsewhere, "operator.torino@demo.example", product.password);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Profile and security");
  await elsewhere.getByRole("button", { name: /^Language/ }).first().click();
  await elsewhere.getByRole("menuitemradio", { name: "Italiano" }).click();
  await expect(elsewhere.getByRole("region", { name: "I tuoi dati" })).toContainText("Italiano");
  await elsewhere.context().close();
});

/** The dialog behind a button of a page that has just come: until its script has run, a press goes nowhere. */
async function opened(page: Page, button: Locator): Promise<Locator> {
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    if (!(await dialog.isVisible())) await button.click({ timeout: 5_000 });
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return dialog;
}

/** From the menu of the one user that the search found. */
async function act(page: Page, entry: string): Promise<void> {
  await page.getByRole("button", { name: "Azioni per Giulia Neri" }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

test("whoever works here chooses of which tasks a mail tells, and keeps a calendar of the deadlines that closes when told to", async ({ page, request }, { project }) => {
  await signIn(page, product, project.name === "phone" ? "operator" : "manager", "/profilo");
  const notices = page.getByRole("region", { name: "Avvisi per e-mail" });
  const arrivals = notices.getByRole("switch", { name: /^Arriv/ });
  await expect(arrivals).not.toBeChecked();
  await arrivals.press("Space");
  await expect(page.getByRole("status").filter({ hasText: /salvat/i })).toBeVisible();
  await page.reload();
  await expect(arrivals).toBeChecked();
  await expectAccessible(page);

  const calendar = page.getByRole("region", { name: "Calendario delle scadenze" });
  await calendar.getByRole("button", { name: "Crea l’indirizzo" }).click();
  const address = await calendar.getByRole("textbox", { name: "Indirizzo da aggiungere al calendario" }).inputValue();
  await expectAccessible(page);
  const feed = await request.get(address);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  expect(await feed.text()).toContain("BEGIN:VCALENDAR");
  await page.reload();
  await expect(calendar).toContainText("si vede solo quando viene creato");
  await calendar.getByRole("button", { name: "Chiudi l’indirizzo" }).click();
  await expect(page.getByRole("status").filter({ hasText: "L’indirizzo è chiuso." })).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
