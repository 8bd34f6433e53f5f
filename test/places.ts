import { type Api, PERUGIA, TORINO } from "./api";
import { aPlace, type Place } from "./place";

export type PlaceName = "own" | "ours" | "theirs" | "protected" | "torino";

/** Perugia with its own facility, those of two organisations, and a protected one of ours; Torino with the same. */
export type Places = { organisations: { ours: string; theirs: string }; places: Record<PlaceName, Place>; organisationOf: Record<PlaceName, string | null> };

export async function thePlaces(api: Api): Promise<Places> {
  const [manager, torinese] = [await api.as("manager"), await api.as("manager", TORINO)];
  const organisation = async (name: string) => (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name } })).body.id;
  const [ours, theirs] = [await organisation("Nostra"), await organisation("Loro")];
  const inPerugia = (mark: string, organisationId: string | null, facility = {}) =>
    aPlace(api, manager, { municipality: PERUGIA, mark, organisationId: organisationId ?? ours, facility: { organisationId, ...facility } });

  const hidden = await inPerugia("Zagara", ours, { addressProtected: true });
  const places = {
    own: await inPerugia("Elce", null), ours: await inPerugia("Fontana", ours), theirs: await inPerugia("Ginestra", theirs),
    // Spoken of by one of its people who are hidden, not by the household that waits for a place.
    protected: { ...hidden, householdId: hidden.placements.show.householdId, personId: hidden.placements.show.personId },
    torino: await aPlace(api, torinese, { municipality: TORINO, mark: "Moleantonella", facility: {} }),
  };
  return { organisations: { ours, theirs }, places, organisationOf: { own: null, ours, theirs, protected: ours, torino: null } };
}

const PEOPLE = ["person", "household", "membership", "household_case", "referral", "placement", "stay"];

/** The ids of every record of a municipality, of its users and their tokens. */
export async function idsOf({ owner }: Api, municipality: string): Promise<string[]> {
  const tables = await owner<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1
    HAVING bool_or(column_name = 'municipality_id') AND bool_or(column_name = 'id' AND data_type = 'uuid')`;
  const selects = tables.map(({ name }) => `SELECT id::text FROM "${name}" WHERE municipality_id = '${municipality}'`);
  const users = `SELECT user_id::text AS id FROM user_role WHERE municipality_id = '${municipality}'`;
  const tokens = `SELECT t.id::text FROM api_token t JOIN user_role r ON r.user_id = t.user_id WHERE r.municipality_id = '${municipality}'`;
  return (await owner.unsafe<{ id: string }[]>([...selects, users, tokens].join(" UNION "))).map(({ id }) => id);
}

/** The ids that tell of people; with `hidden` of those in protected facilities only, and the tasks about them. */
export async function idsOfPeople({ owner }: Api, { hidden }: { hidden: boolean }): Promise<string[]> {
  const selects = PEOPLE.map((name) => `SELECT id::text FROM "${name}" ${hidden ? "WHERE protected_for IS NOT NULL" : ""}`);
  const tasks = `SELECT t.id::text FROM task t JOIN household h ON h.id = t.household_id ${hidden ? "WHERE h.protected_for IS NOT NULL" : ""}`;
  return (await owner.unsafe<{ id: string }[]>([...selects, tasks].join(" UNION "))).map(({ id }) => id);
}
