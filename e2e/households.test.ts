import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";
import { takeStep } from "./steps";

const TODAY = "2027-02-10";

const product = ownProduct({ today: TODAY });

test.use({ actionTimeout: 20_000 });

test("a household is registered with where it comes from; who is known already is told, and a reload loses nothing", async ({ page }) => {
  await signIn(page, product, "social_worker", "/nuclei/nuovo");
  const { familyName, givenName, birthDate } = await headOf(page, "okafor");
  await fillPerson(page, 0, givenName, familyName, birthDate, "femmina");
  await expect(page.getByRole("alert").filter({ hasText: "già registrata" }).getByRole("link")).toHaveAttribute("href", /nuclei/);

  await fillPerson(page, 0, "Samira", "Benali", "1992-07-03", "femmina");
  await expect(page.getByText("già registrata")).toBeHidden();
  await expect(page.getByRole("checkbox", { name: /permesso/ })).toBeHidden();
  await page.getByRole("radio", { name: "Marocco" }).or(page.getByRole("button", { name: "Marocco", exact: true })).first().click();
  await expect(page.getByRole("checkbox", { name: /permesso/ })).toBeVisible();
  await page.getByRole("button", { name: "Aggiungi figlio o figlia" }).click();
  await fillPerson(page, 1, "Yassin", "Benali", "2021-01-20", "maschio");
  await page.getByRole("button", { name: "culla", exact: true }).click();
  await page.getByLabel("Telefono").fill("+39 333 5550111");
  await choose(page, /Segnalazione di/, "unità di strada");
  await page.getByRole("button", { name: "Registra il nucleo" }).click();
  await expect(page.getByText("Indica quanto è urgente.")).toBeVisible();

  await page.reload();
  await expect(page.getByText("Abbiamo ritrovato quello che avevi scritto.")).toBeVisible();
  await expect(names(page).first()).toHaveValue("Samira");
  await expect(names(page).nth(1)).toHaveValue("Yassin");
  await page.getByRole("radio", { name: "urgente", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Registra il nucleo" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Samira Benali");
  await expect(page.getByRole("link", { name: "Trova un posto" }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Segnalazioni" })).toContainText("unità di strada");
  await page.goto(`${product.url}/nuclei/nuovo`);
  await expect(names(page).first()).toHaveValue("");
});

test("a referral that did not get through is sent again, and the household is not registered twice @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei/nuovo");
  await fillPerson(page, 0, "Livia", "Tornabuoni", "1985-03-03", "femmina");
  await choose(page, /Segnalazione di/, "sportello unico");
  await page.getByRole("radio", { name: "può attendere" }).click();
  await page.route("**/api/v1/referrals", (route) => route.abort());
  await page.getByRole("button", { name: "Registra il nucleo" }).click();
  await expect(page.getByText(/è registrato, la segnalazione non ancora/)).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/v1/referrals");
  await page.getByRole("button", { name: "Registra la segnalazione" }).click();
  await expect(page.getByRole("region", { name: "Segnalazioni" })).toContainText("sportello unico");
  await page.goto(`${product.url}/nuclei?q=tornabuoni`);
  await expect(page.getByRole("row", { name: /Tornabuoni/ })).toHaveCount(1);
});

test("what was typed about people goes with signing out", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei/nuovo");
  const drafts = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("postoletto-draft")).length);
  // A press shows that the page is awake: only then is anything heard.
  await page.getByRole("button", { name: "Aggiungi partner" }).click();
  await expect(names(page)).toHaveCount(2);
  await names(page).first().fill("Segreta");
  await expect.poll(drafts).toBe(1);
  await page.getByRole("button", { name: /^Menu di/ }).click();
  await page.getByRole("menuitem", { name: "Esci" }).click();
  await expect(page).toHaveURL(/\/accesso/);
  expect(await drafts()).toBe(0);
});

