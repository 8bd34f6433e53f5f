import { expect, type Page } from "@playwright/test";
import type { Product } from "./start";

/** Fills in the sign-in form that the page shows, and sends it. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Indirizzo e-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Accedi" }).click();
}

/** Signs in and goes to the path. `who`: a role of Perugia's demo, or the whole address. */
export async function signIn(page: Page, { url, password }: Product, who: string, path = "/"): Promise<void> {
  await page.goto(`${url}/accesso?next=${encodeURIComponent(path)}`);
  await fillSignIn(page, who.includes("@") ? who : `${who}.perugia@demo.example`, password);
  await expect(page).not.toHaveURL(/\/accesso/);
}
