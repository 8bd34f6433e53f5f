import { type Answered, type Caller, PERUGIA } from "./api";

export type BuiltUnit = { id: string; facilityId: string; beds: { id: string; name: string }[] };
type Person = { givenName?: string; familyName?: string; birthDate?: string; gender?: string; role?: string; citizenship?: string | null; residencePermit?: unknown; fiscalCode?: string };
export type BuiltHousehold = { id: string; code: string; members: { personId: string }[] };
export type BuiltPlacement = Record<string, unknown> & { id: string; version: number; status: string; arrival: string; exit: string; latestExit: string | null; stays: { id: string; personId: string; bedId: string; status: string; arrival: string; exit: string }[] };

function created<T>(answer: Answered): T {
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

/** A facility by a manager. */
export async function aFacility(manager: Caller, fields: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const body = { municipality: PERUGIA, name: "Rifugio Elce", kind: "emergency_shelter", opensOn: "2020-01-01", ...fields };
  return created(await manager("POST", "/facilities", { body }));
}

/** A unit of so many beds, in a facility of its own unless told. */
export async function aUnit(manager: Caller, bedCount: number, fields: Record<string, unknown> = {}, facility?: { id: string } | Record<string, unknown>): Promise<BuiltUnit> {
  const at = facility && "id" in facility ? (facility as { id: string }) : await aFacility(manager, facility);
  const beds = Array.from({ length: bedCount }, (_, index) => ({ name: `${index + 1}` }));
  return created(await manager("POST", `/facilities/${at.id}/units`, { body: { name: "U1", letting: "by_bed", beds, ...fields } }));
}

/** A household; without people named, one Italian woman of 36. */
export async function aHousehold(caller: Caller, people: Person[] = [{}], fields: Record<string, unknown> = {}): Promise<BuiltHousehold> {
  const members = people.map((person, index) => ({
    givenName: "Ada", familyName: "Prova", birthDate: "1990-05-05", gender: "female", role: index === 0 ? "head" : "other", citizenship: "IT", ...person,
  }));
  return created(await caller("POST", "/households", { body: { municipality: PERUGIA, members, ...fields } }));
}

/** A placement that must succeed. */
export async function aPlacement(caller: Caller, unit: BuiltUnit, arrival: string, exit: string, fields: Record<string, unknown> = {}): Promise<BuiltPlacement> {
  const householdId = (fields.householdId as string | undefined) ?? (await aHousehold(caller)).id;
  return created(await caller("POST", "/placements", { body: { householdId, unitId: unit.id, arrival, exit, ...fields } }));
}

/** A step that must succeed. */
export async function step(caller: Caller, placement: { id: string }, name: string, body: unknown): Promise<BuiltPlacement & { displaced?: { placementId?: string }[] }> {
  const answer = await caller("POST", `/placements/${placement.id}/${name}`, { body });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as BuiltPlacement;
}

export function departure(date: string) {
  return { date, reason: "end_of_stay", destination: "private_rental" };
}

/** The free beds of a unit for a period, as the search offers them. */
export async function freeBeds(caller: Caller, unit: BuiltUnit, from: string, until: string): Promise<FoundBed[]> {
  const { body } = await caller<{ items: Found[] }>("GET", `/availability?municipality=${PERUGIA}&facilityId=${unit.facilityId}&from=${from}&until=${until}`);
  return body.items.find(({ unitId }) => unitId === unit.id)?.freeBeds ?? [];
}

type FoundBed = { id: string; name: string; restsOnExit?: boolean; awaitsDeparture?: boolean };
export type ToldCheck = { code: string; passed: boolean; detail: string; remedy?: string };
export type Found = { unitId: string; freeBeds: FoundBed[]; fits?: boolean; checks?: ToldCheck[] };
