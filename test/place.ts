import { newId } from "@/db/ids";
import { type Api, type Caller } from "./api";
import { aFacility, aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltUnit, step } from "./builders";

export const TODAY = "2027-03-10";
export const TOMORROW = "2027-03-11";
const LATER = "2027-04-10";

/** What stands ready for each step of a placement. */
const STEPS = { show: LATER, change: LATER, arrival: TODAY, departure: "2027-03-01", "no-show": TODAY, cancellation: LATER, transfer: LATER, swap: LATER, joining: LATER, rule: LATER, correction: "2027-03-01", decision: LATER, withdrawal: LATER } as const;

/** At least one record of every kind, of one municipality and one facility; whatever has a name has `mark` in it, whatever tells of people `people`, the address `Via …`. */
export type Place = {
  mark: string;
  /** In the names and notes of its people. */
  people: string;
  municipality: string;
  organisationId: string;
  programmeId: string;
  facilityId: string;
  unitId: string;
  bedId: string;
  closureId: string;
  ruleId: string;
  householdId: string;
  personId: string;
  /** A household without a place, one of whose members may part. */
  apart: { householdId: string; personId: string };
  /** One for each thing that can be done with it. */
  cases: Record<"change" | "closure" | "reopening", string>;
  placements: Record<keyof typeof STEPS, { id: string; householdId: string; personId: string }>;
  /** Asked for by a colleague, one for each thing that can be done with it. */
  extensions: Record<"decision" | "withdrawal", string>;
  taskId: string;
  userId: string;
  tokenId: string;
  sessionId: string;
};

type At = { municipality: string; mark: string; facility?: Record<string, unknown>; organisationId?: string };

/** Fills a place through the API as its manager; what the API does not make yet comes from the owner. */
export async function aPlace(api: Api, manager: Caller, { municipality, mark, facility = {}, organisationId }: At): Promise<Place> {
  const made = async (path: string, body: object) => (await created(manager, path, { municipality, ...body })).id;
  const ownOrganisation = organisationId ?? (await made("/organisations", { name: `Ente ${mark}` }));
  const programmeId = await made("/programmes", { name: `Progetto ${mark}`, code: mark });
  const shelter = await aFacility(manager, { municipality, name: `Casa ${mark}`, address: `Via ${mark}`, programmeId, ...facility });
  const unit = await aUnit(manager, 32, { name: `Stanza ${mark}`, flat: `Piano ${mark}` }, shelter);
  const spare = await aUnit(manager, 2, { name: `Altra ${mark}` }, shelter);
  const closure = await created(manager, "/closures", { bedId: spare.beds[0]?.id, from: "2027-05-01", until: "2027-05-03", reason: "other", note: `Nota ${mark}` });
  const ruleId = await made("/stay-rules", { facilityId: shelter.id, validFrom: "2020-01-01", maxStay: { months: 6 }, maxExtensions: 1, extensionLength: { months: 1 }, clockGroup: mark });

  const people = `Gente${mark}`;
  const placements = await placementsIn(manager, municipality, people, unit);
  const household = await familyOf(manager, municipality, people);
  const parting = await familyOf(manager, municipality, people);
  // It has no place that would hide it with the others.
  if (facility.addressProtected) await hidden(api, parting, ownOrganisation);
  const inCharge = async () => (await created(manager, `/households/${household.id}/cases`, { programmeId, from: TODAY })).id;
  const cases = { change: await inCharge(), closure: await inCharge(), reopening: await inCharge() };
  await agreed(manager, cases.change, people);
  await api.owner`UPDATE household_case SET until_day = from_day, outcome = 'other', outcome_note = ${`Nota ${people}`} WHERE id = ${cases.reopening}`;
  await created(manager, "/referrals", { householdId: household.id, source: "other", urgency: 1, receivedOn: TODAY, note: `Nota ${people}` });

  // Decided before: whoever is not asked may still turn it, or take it back.
  await api.owner`INSERT INTO person_recognition SELECT id, municipality_id, name_hash, false, ${`Collega ${mark}`}, now() FROM person WHERE id = ${household.members[1]?.personId ?? ""}`;

  const taskId = newId();
  const displaced = placements.show;
  await api.owner`INSERT INTO task (id, municipality_id, kind, cause, household_id, placement_id) VALUES (${taskId}, ${municipality}, 'needs_bed', ${`cause ${mark}`}, ${displaced.householdId}, ${displaced.id})`;
  const { userId, tokenId, sessionId } = await aColleague(api, municipality, mark);
  const extensions = { decision: newId(), withdrawal: newId() };
  for (const [name, id] of Object.entries(extensions)) {
    const placement = placements[name as keyof typeof extensions];
    await api.owner`INSERT INTO extension (id, municipality_id, placement_id, exit, latest_exit_before, reason, note, asked_by) VALUES (${id}, ${municipality}, ${placement.id}, '2027-10-20', '2027-10-10', 'other', ${`Nota ${people}`}, ${userId})`;
  }
  return {
    mark, people, municipality, organisationId: ownOrganisation, programmeId, facilityId: shelter.id, unitId: spare.id, bedId: spare.beds[1]?.id ?? "", closureId: closure.id, ruleId,
    householdId: household.id, personId: household.members[1]?.personId ?? "", apart: { householdId: parting.id, personId: parting.members[1]?.personId ?? "" }, cases, placements, extensions, taskId, userId, tokenId, sessionId,
  };
}

