import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { MAY, type Permission, type Role, ROLES } from "../domain/actor";
import { codes } from "../messages/it/codes";
import { shell } from "../messages/it/shell";
import { DESIGN, routes } from "./routes";
import { ownProduct } from "./own-product";
import { visitor } from "./sign-in";

/** Every page with what it takes to see it. A new page needs its line here. */
const PAGES: Record<string, Permission | "signed in" | "everybody"> = {
  // Leads to where the role begins.
  "/": "signed in",
  "/accesso": "everybody",
  "/accesso/password-dimenticata": "everybody",
  "/accesso/nuova-password": "everybody",
  "/oggi": "signed in",
  "/senza-rete": "everybody",
  "/disponibilita": "availability.read",
  "/tabellone": "inventory.read",
  "/nuclei": "household.read",
  "/nuclei/nuovo": "household.write",
  "/nuclei/[id]": "household.read",
  "/strutture": "inventory.read",
  "/strutture/nuova": "facility.write",
  "/strutture/[id]": "inventory.read",
  "/lettere/[id]": "placement.read",
  "/importa": "data.import",
  "/profilo": "signed in",
  "/registro": "audit.read",
  "/accessibilita": "everybody",
  // Leads to the first of the settings that the role may see.
  "/impostazioni": "signed in",
  "/impostazioni/utenti": "user.write",
  "/impostazioni/regole": "inventory.read",
  "/impostazioni/enti": "organisation.write",
  "/impostazioni/programmi": "programme.write",
  "/impostazioni/token": "token.write",
  "/impostazioni/servizio": "setting.write",
};

/** A facility may be called as its kind is. */
const KINDS = JSON.stringify(codes);

type Municipality = { code: string; ids: string[]; names: string[]; records: Record<string, string>; hidden: string[] };
type Line = { id: string; householdId?: string; name: string | null; isProtected?: boolean; members?: { personId: string }[]; where?: { placementId: string } | null };

let visitors: Record<Role, APIRequestContext>;
let perugia: Municipality;
let torino: Municipality;

test.describe.configure({ mode: "serial" });
const product = ownProduct({ today: "2027-02-10" }, async () => {
  visitors = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await visitor(product, `${role}.perugia@demo.example`)]))) as typeof visitors;
  perugia = await everythingIn("G478", visitors.manager);
  torino = await everythingIn("L219", await visitor(product, "manager.torino@demo.example"));
});

async function everythingIn(code: string, manager: APIRequestContext): Promise<Municipality> {
  const list = async (kind: string) => ((await (await manager.get(`/api/v1/${kind}?municipality=${code}&limit=200`)).json()) as { items: Line[] }).items;
  const [households, facilities, placements] = [await list("households"), await list("facilities"), await list("placements")];
  const people = (line: Line) => [line.id, ...(line.members ?? []).map(({ personId }) => personId)];
  const placement = placements.find(({ householdId }) => households.some(({ id, isProtected }) => id === householdId && !isProtected));
  const records = { nuclei: households[0]?.id ?? "", strutture: facilities[0]?.id ?? "", lettere: placement?.id ?? "" };
  const ids = [...households.flatMap(people), ...facilities.map(({ id }) => id), ...placements.map(({ id }) => id)];
  return { code, ids, records, names: facilities.flatMap(({ name }) => (name && !KINDS.includes(name) ? [name] : [])), hidden: households.filter(({ isProtected }) => isProtected).flatMap(people) };
}

const at = (route: string, { records }: Municipality) => route.replace("[id]", records[route.split("/")[1] ?? ""] ?? "");

async function seen(visitor: APIRequestContext, path: string): Promise<{ status: number; path: string; html: string }> {
  // A connection that was left idle may be closed by the server just as it is used again.
  const answer = await visitor.get(path, { headers: { accept: "text/html" }, maxRetries: 2 });
  return { status: answer.status(), path: new URL(answer.url()).pathname, html: await answer.text() };
}

