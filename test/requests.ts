import { addDays } from "@/domain/day";
import { type Place, TODAY, TOMORROW } from "./place";

export type Asked = { method: string; path: string; query: string; body: unknown };

type Operation = { method: string; path: string };

const person = { givenName: "Ada", familyName: "Prova", birthDate: "1990-05-05", gender: "female", role: "other" };
const nights = { arrival: "2027-06-10", exit: "2027-06-20" };

let daysBack = 0;
let made = 0;
const anotherName = () => `Nuovo ${++made}`;

type Line = (place: Place) => { query?: string; body?: unknown };
const nothingMore: Line = () => ({});
const inMunicipality: Line = ({ municipality }) => ({ query: `municipality=${municipality}` });

/** For every operation a request that the manager of the place may make, and that does what it says. */
const LINES: Record<string, Line> = {
  "get /audit": inMunicipality,
  "get /events": inMunicipality,
  "get /availability": ({ municipality, householdId }) => ({ query: `municipality=${municipality}&from=${nights.arrival}&until=${nights.exit}&householdId=${householdId}&includeUnfit=true&forward=true` }),
  "get /availability/elsewhere": ({ municipality }) => ({ query: `municipality=${municipality}&from=${nights.arrival}&until=${nights.exit}` }),
  "get /board": ({ municipality }) => ({ query: `municipality=${municipality}&from=2027-03-01&until=2027-09-01` }),
  "post /facilities": ({ municipality, organisationId, programmeId }) => ({ body: { municipality, name: anotherName(), kind: "cohousing", opensOn: "2027-01-01", organisationId, programmeId } }),
  "get /facilities": inMunicipality,
  "patch /facilities/{id}": ({ mark }) => ({ body: { name: `Casa ${mark}` } }),
  "post /facilities/{id}/units": () => ({ body: { name: anotherName(), letting: "by_bed", beds: [{ name: "1" }, { name: "2" }] } }),
  "patch /units/{id}": ({ mark }) => ({ body: { name: `Altra ${mark}` } }),
  "post /units/{id}/beds": () => ({ body: { name: anotherName() } }),
  "post /units/{id}/beds/bulk": () => ({ body: { beds: [{ name: anotherName() }, { name: anotherName(), kind: "cot" }] } }),
  "get /facilities/{id}/in-the-way": () => ({ query: "from=2027-03-10" }),
  "patch /beds/{id}": () => ({ body: { name: anotherName() } }),
  "post /closures": ({ bedId }) => ({ body: { bedId, from: "2027-08-10", until: "2027-08-11", reason: "other" } }),
  "post /households": ({ municipality }) => ({ body: { municipality, members: [{ ...person, role: "head" }] } }),
  "get /households": ({ municipality, people }) => ({ query: `municipality=${municipality}&q=${people}` }),
  "patch /households/{id}": ({ people }) => ({ body: { name: `Famiglia ${people}` } }),
  "post /households/{id}/members": () => ({ body: person }),
  "patch /households/{id}/members/{personId}": ({ people }) => ({ body: { givenName: `Nome ${people}` } }),
  "post /households/{id}/members/{personId}/recognition": () => ({ body: { same: true } }),
  // Whoever has left on a day can still have left on the day before.
  "post /households/{id}/members/{personId}/departure": () => ({ body: { date: addDays(TODAY, -++daysBack) } }),
  "post /households/{id}/division": ({ apart }) => ({ body: { date: TODAY, personIds: [apart.personId] } }),
  "post /households/{id}/cases": ({ programmeId, userId }) => ({ body: { programmeId, from: TODAY, socialWorkerId: userId } }),
  "patch /cases/{id}": ({ people }) => ({ body: { goals: [{ text: `Meta ${people}`, aimedOn: TOMORROW }], exitPaths: [{ kind: "social_housing", listName: `Bando ${people}`, rank: 7 }] } }),
  "post /cases/{id}/closure": ({ people }) => ({ body: { date: TODAY, outcome: "withdrawn", note: `Nota ${people}` } }),
  "post /referrals": ({ householdId }) => ({ body: { householdId, source: "other", urgency: 1, receivedOn: TODAY } }),
  "get /case-workers": inMunicipality,
  "get /organisations": inMunicipality,
  "post /organisations": ({ municipality }) => ({ body: { municipality, name: anotherName() } }),
  "patch /organisations/{id}": ({ mark }) => ({ body: { name: `Ente ${mark}` } }),
  "patch /programmes/{id}": ({ mark }) => ({ body: { name: `Progetto ${mark}` } }),
  "get /programmes": inMunicipality,
  "post /programmes": ({ municipality }) => ({ body: { municipality, name: anotherName() } }),
  "get /tasks": inMunicipality,
  "get /today": inMunicipality,
  "post /placements": ({ householdId, unitId }) => ({ body: { householdId, unitId, ...nights } }),
  "get /placements": inMunicipality,
  "patch /placements/{id}": () => ({ body: { exit: "2027-04-19" } }),
  "post /placements/{id}/arrival": () => ({ body: { date: TODAY } }),
  "post /placements/{id}/departure": () => ({ body: { date: TODAY, reason: "end_of_stay", destination: "family" } }),
  "post /placements/{id}/transfer": ({ unitId }) => ({ body: { date: "2027-04-10", unitId } }),
  "post /placements/{id}/swap": ({ placements }) => ({ body: { date: "2027-04-10", withPlacementId: placements.joining.id } }),
  "post /placements/{id}/joining": ({ placements }) => ({ body: { date: "2027-04-10", personId: placements.joining.personId } }),
  "post /placements/{id}/rule": ({ ruleId }) => ({ body: { ruleId } }),
  // Whoever came on a day can still have come on the day before.
  "post /placements/{id}/correction": ({ people }) => ({ body: { note: `Nota ${people}`, arrival: addDays("2027-03-01", -++daysBack) } }),
  "post /placements/{id}/no-show": () => ({ body: { reason: "no_contact" } }),
  "post /placements/{id}/cancellation": () => ({ body: { reason: "other" } }),
  "post /placements/{id}/extensions": () => ({ body: { exit: "2027-10-20", reason: "lease_bridge" } }),
  "get /extensions": inMunicipality,
  "post /extensions/{id}/decision": () => ({ body: { approve: true } }),
  "post /stay-rules": ({ municipality, facilityId }) => ({ body: { municipality, facilityId, validFrom: TOMORROW, maxStay: { months: 6 } } }),
  "post /stay-rules/impact": ({ municipality, facilityId }) => ({ body: { municipality, facilityId, validFrom: TODAY, maxStay: { days: 5 } } }),
  "get /stay-rules": inMunicipality,
  "get /search": ({ municipality, people }) => ({ query: `municipality=${municipality}&q=${people}` }),
  "get /users": inMunicipality,
  "post /users": ({ municipality }) => ({ body: { email: `new${++made}@comune.example`, name: "A", municipality, role: "social_worker" } }),
  "patch /users/{id}": ({ mark, municipality }) => ({ body: { name: `Collega ${mark}`, grants: [{ role: "social_worker", municipality }] } }),
  "patch /me": () => ({ body: { language: "en" } }),
  "patch /settings": () => ({ body: { accessibilityEmail: "accessibilita@comune.example" } }),
  "post /users/{id}/password": () => ({ body: { password: "a long and quiet password" } }),
  "post /me/password": () => ({ body: { currentPassword: "not the present one", password: "a long and quiet password" } }),
  "post /password-resets": () => ({ body: { email: `nobody${++made}@comune.example` } }),
  "post /password-resets/redemption": () => ({ body: { token: `none${++made}`, password: "a long and quiet password" } }),
  "post /tokens": () => ({ body: { name: "script" } }),
  "get /reports/occupancy": ({ municipality }) => ({ query: `municipality=${municipality}&from=2027-01-01&until=${TODAY}&groupBy=unit&interval=month` }),
  "get /exports/facilities.csv": inMunicipality,
  "get /exports/households.csv": inMunicipality,
  "get /exports/stays.csv": inMunicipality,
};