test("a member is put right, somebody joins and leaves again, and the file remembers who did it", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei?q=okafor");
  await page.getByRole("link", { name: "Famiglia Okafor" }).click();
  const members = page.getByRole("region", { name: "Componenti" });
  const dialog = page.getByRole("dialog");
  await members.getByRole("button", { name: /^Correggi i dati/ }).first().click();
  await dialog.getByRole("textbox", { name: /^Nome/ }).fill("Blessing");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(dialog).toBeHidden();
  await expect(members).toContainText("Blessing Okafor");

  await members.getByRole("button", { name: "Aggiungi persona" }).click();
  await dialog.getByRole("button", { name: "Aggiungi persona" }).click();
  await expect(dialog).toContainText("Manca questo dato.");
  await dialog.getByRole("textbox", { name: /^Nome/ }).fill("Victor");
  await typeDay(page, "Data di nascita", "1989-09-09");
  await choose(page, /Genere/, "maschio");
  await choose(page, /Ruolo/, "partner");
  await dialog.getByRole("button", { name: "Aggiungi persona" }).click();
  await expect(members).toContainText("Victor Okafor");

  await members.getByRole("button", { name: "Victor Okafor lascia il nucleo" }).click();
  await expectAccessible(page);
  await typeDay(page, "Giorno", "2027-02-11");
  await dialog.getByRole("button", { name: "Registra" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await typeDay(page, "Giorno", TODAY);
  await dialog.getByRole("button", { name: "Registra" }).click();
  await expect(dialog).toBeHidden();
  await members.getByRole("button", { name: "1 persona uscita dal nucleo" }).click();
  await expect(members).toContainText("uscito dal nucleo il 10 febbraio 2027");
  await expect(page.getByRole("region", { name: "Cronologia" })).toContainText("Dati di una persona cambiati");
});

test("a case is opened, preferences are kept, and its worker finds the household among their own @desktop", async ({ page }) => {
  await signIn(page, product, "social_worker", "/nuclei?q=okafor");
  await page.getByRole("link", { name: "Famiglia Okafor" }).click();
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Apri presa in carico" }).click();
  await dialog.getByRole("button", { name: "Apri presa in carico" }).click();
  await expect(dialog).toContainText("Manca questo dato.");
  await choose(page, /Progetto/, /LgNet2/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Apri presa in carico" }).click();
  await expect(page.getByRole("region", { name: "Prese in carico" })).toContainText("assistente sociale di riferimento");

  await page.getByRole("button", { name: "Aggiungi segnalazione" }).click();
  await choose(page, /Segnalazione di/, "servizio sociale");
  await page.getByRole("radio", { name: "entro pochi giorni" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Aggiungi segnalazione" }).click();
  await expect(page.getByRole("region", { name: "Segnalazioni" })).toContainText("servizio sociale");

  await page.getByRole("button", { name: "Modifica" }).click();
  await dialog.getByLabel("Preferenze").fill("Vicino alla scuola");
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(page.getByRole("region", { name: "Contatti ed esigenze" })).toContainText("Vicino alla scuola");
  await page.goto(`${product.url}/nuclei?mine=true&q=okafor`);
  await expect(page.getByRole("row", { name: /Famiglia Okafor/ })).toContainText("entro pochi giorni");
});

test("a case is followed from its goals to its outcome, and taken up again @desktop", async ({ page }) => {
  await signIn(page, product, "social_worker", "/nuclei");
  await openOwnCase(page);
  const [card, dialog] = [page.getByRole("region", { name: "Prese in carico" }), page.getByRole("dialog")];
  await card.getByRole("button", { name: /^Aggiorna progetto/ }).click();
  await dialog.getByRole("button", { name: "Aggiungi obiettivo" }).click();
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(dialog.getByText("Manca questo dato.").first()).toBeVisible();
  await dialog.getByLabel("Che cosa").fill("Certificato di italiano");
  await typeDay(page, "Entro il", "2027-06-30");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(card.getByRole("list", { name: "Progetto individuale" })).toContainText("Certificato di italiano");

  await card.getByRole("button", { name: /^Aggiorna percorso/ }).click();
  await choose(page, /Come/, "edilizia sociale");
  await dialog.getByLabel("Graduatoria", { exact: true }).fill("Bando 2026");
  await dialog.getByLabel("Posizione in graduatoria").fill("41");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Salva" }).click();
  await expect(card.getByRole("list", { name: "Percorso di uscita" })).toContainText(/graduatoria: Bando 2026, posizione 41/i);

  await card.getByRole("button", { name: /^Chiudi/ }).click();
  await choose(page, /Esito/, "edilizia sociale");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Chiudi la presa in carico" }).click();
  await expect(card).toContainText("Esito: edilizia sociale");
  await card.getByRole("button", { name: /^Riapri/ }).click();
  await expect(card.getByRole("button", { name: /^Aggiorna progetto/ })).toBeVisible();
  await expect(card).toContainText("Certificato di italiano");
});

test("the steps stand in the header by what is next; the clock and the time line follow", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei?q=sillah");
  await page.getByRole("link", { name: /Sillah/ }).first().click();
  await expect(page.getByRole("link", { name: "Trova un posto" }).first()).toBeVisible();
  await placeHere(page);
  await page.reload();
  await expect(page.getByRole("list", { name: "Gli inserimenti nel tempo" })).toContainText("previsto");
  await takeStep(page, "Mancato ingresso");
  await page.getByRole("dialog").getByRole("button", { name: "Annulla" }).click();
  await takeStep(page, "Registra ingresso");
  await page.getByRole("dialog").getByRole("button", { name: "Registra ingresso" }).click();
  await expect(page.getByRole("region", { name: "Inserimenti" })).toContainText("in corso");
  await expect(page.getByRole("region", { name: "Contatore di permanenza" })).toContainText("0 notti usate");
  await expectAccessible(page);
  await takeStep(page, "Cambia uscita");
  await expect(page.getByRole("dialog")).toContainText("Nuova uscita prevista");
});

test("the list is narrowed and sorted in the address, and exported by who may @desktop", async ({ page }) => {
  await signIn(page, product, "operator", "/nuclei");
  await expect(page.getByRole("link", { name: "Esporta CSV" })).toBeHidden();
  await choose(page, /Situazione/, "previsto");
  await expect(page).toHaveURL(/status=planned/);
  await expect(page.getByRole("row").nth(1)).toContainText("previsto");
  await expectAccessible(page);
  await page.goto(`${product.url}/nuclei?status=ended&composition=with_minors&sort=name`);
  await expect(page.getByRole("row").nth(1)).toContainText("concluso");
  await expect(page.getByRole("row").nth(1)).toContainText("minor");
  await page.getByRole("searchbox").fill("nessuno si chiama così");
  await page.getByRole("button", { name: "Togli i filtri" }).click();
  await expect(page).not.toHaveURL(/status=/);
});

test("a manager exports the households @desktop", async ({ page }) => {
  await signIn(page, product, "manager", "/nuclei");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Esporta CSV" }).click();
  expect((await download).suggestedFilename()).toBe("households.csv");
  await page.getByRole("columnheader", { name: "Nucleo" }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("columnheader", { name: "Nucleo" })).toHaveAttribute("aria-sort", "ascending");
});

const names = (page: Page) => page.getByRole("textbox", { name: /^Nome$|^Nome \*$/ });

async function headOf(page: Page, q: string): Promise<{ givenName: string; familyName: string; birthDate: string }> {
  return page.evaluate(async (name) => (await (await fetch(`/api/v1/households?municipality=G478&q=${name}`)).json()).items[0].members[0], q);
}

/** A household of this test alone with a case, through the page's own session, and its file. */
async function openOwnCase(page: Page): Promise<void> {
  const id = await page.evaluate(async (from) => {
    const made = async (path: string, body: object) => (await fetch(`/api/v1${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } })).json();
    const member = { givenName: "Arta", familyName: "Kruja", birthDate: "1990-05-05", gender: "female", role: "head" };
    const household = await made("/households", { municipality: "G478", members: [member] });
    const [programme] = (await (await fetch("/api/v1/programmes?municipality=G478")).json()).items;
    await made(`/households/${household.id}/cases`, { programmeId: programme.id, from });
    return household.id as string;
  }, TODAY);
  await page.goto(`${product.url}/nuclei/${id}`);
}

/** A place from today on for the household of this page, through the page's own session. */
async function placeHere(page: Page): Promise<void> {
  await page.evaluate(async (from) => {
    const householdId = location.pathname.split("/").at(-1);
    const until = "2027-04-10";
    const [{ unitId }] = (await (await fetch(`/api/v1/availability?municipality=G478&from=${from}&until=${until}&householdId=${householdId}`)).json()).items;
    const body = JSON.stringify({ householdId, unitId, arrival: from, exit: until });
    const answer = await fetch("/api/v1/placements", { method: "POST", body, headers: { "content-type": "application/json" } });
    if (answer.status !== 201) throw new Error(await answer.text());
  }, TODAY);
}

async function fillPerson(page: Page, index: number, givenName: string, familyName: string, birthDate: string, gender: string): Promise<void> {
  const person = page.getByRole("group", { name: `Componente ${index + 1}` });
  await person.getByRole("textbox", { name: /^Nome/ }).fill(givenName);
  await person.getByRole("textbox", { name: /^Cognome/ }).fill(familyName);
  const [year = "", month = "", date = ""] = birthDate.split("-");
  for (const [part, text] of [["giorno", date], ["mese", month], ["anno", year]] as const) {
    await person.getByRole("spinbutton", { name: new RegExp(`^${part},`) }).focus();
    await page.keyboard.type(text);
  }
  await person.getByRole("button", { name: /Genere/ }).click();
  await pressOption(page.getByRole("option", { name: gender, exact: true }));
}

async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  for (const [part, text] of [["giorno", date], ["mese", month], ["anno", year]] as const) {
    await page.getByRole("dialog").getByRole("spinbutton", { name: new RegExp(`^${part},.*${label}`) }).focus();
    await page.keyboard.type(text);
  }
}

async function choose(page: Page, label: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: label }).last().click();
  await pressOption(page.getByRole("option", { name: option, exact: typeof option === "string" }));
  await expect(page.getByRole("listbox")).toBeHidden();
}
