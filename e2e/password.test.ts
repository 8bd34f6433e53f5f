import { expect, test, type Page } from "@playwright/test";
import { linkIn, postOffice } from "../test/post-office";
import { expectAccessible } from "./accessible";
import { fillSignIn } from "./sign-in";
import { startProduct, temporaryHome, type Product } from "./start";

const FORGETFUL = "social_worker.perugia@demo.example";
const CAREFUL = "operator.perugia@demo.example";
const NEW = "il gatto dorme sul divano";

let office: Awaited<ReturnType<typeof postOffice>>;
let product: Product;
let home: Awaited<ReturnType<typeof temporaryHome>>;

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

test.beforeAll(async () => {
  office = await postOffice();
  home = await temporaryHome();
  product = await startProduct({ home: home.home, env: { POSTOLETTO_SMTP_URL: office.url } });
});

test.afterAll(async () => {
  await product?.stop();
  await home?.remove();
  await office?.close();
});

test("a forgotten password is replaced through a link that comes by e-mail, once @desktop", async ({ page }) => {
  await test.step("whoever asks is told the same", async () => {
    await page.goto(`${product.url}/accesso`);
    await page.getByRole("link", { name: "Password dimenticata?" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Password dimenticata");
    await expectAccessible(page);
    const told: string[] = [];
    for (const email of ["nobody@demo.example", FORGETFUL]) {
      await page.goto(`${product.url}/accesso/password-dimenticata`);
      await page.getByLabel("Indirizzo e-mail").fill(email);
      await page.getByRole("button", { name: "Manda il collegamento" }).click();
      await expect(page.getByText("Controlla la posta")).toBeVisible();
      told.push(await page.getByRole("main").innerText());
    }
    expect(told[0]).toBe(told[1]);
    await expectAccessible(page);
  });

  // Others are told of their work meanwhile.
  const sent = () => office.letters.filter((letter) => linkIn(letter) !== "");
  await expect.poll(() => sent().map(({ to }) => to), { timeout: 30_000 }).toEqual([[FORGETFUL]]);
  const link = linkIn(sent()[0]!);

  await test.step("the link asks for a new password, twice, and for one that nobody knows", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Scegli una nuova password");
    await expectAccessible(page);
    await choose(page, "corta");
    await expect(page.getByText("Servono almeno 12 caratteri.")).toBeVisible();
    await choose(page, NEW, "il gatto dorme sul letto");
    await expect(page.getByText("Le due password non sono uguali.", { exact: false })).toBeVisible();
    await choose(page, "Password2024!!");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("tra quelle note");
    await expectAccessible(page);
    await choose(page, NEW);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("La password è cambiata");
    await expectAccessible(page);
  });

  await test.step("the old one opens nothing, the new one does", async () => {
    await page.getByRole("link", { name: "Vai all’accesso" }).click();
    await fillSignIn(page, FORGETFUL, product.password);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("non corretti");
    await fillSignIn(page, FORGETFUL, NEW);
    await expect(page).not.toHaveURL(/\/accesso/);
  });

  await test.step("the link is used up", async () => {
    await page.goto("about:blank");
    await page.goto(link);
    await choose(page, "quattro rane molto verdi");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("non vale più");
    await expect(page.getByRole("link", { name: "Chiedi un altro collegamento" })).toBeVisible();
  });
});

test("somebody changes their password and closes a session left open elsewhere @desktop", async ({ page, browser }) => {
  const elsewhere = await browser.newPage();
  await elsewhere.goto(`${product.url}/accesso`);
  await fillSignIn(elsewhere, CAREFUL, product.password);
  await expect(elsewhere).not.toHaveURL(/\/accesso/);

  await page.goto(`${product.url}/accesso`);
  await fillSignIn(page, CAREFUL, product.password);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Oggi");
  const profile = page.getByRole("menuitem", { name: "Profilo e sicurezza" });
  // On a busy machine a menu opened while the page is still arriving closes again.
  await expect(async () => {
    await page.getByRole("button", { name: /^Menu di/ }).click();
    await expect(profile).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await profile.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profilo e sicurezza");
  const sessions = page.getByRole("region", { name: "Sessioni aperte" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  await sessions.getByRole("button", { name: /^Chiudi la sessione/ }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await elsewhere.goto(`${product.url}/nuclei`);
  await expect(elsewhere).toHaveURL(/\/accesso/);
  await elsewhere.close();

  const form = page.getByRole("region", { name: "Password" });
  await page.getByLabel("Password attuale").fill("not the password");
  await choose(page, NEW, NEW, "Cambia password");
  await expect(form.getByRole("alert")).toContainText("La password attuale non è corretta");
  await expectAccessible(page);
  await page.getByLabel("Password attuale").fill(product.password);
  await choose(page, NEW, NEW, "Cambia password");
  await expect(page.getByRole("status").filter({ hasText: "La password è cambiata." })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profilo e sicurezza");
});

test("the same in English @desktop", async ({ page }) => {
  await page.context().addCookies([{ name: "postoletto-language", value: "en", url: product.url }]);
  await page.goto(`${product.url}/accesso`);
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forgotten password");
  await page.goto(`${product.url}/accesso/nuova-password`);
  await page.getByLabel("New password", { exact: false }).first().fill(NEW);
  await page.getByLabel("Repeat the new password").fill(NEW);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("A part of the link is missing");
});

test("whoever guesses is told to wait, also with the right password @desktop", async ({ page }) => {
  const email = "manager.perugia@demo.example";
  const attempt = async (password: string) => {
    const { csrfToken } = await (await page.request.get(`${product.url}/api/auth/csrf`)).json();
    return page.request.post(`${product.url}/api/auth/callback/credentials`, { form: { email, password, csrfToken, json: "true" } });
  };
  for (let turn = 0; turn < 10; turn += 1) expect((await attempt("not the password")).status()).toBe(401);
  const stopped = await attempt(product.password);
  expect([stopped.status(), Number(stopped.headers()["retry-after"]) > 0]).toEqual([429, true]);
  await page.goto(`${product.url}/accesso`);
  await fillSignIn(page, email, product.password);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Troppi tentativi");
});

test("where no e-mail is set up, the page says whom to ask @desktop", async ({ page }) => {
  await product.stop();
  product = await startProduct({ home: home.home });
  await page.goto(`${product.url}/accesso`);
  await expect(page.getByText("Rivolgiti a chi amministra il servizio", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "Password dimenticata?" })).toBeHidden();
  await page.goto(`${product.url}/accesso/password-dimenticata`);
  await expect(page.getByText("Chiedi a chi amministra il servizio")).toBeVisible();
  await expect(page.getByRole("button", { name: "Manda il collegamento" })).toBeHidden();
  await expectAccessible(page);
});

async function choose(page: Page, password: string, again = password, button = "Salva la nuova password"): Promise<void> {
  await page.getByRole("textbox", { name: /^Nuova password/ }).fill(password);
  await page.getByRole("textbox", { name: /^Ripeti la nuova password/ }).fill(again);
  await page.getByRole("button", { name: button }).click();
}