const RECORDS: Record<string, (place: Place, step: string) => string> = {
  facilities: ({ facilityId }) => facilityId,
  units: ({ unitId }) => unitId,
  beds: ({ bedId }) => bedId,
  closures: ({ closureId }) => closureId,
  households: ({ householdId, apart }, step) => (step === "division" ? apart.householdId : householdId),
  cases: ({ cases }, step) => cases[step as keyof typeof cases],
  placements: ({ placements }, step) => (placements[step as keyof typeof placements] ?? placements.show).id,
  extensions: ({ extensions }, step) => extensions[step as keyof typeof extensions] ?? extensions.decision,
  tasks: ({ taskId }) => taskId,
  organisations: ({ organisationId }) => organisationId,
  programmes: ({ programmeId }) => programmeId,
  users: ({ userId }) => userId,
  tokens: ({ tokenId }) => tokenId,
  sessions: ({ sessionId }) => sessionId,
  "stay-rules": ({ ruleId }) => ruleId,
};

/** What nobody does with another's records: their own tests show that it can be done at all. */
export const OF_ONESELF_ALONE = ["post /me/password", "delete /sessions/{id}"];

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

/** The request to an operation on the records of a place. A new operation needs its line here. */
export function requestTo(operation: Operation, place: Place): Asked {
  const { query, body } = (LINES[nameOf(operation)] ?? nothingMore)(place);
  return { method: operation.method.toUpperCase(), path: pathIn(operation, place), query: query ?? "", body };
}

function pathIn({ method, path }: Operation, place: Place): string {
  if (!path.includes("{")) return path;
  const [, kind = ""] = path.split("/");
  const step = method === "patch" ? "change" : (path.split("/").at(-1) ?? "");
  const record = RECORDS[kind];
  if (!record) throw new Error(`test/requests.ts does not know which record ${path} speaks of: add "${kind}" to RECORDS`);
  return path.replace("{id}", record(place, step)).replace("{personId}", place.personId);
}
