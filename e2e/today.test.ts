import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";
import { ownProduct } from "./own-product";

// On the day it is: whoever confirms a facility does so now.
const product = ownProduct();

type Line = { kind: string; householdCode: string | null; facilityName: string; steps: string[] };

async function begin(page: Page, login: string): Promise<void> {
  await signIn(page, product, `${login}@demo.example`);
  await expect(page).toHaveURL(/\/oggi/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Oggi, (lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica) \d/);
}

async function lines(request: APIRequestContext): Promise<Line[]> {
  return ((await (await request.get(`${product.url}/api/v1/tasks?municipality=G478&limit=200`)).json()) as { items: Line[] }).items;
}

function lineOf(all: Line[], kind: string): Line {
  const line = all.find((each) => each.kind === kind && each.steps.length > 0);
  if (!line) throw new Error(`the demo has no ${kind} today`);
  return line;
}

test("an operator records who leaves and who comes, and says that a facility is as shown, without leaving the list", async ({ page }) => {
  await begin(page, "operator.perugia");
  await expectAccessible(page);
  const all = await lines(page.request);
  const tasks = page.getByRole("region", { name: "Da fare" });

  const leaving = lineOf(all, "departure").householdCode;
  await tasks.getByRole("button", { name: `Registra uscita, ${leaving}` }).click();
  await choose(page, /Motivo/, "autonomia raggiunta");
  await choose(page, /Destinazione/, "affitto privato");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Registra uscita" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Dimissione registrata" })).toBeVisible();
  await expect(tasks.getByRole("button", { name: `Registra uscita, ${leaving}` })).toBeHidden();
  await expect(tasks.locator("button:focus"), "the next line has the focus").toHaveCount(1);

  const coming = lineOf(all, "arrival").householdCode;
  await page.getByRole("link", { name: "Arrivi", exact: true }).click();
  await expect(page).toHaveURL(/kind=arrival/);
  await expect(tasks.getByRole("row").filter({ hasText: "È tutto vero" })).toHaveCount(0);
  await tasks.getByRole("button", { name: `Registra ingresso, ${coming}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Registra ingresso" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Ingresso registrato" })).toBeVisible();
  await expect(tasks.getByRole("button", { name: `Registra ingresso, ${coming}` })).toBeHidden();
  await expect(page.getByRole("region", { name: "I numeri di oggi" })).toContainText("1 già registrato");

  const { facilityName } = lineOf(all, "unconfirmed");
  await page.goto(`${product.url}/oggi?kind=unconfirmed&tasks=mine`);
  await tasks.getByRole("button", { name: `È tutto vero: ${facilityName}` }).click();
  await expect(page.getByRole("status").filter({ hasText: "la situazione è confermata" })).toBeVisible();
  await expect(tasks.getByRole("button", { name: `È tutto vero: ${facilityName}` })).toBeHidden();
  await expect(page.getByRole("region", { name: "Strutture stanotte" }).getByRole("listitem").filter({ hasText: facilityName })).toContainText("confermata oggi");
});

test("a manager sees the occupancy of ninety days as a chart and as its table @desktop", async ({ page }) => {
  await begin(page, "manager.perugia");
  const occupancy = page.getByRole("region", { name: "Occupazione, 90 giorni" }).first();
  await expect(occupancy.getByRole("img", { name: /Grafico dell’occupazione netta.*media \d+,\d%, massimo \d+,\d%/ })).toBeVisible();
  await expect(occupancy.locator("path.recharts-area-curve")).toBeVisible();
  await expectAccessible(page);
  await occupancy.getByRole("button", { name: "Mostra come tabella" }).click();
  await expect(occupancy.getByRole("table").getByRole("row")).toHaveCount(91);
  await expect(page).toHaveURL(/table=true/);
  await expectAccessible(page);
});

test("a social worker is led to the files and offered no step that is not theirs", async ({ page }) => {
  await begin(page, "social_worker.perugia");
  const tasks = page.getByRole("region", { name: "Da fare" });
  await expect(tasks.getByRole("link", { name: "Apri la scheda" }).first()).toBeVisible();
  await expect(tasks.getByRole("button", { name: /Registra|È tutto vero|Cambia uscita/ })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /Occupazione/ })).toHaveCount(0);
});

test("a coordinator has the municipalities side by side, and nobody's data @desktop", async ({ page }) => {
  await begin(page, "coordinator");
  const network = page.getByRole("table", { name: "La rete stanotte" });
  await expect(network.getByRole("row").filter({ hasText: "Perugia" })).toContainText("%");
  await expect(page.getByRole("main")).not.toContainText(/N-\d{4}/);
  await expectAccessible(page);
});

test("an administrator begins with accounts, tokens and the audit @desktop", async ({ page }) => {
  await begin(page, "administrator.perugia");
  await expect(page.getByRole("region", { name: "Accessi e registro" })).toContainText("Utenti");
  await expect(page.getByRole("table", { name: "Registro" }).getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Apri il registro" }).click();
  await expect(page).toHaveURL(/\/registro/);
});

async function choose(page: Page, label: RegExp, option: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: label }).click();
  await pressOption(page.getByRole("option", { name: option, exact: true }));
}
