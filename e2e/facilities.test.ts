import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";

const TODAY = "2027-02-10";

const product = ownProduct({ today: TODAY });

test("a facility with its units and beds is made in three steps, and nothing typed is lost on the way @desktop", async ({ page }, { project }) => {
  const name = `Casa ${project.name}`;
  await signIn(page, product, "manager", "/strutture/nuova");
  await page.getByRole("button", { name: "Avanti" }).click();
  await expect(page.getByText("Manca questo dato.")).toHaveCount(2);
  await expect(page.getByRole("textbox", { name: /^Nome/ })).toBeFocused();
  await page.getByRole("textbox", { name: /^Nome/ }).fill(name);
  await choose(page, /Tipo/, "Coabitazione solidale");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Avanti" }).click();
  await expect(page).toHaveURL(/passo=2/);

  const line = page.getByLabel("Scrivilo in una riga");
  await line.fill("3 appartamenti, 12 letti");
  await line.press("Enter");
  await expect(page.getByText("12 posti letto in tutto o in ciascuno?")).toBeVisible();
  await line.fill("3 appartamenti, 4+4+3 letti; 1 stanza da 2 con culla");
  await line.press("Enter");
  const preview = page.getByRole("region", { name: "Che cosa si crea" });
  await expect(preview).toContainText("4 alloggi, 14 posti letto");
  await preview.getByLabel("Nome dell’alloggio 3").fill("Mansarda");
  await page.getByRole("group", { name: "Gruppo 3" }).getByRole("button", { name: /Aumenta|Increase/ }).first().click();
  await expect(preview).toContainText("5 alloggi, 17 posti letto");
  await expectAccessible(page);

  await page.reload();
  await expect(preview.getByLabel("Nome dell’alloggio 3")).toHaveValue("Mansarda");
  await page.goBack();
  await expect(page.getByRole("textbox", { name: /^Nome/ })).toHaveValue(name);
  await page.getByRole("button", { name: "Avanti" }).click();
  await page.getByRole("button", { name: "Avanti" }).click();
  await expect(page.getByRole("region", { name: "Struttura" })).toContainText(name);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Crea la struttura" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const units = page.getByRole("region", { name: "Alloggi e posti letto" });
  for (const unit of ["Appartamento 1", "Appartamento 2", "Mansarda", "Stanza 1", "Stanza 2"]) await expect(units.getByRole("list", { name: unit })).toBeVisible();
  await expect(units.getByRole("list", { name: "Stanza 2" }).getByRole("button")).toHaveCount(3);
  await expect(page.getByRole("region", { name: "Stanotte" })).toContainText("17");
});

test("facility, unit and beds are changed, and what a colleague changed meanwhile is told with a way on @desktop", async ({ page }, { project }) => {
  await signIn(page, product, "manager", "/strutture");
  const id = await made(page, `Villa ${project.name}`);
  await page.goto(`${product.url}/strutture/${id}`);
  await page.getByRole("button", { name: "Modifica", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Indirizzo", { exact: true }).fill("via del Tasso 4");
  await changeBehind(page, `/facilities/${id}`, { name: `Villa Lupo ${project.name}` });
  await dialog.getByRole("button", { name: "Salva", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText(`Nome: Villa Lupo ${project.name}`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva lo stesso le mie modifiche" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Villa Lupo ${project.name}`);
  await expect(page.getByRole("region", { name: "Dati della struttura" })).toContainText("via del Tasso 4");

  await page.getByRole("button", { name: "Azioni per Stanza A" }).click();
  await page.getByRole("menuitem", { name: "Modifica l’alloggio" }).click();
  await dialog.getByLabel("Nome", { exact: false }).first().fill("Stanza B");
  await dialog.getByLabel("Appartamento").fill("Primo piano");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva", exact: true }).click();
  await expect(page.getByRole("region", { name: "Primo piano" })).toContainText("Stanza B");

  await page.getByRole("button", { name: "Azioni per Stanza B" }).click();
  await page.getByRole("menuitem", { name: "Aggiungi posti letto" }).click();
  await expect(dialog).toContainText("Si aggiungono: 3");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Aggiungi", exact: true }).click();
  const beds = page.getByRole("list", { name: "Stanza B" });
  await expect(beds.getByRole("button")).toHaveCount(3);

  await beds.getByRole("button", { name: /letto 3: libero/ }).click();
  await dialog.getByRole("button", { name: "Modifica" }).click();
  await dialog.getByLabel("Nome", { exact: false }).first().fill("Finestra");
  await choose(page, /Tipo/, "matrimoniale");
  await dialog.getByRole("button", { name: "Salva", exact: true }).click();
  await beds.getByRole("button", { name: /letto Finestra/ }).click();
  await expect(dialog).toContainText("matrimoniale");
  await dialog.getByRole("button", { name: "Togli dal servizio per sempre" }).click();
  await expect(dialog).toContainText("In quei giorni non c’è nessuno");
  await dialog.getByRole("button", { name: "Togli dal servizio", exact: true }).click();
  await expect(beds.getByRole("button", { name: /letto Finestra: non aperto/ })).toBeVisible();
});

test("a bed somebody is in cannot be closed: who and until when is said, and the day from which it can @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/strutture");
  await page.getByRole("link", { name: "Rifugio Elce" }).click();
  const units = page.getByRole("region", { name: "Alloggi e posti letto" });
  await units.getByRole("button", { name: /occupato.* N-\d{4}/ }).first().click();
  const dialog = page.getByRole("dialog");
  const code = (await dialog.getByRole("link", { name: /Apri la scheda/ }).textContent())?.match(/N-\d{4}/)?.[0] ?? "none";
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Togli dal servizio per sempre" }).click();
  await expect(dialog.getByRole("link", { name: code })).toBeVisible();
  await expect(dialog).toContainText(/dal \d+ \S+ \d{4} al \d+ \S+ \d{4}/);
  await dialog.getByRole("button", { name: "Togli dal servizio", exact: true }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "Il posto letto non è stato tolto." })).toContainText("si può chiudere da dopo quella data");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Annulla" }).click();

  await units.getByRole("button", { name: new RegExp(code) }).first().click();
  await dialog.getByRole("button", { name: "Metti fuori servizio" }).click();
  await expect(dialog.getByRole("link", { name: code })).toBeVisible();
  await choose(page, /Motivo/, "danno");
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "non è stata registrata" })).toContainText("Lo impedisce una permanenza");
  await dialog.getByRole("button", { name: /^Usa il/ }).click();
  await expect(dialog).toContainText("In quei giorni non c’è nessuno");
  await dialog.getByRole("button", { name: "Salva" }).click();
  const closures = page.getByRole("region", { name: "Indisponibilità" });
  await expect(closures).toContainText("danno");
  await closures.getByRole("button", { name: /Togli/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Togli l’indisponibilità" }).click();
  await closures.getByRole("button", { name: "Mostra le passate" }).click();
  await expect(page).toHaveURL(/passate=true/);
  await expect(closures.getByRole("list", { name: "Passate e annullate" })).toContainText("annullata");

  await expect(page.getByRole("region", { name: "Regole di permanenza" })).toContainText("Permanenza massima: 6 mesi.");
  await page.getByRole("button", { name: "È tutto vero" }).click();
  await expect(page.getByRole("region", { name: "Stanotte" })).toContainText(/Confermata il .* da \S+/);
  await expectAccessible(page);
});