test("every page has its line here @desktop", () => {
  expect(routes().sort()).toEqual(Object.keys(PAGES).sort());
});

test("nobody sees a page but those that let one in; all others lead there @desktop", async () => {
  const nobody = await request.newContext({ baseURL: product.url });
  for (const route of routes()) {
    const page = await seen(nobody, at(route, perugia));
    expect([page.status, page.path], route).toEqual([200, PAGES[route] === "everybody" ? route : "/accesso"]);
    expect(perugia.ids.filter((id) => page.html.includes(id) && !at(route, perugia).includes(id)), route).toEqual([]);
  }
});

test("the page for those who build is not there @desktop", async () => {
  expect((await seen(visitors.administrator, DESIGN)).status).toBe(404);
});

for (const role of ROLES) {
  test(`a ${role} sees the pages of the role, and of the others that they are not for them @desktop`, async () => {
    for (const route of routes()) {
      const needed = PAGES[route];
      const isOpen = needed === "everybody" || needed === "signed in" || (needed !== undefined && MAY[role].includes(needed));
      const page = await seen(visitors[role], at(route, perugia));
      expect(page.status, route).toBe(200);
      expect(page.html.includes(shell.nothingAllowedTitle), `${role} ${route} is ${isOpen ? "open" : "closed"}`).toBe(!isOpen);
      expect(torino.ids.filter((id) => page.html.includes(id)), route).toEqual([]);
      expect(torino.names.filter((name) => !perugia.names.includes(name) && page.html.includes(name)), route).toEqual([]);
      if (!isOpen) expect([...perugia.ids, ...perugia.names].filter((word) => page.html.includes(word) && !at(route, perugia).includes(word)), route).toEqual([]);
      if (role === "social_worker") expect(perugia.hidden.filter((id) => page.html.includes(id)), route).toEqual([]);
    }
  });

  test(`a ${role} finds no record of another municipality @desktop`, async () => {
    for (const route of routes().filter((each) => each.includes("[id]"))) {
      const needed = PAGES[route] as Permission;
      const page = await seen(visitors[role], at(route, torino));
      // What is not found is drawn in the browser; e2e/pages.test.ts looks at it.
      const isOpen = MAY[role].includes(needed);
      expect([page.status, page.html.includes(shell.nothingAllowedTitle)], `${role} ${route}`).toEqual(isOpen ? [404, false] : [200, true]);
      expect(torino.names.filter((name) => page.html.includes(name)), route).toEqual([]);
      expect(torino.ids.filter((id) => page.html.includes(id) && !at(route, torino).includes(id)), route).toEqual([]);
    }
    const search = await seen(visitors[role], `/disponibilita?nucleo=${torino.records.nuclei}&struttura=${torino.records.strutture}`);
    expect(search.status).toBe(200);
    expect(torino.names.filter((name) => !perugia.names.includes(name) && search.html.includes(name))).toEqual([]);
  });
}

test("a session that was ended, and a user who was shut out, are led back to the door @desktop", async () => {
  const kept = await visitors.operator.storageState();
  const { csrfToken } = (await (await visitors.operator.get("/api/auth/csrf")).json()) as { csrfToken: string };
  await visitors.operator.post("/api/auth/signout", { form: { csrfToken, json: "true" } });
  const again = await request.newContext({ baseURL: product.url, storageState: kept });
  expect((await seen(again, "/nuclei")).path).toBe("/accesso");

  const { id } = (await (await visitors.social_worker.get("/api/v1/me")).json()) as { id: string };
  expect((await seen(visitors.social_worker, "/nuclei")).path).toBe("/nuclei");
  expect((await visitors.manager.post(`/api/v1/users/${id}/disable`)).status()).toBe(200);
  expect((await seen(visitors.social_worker, "/nuclei")).path).toBe("/accesso");
  expect((await visitors.social_worker.get("/api/v1/me")).status()).toBe(401);
});