async function created(manager: Caller, path: string, body: object): Promise<{ id: string }> {
  const answer = await manager<{ id: string }>("POST", path, { body });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function agreed(manager: Caller, id: string, mark: string): Promise<void> {
  const body = { goals: [{ text: `Meta ${mark}`, aimedOn: LATER, givenUp: { on: TODAY, reason: `Nota ${mark}` } }], exitPaths: [{ kind: "social_housing", listName: `Bando ${mark}`, rank: 3, note: `Nota ${mark}` }] };
  const { status, body: answered } = await manager("PATCH", `/cases/${id}`, { body });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(answered)}`);
}

async function hidden({ owner }: Api, { id, members }: BuiltHousehold, organisationId: string): Promise<void> {
  await owner`UPDATE household SET protected_for = ${organisationId} WHERE id = ${id}`;
  await owner`UPDATE membership SET protected_for = ${organisationId} WHERE household_id = ${id}`;
  await owner`UPDATE person SET protected_for = ${organisationId} WHERE id = ANY (${members.map(({ personId }) => personId)})`;
}

function familyOf(manager: Caller, municipality: string, mark: string): Promise<BuiltHousehold> {
  const member = { givenName: `Nome ${mark}`, familyName: `Cognome ${mark}` };
  return aHousehold(manager, [member, member], { municipality, name: `Famiglia ${mark}`, phone: mark, needs: ["step_free"], preferences: { note: mark } });
}

async function placementsIn(manager: Caller, municipality: string, mark: string, unit: BuiltUnit): Promise<Place["placements"]> {
  const made: [string, { id: string; householdId: string; personId: string }][] = [];
  for (const [name, arrival] of Object.entries(STEPS)) {
    const household = await familyOf(manager, municipality, mark);
    const [first, second] = household.members.map(({ personId }) => personId);
    // Somebody is left to join the other.
    const alone = { split: { reason: `Nota ${mark}` }, beds: [{ bedId: unit.beds.at(-1)?.id, personId: first }] };
    const placement = await aPlacement(manager, unit, arrival, "2027-04-20", { householdId: household.id, ...(name === "joining" && alone) });
    if (name === "departure" || name === "correction") await step(manager, placement, "arrival", { date: arrival });
    made.push([name, { id: placement.id, householdId: household.id, personId: (name === "joining" ? second : first) ?? "" }]);
  }
  return Object.fromEntries(made) as Place["placements"];
}

/** A social worker of the municipality, with a token and a session. */
async function aColleague({ owner }: Api, municipality: string, mark: string): Promise<Pick<Place, "userId" | "tokenId" | "sessionId">> {
  const [userId, tokenId, sessionId] = [newId(), newId(), newId()];
  await owner`INSERT INTO app_user (id, email, name) VALUES (${userId}, ${`${mark.toLowerCase()}@comune.example`}, ${`Collega ${mark}`})`;
  await owner`INSERT INTO user_role (id, user_id, role, municipality_id) VALUES (${newId()}, ${userId}, 'social_worker', ${municipality})`;
  await owner`INSERT INTO api_token (id, user_id, name, hash) VALUES (${tokenId}, ${userId}, ${`Chiave ${mark}`}, ${newId()})`;
  await owner`INSERT INTO user_session (id, user_id, last_seen_at, expires_at) VALUES (${sessionId}, ${userId}, now(), now() + interval '1 day')`;
  return { userId, tokenId, sessionId };
}
