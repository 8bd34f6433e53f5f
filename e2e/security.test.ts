import { expect, test, type Page } from "@playwright/test";
import { tokenOf } from "./caller";
import { routes } from "./routes";
import { ownProduct } from "./own-product";
import { fillSignIn } from "./sign-in";

const TODAY = "2027-02-10";

const product = ownProduct({ today: TODAY, isEmbedded: true });

test("no page asks another site for anything, and none breaks its own policy @desktop", async ({ page }) => {
  const asked: string[] = [];
  const broken: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.exposeFunction("policyBroken", (what: string) => broken.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      void (window as unknown as { policyBroken(what: string): void }).policyBroken(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });

  await page.goto(`${product.url}/accesso`);
  await signIn(page, "manager.perugia@demo.example");
  const ids = await someIds(page);
  const visit = async () => {
    for (const route of routes()) {
      await page.goto(`${product.url}${route.replace("[id]", ids[route.split("/")[1] ?? ""] ?? "")}`);
      await openPopovers(page);
    }
  };
  await visit();
  await page.goto(`${product.url}/no-such-page`);
  await page.context().clearCookies();
  await page.goto(`${product.url}/accesso`);
  await signIn(page, "administrator@demo.example");
  await visit();

  expect(routes().length).toBeGreaterThan(10);
  expect(broken).toEqual([]);
  expect([...new Set(asked.filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url).origin))]).toEqual([product.url]);
});

test("a script smuggled into a page does not run @desktop", async ({ page }) => {
  await page.goto(`${product.url}/accesso`);
  const { ran, refused } = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
    const smuggled = document.createElement("div");
    smuggled.innerHTML = `<img src="/no-such-picture.png" onerror="window.smuggled = 'attribute'">`;
    document.body.append(smuggled);
    const external = document.createElement("div");
    external.innerHTML = `<iframe srcdoc="<script>parent.smuggled = 'frame'</scr` + `ipt>"></iframe>`;
    document.body.append(external);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return { ran: (window as unknown as { smuggled?: string }).smuggled ?? null, refused };
  });
  expect(ran).toBeNull();
  expect(refused).toContain("script-src-attr");
});

test("answers carry the headers that browsers keep to @desktop", async ({ request }) => {
  const headersOf = async (path: string) => (await request.get(`${product.url}${path}`, { maxRedirects: 0 })).headers();
  for (const path of ["/accesso", "/disponibilita", "/api/v1/me", "/api/v1/docs", "/healthz", "/no-such-page"]) {
    const headers = await headersOf(path);
    expect(headers, path).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin" });
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]?.split("; ").find((directive) => directive.startsWith("script-src")) ?? "", path).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(headers["x-request-id"], path).toMatch(/^[\w-]{36}$/);
  }
  const nonce = async () => /'nonce-([^']+)'/.exec((await headersOf("/accesso"))["content-security-policy"] ?? "")?.[1];
  expect(await nonce()).not.toBe(await nonce());
});

test("the numbers of the process are for whoever holds a token @desktop", async ({ request }) => {
  expect((await request.get(`${product.url}/metrics`)).status()).toBe(401);
  const ours = "an-id-of-our-own-42";
  expect((await request.get(`${product.url}/api/v1/me`, { headers: { "x-request-id": ours } })).headers()["x-request-id"]).toBe(ours);
  const authorization = `Bearer ${tokenOf(product.home, "administrator@demo.example")}`;
  await request.get(`${product.url}/api/v1/me`, { headers: { authorization } });
  const numbers = await (await request.get(`${product.url}/metrics`, { headers: { authorization } })).text();
  for (const line of [/^postoletto_request_seconds_count\{operation="get \/me",status="200"\} [1-9]/m, /^postoletto_request_seconds_count\{operation="get \/me",status="401"\} [1-9]/m, /^postoletto_database_connections 16$/m, /^postoletto_job_seconds_count\{job="[\w ]+",outcome="done"\} [1-9]/m, /^nodejs_eventloop_lag_seconds /m]) {
    expect(numbers).toMatch(line);
  }
  // Ids in labels would be numbers without end.
  expect(numbers).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

async function signIn(page: Page, email: string): Promise<void> {
  await fillSignIn(page, email, product.password);
  await page.waitForURL((url) => !url.pathname.startsWith("/accesso"));
}

/** A record behind each page that shows one. */
function someIds(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const first = async (path: string) => (await (await fetch(`/api/v1${path}`)).json()).items[0].id as string;
    return { nuclei: await first("/households?municipality=G478"), strutture: await first("/facilities?municipality=G478"), lettere: await first("/placements?municipality=G478") };
  });
}

/** Pickers and menus make elements and styles of their own. */
async function openPopovers(page: Page): Promise<void> {
  const openers = page.locator("main button[aria-haspopup]:visible, header button[aria-haspopup]:visible");
  for (let index = 0; index < Math.min(await openers.count(), 4); index += 1) {
    await openers.nth(index).click({ timeout: 1_000 }).catch(() => undefined);
    await page.keyboard.press("Escape");
  }
}
