import { type APIRequestContext, type Browser, type BrowserContextOptions, request } from "@playwright/test";
import { type Role, ROLES } from "../domain/actor";
import { shell } from "../messages/it/shell";
import { DESIGN, routes } from "./routes";
import { visitor } from "./sign-in";
import type { Product } from "./start";

/** A page with an address that leads to it, and somebody who may see it. */
export type Visit = { route: string; path: string; role: Role | null };

/** Who sees most of a page comes first. */
const BY_SIGHT: Role[] = ["manager", "administrator", "coordinator", "operator", "social_worker"];

type Session = Awaited<ReturnType<APIRequestContext["storageState"]>>;
export type Visits = { visits: Visit[]; sessions: Record<Role, Session> };

/** Every page of the tree with a record of Perugia's demo, and the first role that it is for. */
export async function visitsOf(product: Product): Promise<Visits> {
  const visitors = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await visitor(product, `${role}.perugia@demo.example`)]))) as Record<Role, APIRequestContext>;
  const records = await recordsSeenBy(visitors.manager);
  const nobody = await request.newContext({ baseURL: product.url });
  const visits: Visit[] = [];
  for (const route of [...routes().filter((each) => each !== "/"), DESIGN]) {
    const path = route.replace("[id]", records[route.split("/")[1] ?? ""] ?? "");
    visits.push({ route, path, role: await firstWelcome(path, nobody, visitors) });
  }
  const sessions = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await visitors[role].storageState()]))) as Record<Role, Session>;
  await Promise.all([nobody, ...Object.values(visitors)].map((each) => each.dispose()));
  return { visits, sessions };
}

/** One of each kind: a household with a placement in house, since its file shows most. */
async function recordsSeenBy(manager: APIRequestContext): Promise<Record<string, string>> {
  const first = async (path: string) => ((await (await manager.get(`/api/v1/${path}`)).json()) as { items: { id: string; householdId?: string }[] }).items[0];
  const placement = await first("placements?municipality=G478&status=in_house");
  const household = await first("households?municipality=G478");
  const facility = await first("facilities?municipality=G478");
  return { nuclei: placement?.householdId ?? household?.id ?? "", strutture: facility?.id ?? "", lettere: placement?.id ?? "" };
}

async function firstWelcome(path: string, nobody: APIRequestContext, visitors: Record<Role, APIRequestContext>): Promise<Role | null> {
  if (new URL((await nobody.get(path)).url()).pathname === path) return null;
  for (const role of BY_SIGHT) {
    const answer = await visitors[role].get(path);
    if (answer.ok() && !(await answer.text()).includes(shell.nothingAllowedTitle)) return role;
  }
  throw new Error(`no role may see ${path}`);
}

/** A window of this visitor; nobody's where a page asks for none. */
export async function windowFor(browser: Browser, { url }: Product, { sessions }: Visits, role: Role | null, { locale = "it", ...options }: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: "it-IT", timezoneId: "Europe/Rome", ...(role && { storageState: sessions[role] }), ...options });
  await context.addCookies([{ name: "postoletto-language", value: locale, url }]);
  return context;
}