test("the list is filtered and sorted in the address, and confirmed in the line", async ({ page }, { project }) => {
  await signIn(page, product, "manager", "/strutture");
  await made(page, `Archivio ${project.name}`, { opensOn: "2020-01-01", closesOn: "2026-01-01" });
  await page.goto(`${product.url}/strutture`);
  const rows = page.getByRole("table", { name: "Strutture" }).getByRole("row");
  const row = (name: string | RegExp): Locator => rows.filter({ hasText: name });
  await expect(row("Rifugio Elce")).toContainText(/liber[oi] su \d+/);
  await expect(row(`Archivio ${project.name}`)).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Anche quelle chiuse" }).click();
  await expect(page).toHaveURL(/chiuse=true/);
  await expect(row(`Archivio ${project.name}`)).toContainText("chiusa");
  await page.goto(`${product.url}/strutture?tipo=emergency_shelter&liberi=true&sort=tonight&desc=true`);
  await expect(row(/liber[oi] su/).first()).toBeVisible();
  for (const text of await rows.filter({ has: page.getByRole("cell") }).allTextContents()) expect(text).toMatch(/Struttura di emergenza.*[1-9]\d* liber[oi] su/s);
  await page.goto(`${product.url}/strutture?q=archivio`);
  await expect(page.getByText("Nessuna struttura corrisponde ai filtri.")).toBeVisible();
  await page.getByRole("button", { name: "Togli i filtri" }).click();
  await expect(page).toHaveURL(/strutture$/);

  await page.goto(`${product.url}/strutture?chiuse=true&q=${project.name}`);
  await row(`Archivio ${project.name}`).getByRole("button", { name: /È tutto vero/ }).click();
  // The confirmation has the true time, not the test's today.
  await expect(page.getByRole("status").filter({ hasText: "la situazione è confermata" })).toBeVisible();
  await expect(row(`Archivio ${project.name}`)).not.toContainText("mai confermato");
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Esporta CSV" }).click();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);
});

/** A facility with a room of two beds, through the page's own session. */
async function made(page: Page, name: string, fields: object = {}): Promise<string> {
  const units = [{ name: "Stanza A", letting: "by_bed", beds: [{ name: "1" }, { name: "2" }] }];
  return page.evaluate(async (body) => {
    const answer = await fetch("/api/v1/facilities", { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
    if (answer.status !== 201) throw new Error(await answer.text());
    return ((await answer.json()) as { id: string }).id;
  }, { municipality: "G478", name, kind: "cohousing", opensOn: "2027-01-01", units, ...fields });
}

/** As a colleague would, while the page is open. */
async function changeBehind(page: Page, path: string, body: object): Promise<void> {
  await page.evaluate(async ([to, change]) => {
    const answer = await fetch(`/api/v1${to}`, { method: "PATCH", body: JSON.stringify(change), headers: { "content-type": "application/json" } });
    if (!answer.ok) throw new Error(await answer.text());
  }, [path, body] as const);
}

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await page.getByRole("button", { name: label }).last().click();
  await pressOption(page.getByRole("option", { name: option, exact: true }));
}
