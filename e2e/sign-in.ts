import { type APIRequestContext, type Page, request } from "@playwright/test";
import type { Product } from "./start";

/** Fills in the sign-in form that the page shows, and sends it. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Indirizzo e-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Accedi" }).click();
}

/** Signs in as the form does, without loading it, and goes to the path. `who`: a role of Perugia's demo, or the whole address. */
export async function signIn(page: Page, product: Product, who: string, path = "/"): Promise<void> {
  await enter(page.request, product, who.includes("@") ? who : `${who}.perugia@demo.example`);
  await page.goto(`${product.url}${path}`);
}

/** Gives this caller a session as the sign-in form does. */
export async function enter(caller: APIRequestContext, { url, password }: Product, email: string): Promise<void> {
  const { csrfToken } = (await (await caller.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const headers = fromPagesOf(url);
  await caller.post(`${url}/api/auth/callback/credentials`, { headers, form: { csrfToken, email, password, json: "true" } });
  if ((await caller.get(`${url}/api/v1/me`, { headers })).status() !== 200) throw new Error(`${email} could not sign in`);
}

/** Somebody who asks the product without a browser. */
export async function visitor(product: Product, email: string): Promise<APIRequestContext> {
  const caller = await request.newContext({ baseURL: product.url, extraHTTPHeaders: fromPagesOf(product.url) });
  await enter(caller, product, email);
  return caller;
}

/** What a browser says of a request that a page of the product makes. */
function fromPagesOf(url: string): Record<string, string> {
  return { "sec-fetch-site": "same-origin", origin: url };
}
