import { afterAll, beforeAll, expect, test } from "vitest";
import { MAY, type Permission } from "@/domain/actor";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { colleagues, type Heard, type Known } from "@/test/callers";
import { TODAY } from "@/test/place";
import { idsOf, idsOfPeople, type PlaceName, type Places, thePlaces } from "@/test/places";
import { type Asked, requestTo } from "@/test/requests";
import { operations } from "../operation";

let api: Api;
let world: Places;
let known: Known[];
/** What must not come up in any answer to somebody, by reason. */
let secrets: Record<"torino" | "hidden" | "people" | "address", string[]>;

type Door = (typeof operations)[number];
type Visit = { who: Known; door: Door; at: PlaceName; asked: Asked; heard: Heard };
let visits: Visit[];

const hasFile = ({ method, path }: Door) => method === "post" && path.startsWith("/imports/");
const named = ({ who, door, at, heard }: Visit) => `${who.name}, ${door.method} ${door.path}, ${at}: ${heard.status} ${heard.text.slice(0, 300)}`;

/** Everybody knocks at every door, of every place. */
beforeAll(async () => {
  api = await startApi({ today: TODAY });
  world = await thePlaces(api);
  known = await colleagues(api.owner, world.organisations);
  visits = [];
  for (const who of known) {
    for (const door of operations.filter((each) => !hasFile(each))) {
      for (const at of Object.keys(world.places) as PlaceName[]) {
        const asked = requestTo(door, world.places[at]);
        visits.push({ who, door, at, asked, heard: await who.visit(asked) });
      }
    }
  }
  // Afterwards: whoever has left a protected facility meanwhile is found again.
  const { torino, protected: hidden } = world.places;
  secrets = {
    torino: [torino.mark, torino.people, ...(await idsOf(api, torino.municipality))],
    hidden: await idsOfPeople(api, { hidden: true }),
    people: [...Object.values(world.places).map(({ people }) => people), ...(await idsOfPeople(api, { hidden: false }))],
    address: [`Via ${hidden.mark}`],
  };
}, 300_000);
afterAll(() => api.close());

const IN_FACILITIES: Permission[] = ["unit.write", "closure.write", "placement.write"];
const OF_ONESELF = ["get /me", "patch /me", "get /me/calendar", "post /me/calendar", "delete /me/calendar", "get /settings", "post /me/password", "get /municipalities", "get /today/network", "get /tokens", "post /tokens", "get /sessions", "delete /sessions"];
/** Lists and searches of a municipality, which leave out what the caller may not see. */
const isList = ({ asked, door }: Visit) => door.method === "get" && asked.query !== "" && !asked.query.includes("householdId=");

const reaches = ({ municipality }: Known, at: PlaceName) => municipality === null || municipality === world.places[at].municipality;

/** domain.md 8: whoever finds the households of a protected facility. */
const findsHidden = ({ role, organisationId }: Known) => role === "manager" || (role === "operator" && organisationId === world.organisations.ours);
const speaksOfPeople = ({ door }: Visit) => /^\/(households|placements|extensions|tasks)\/|^\/(placements|referrals|availability)$/.test(door.path);

/** What api.md and domain.md 8 say, in the order of the refusals: role, then what is there, then whose it is. */
function expected(visit: Visit): string {
  const { who, door, at, asked } = visit;
  if (!MAY[who.role].includes(door.permission)) return "403 forbidden";
  // What belongs to no municipality is for those of the whole network.
  if (door.permission === "setting.write") return who.municipality === null ? "open" : "403 forbidden";
  if (OF_ONESELF.includes(`${door.method} ${door.path}`) || door.path.endsWith("template.csv")) return "open";
  if (door.path.startsWith("/sessions/")) return "404 not_found";
  if (!reaches(who, at)) return "404 not_found";
  if (door.path.startsWith("/tokens/") && who.role !== "administrator") return "404 not_found";
  if (who.role === "coordinator" && asked.query.includes("householdId=")) return "404 not_found";
  if (at === "protected" && speaksOfPeople(visit) && !isList(visit) && !findsHidden(who)) return "404 not_found";

  const organisation = world.organisationOf[at];
  const isTheirs = who.role === "operator" && organisation !== null && organisation !== who.organisationId;
  return isTheirs && IN_FACILITIES.includes(door.permission) ? "403 other_organisation" : "open";
}

function found({ heard: { status, text } }: Visit): string {
  const isOpen = status < 400 || status === 409 || status === 422 || status === 429;
  return isOpen ? "open" : `${status} ${(JSON.parse(text) as { code: string }).code}`;
}

test("every operation is open to whom it should be, and closed to others with the right answer", () => {
  expect(visits.length).toBeGreaterThan(1_500);
  const wrong = visits.filter((visit) => found(visit) !== expected(visit));
  expect(wrong.slice(0, 20).map((visit) => `${named(visit)} INSTEAD OF ${expected(visit)}`)).toEqual([]);
});

/** Secrets in body or headers that the caller had not said themselves. */
function told({ asked, heard }: Visit, secret: readonly string[]): string[] {
  const heardText = `${heard.text}\n${[...heard.headers].join("\n")}`;
  const said = JSON.stringify([asked.path, asked.query, asked.body]);
  return secret.filter((word) => heardText.includes(word) && !said.includes(word));
}

const leaks = (to: (visit: Visit) => boolean, secret: readonly string[]) => visits.filter(to).flatMap((visit) => told(visit, secret).slice(0, 1).map((word) => `${word} in ${named(visit)}`));

test("nothing of Torino is told to anybody of Perugia", () => {
  expect(leaks(({ who }) => who.municipality === PERUGIA, secrets.torino)).toEqual([]);
});

test("the people of a protected facility are told to its organisation and the manager only", () => {
  // Administrators read in the audit which records were touched, by id alone.
  expect(leaks(({ who, door }) => (who.municipality !== PERUGIA || !findsHidden(who)) && door.path !== "/audit", secrets.hidden)).toEqual([]);
});

test("its address is told to its organisation and the manager only", () => {
  expect(leaks(({ who }) => who.municipality !== PERUGIA || !findsHidden(who), secrets.address)).toEqual([]);
});

test("coordinators and administrators are told of no people at all", () => {
  expect(leaks(({ who, door }) => (who.role === "coordinator" || who.role === "administrator") && !door.path.startsWith("/audit"), secrets.people)).toEqual([]);
});

test("the secrets are told to those who may know them, so that the search would have found them", () => {
  const byManager = visits.filter(({ who }) => who.name === "a manager");
  for (const secret of [secrets.hidden, secrets.address]) expect(byManager.some((visit) => told(visit, secret).length > 0)).toBe(true);
  expect(visits.filter(({ who }) => who.name === "a manager of Torino").some((visit) => told(visit, secrets.torino).length > 0)).toBe(true);
});
