import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aFacility, aHousehold, aPlacement, aUnit } from "@/test/builders";

const TODAY = "2027-03-01";
const ORGANISATION = "0199f0c4-7b7c-7000-8000-3b8a1c9d0e11";

let api: Api;
let manager: Caller;
let socialWorker: Caller;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  manager = await api.as("manager");
  socialWorker = await api.as("social_worker");
});
afterAll(() => api.close());

type Line = { id: string; code: string };

async function found(caller: Caller, q: string, municipality = PERUGIA, more = ""): Promise<string[]> {
  const { body } = await caller<{ items: Line[] }>("GET", `/households?municipality=${municipality}&q=${encodeURIComponent(q)}${more}`);
  return body.items.map(({ id }) => id);
}

describe("a household is found by", () => {
  let ids: Record<"ferrari" | "rossi" | "percent", string>;

  beforeAll(async () => {
    const ferrari = await aHousehold(manager, [{ givenName: "Niccolò", familyName: "De Ferrari" }, { givenName: "Zoë", familyName: "Müller" }], { phone: "+39 075 5001234" });
    const rossi = await aHousehold(manager, [{ givenName: "Niccolò", familyName: "Rossi" }], { name: "Casa dei Tigli" });
    const percent = await aHousehold(manager, [{ givenName: "100%", familyName: "Under_score" }]);
    ids = { ferrari: ferrari.id, rossi: rossi.id, percent: percent.id };
  });

  test.each([
    ["a part of a family name", "errar", ["ferrari"]],
    ["any case", "FERRARI", ["ferrari"]],
    ["letters with accents", "müll", ["ferrari"]],
    ["two letters", "zo", ["ferrari"]],
    ["one letter", "z", ["ferrari"]],
    ["the name of its own", "tigli", ["rossi"]],
    ["a part of the telephone number", "075 5001", ["ferrari"]],
    ["the telephone number without spaces", "0755001234", ["ferrari"]],
    ["the telephone number with another prefix and punctuation", "0039 075/500-12.34", ["ferrari"]],
    ["words of several members", "zoë niccol", ["ferrari"]],
    ["words of name and member", "tigli rossi", ["rossi"]],
    ["a word of several households, the newest first", "niccol", ["rossi", "ferrari"]],
    ["a percent sign, which is no wildcard", "0%", ["percent"]],
    ["an underscore, which is no wildcard", "r_s", ["percent"]],
  ] as const)("%s", async (_case, q, expected) => {
    expect(await found(socialWorker, q)).toEqual(expected.map((name) => ids[name]));
  });

  test.each(["nobody", "%", "ferrari rossi", "\\", "0755009999"])("and not by %s", async (q) => {
    expect(await found(socialWorker, q)).toEqual(q === "%" ? [ids.percent] : []);
  });

  test("its code, page by page, and never from another municipality", async () => {
    const all = await found(manager, "i");
    const [first] = await found(manager, "i", PERUGIA, "&limit=1");
    expect(first).toBe(all[0]);
    expect(await found(manager, "i", PERUGIA, `&limit=1&cursor=${first}`)).toEqual([all[1]]);

    const elsewhere = await api.as("manager", TORINO);
    expect(await found(elsewhere, "ferrari", TORINO)).toEqual([]);
    expect((await elsewhere("GET", `/households?municipality=${PERUGIA}&q=ferrari`)).status).toBe(404);
    const [row] = await api.owner`SELECT number FROM household WHERE id = ${ids.rossi}`;
    expect(await found(manager, `N-${String(row?.number).padStart(4, "0")}`)).toEqual([ids.rossi]);
  });
});

test("who is in a protected facility is found by its organisation and the manager only", async () => {
  await api.owner`INSERT INTO organisation (id, municipality_id, name) VALUES (${ORGANISATION}, ${PERUGIA}, 'Casa rifugio')`;
  const facility = await aFacility(manager, { addressProtected: true, organisationId: ORGANISATION, name: "Rifugio" });
  const unit = await aUnit(manager, 1, {}, facility);
  const household = await aHousehold(manager, [{ givenName: "Ilaria", familyName: "Nascosta" }]);
  await aPlacement(manager, unit, "2027-04-01", "2027-05-01", { householdId: household.id });

  const [insider, other] = [await api.as("operator", PERUGIA, ORGANISATION), await api.as("operator")];
  for (const caller of [manager, insider]) expect(await found(caller, "nascosta")).toEqual([household.id]);
  for (const caller of [socialWorker, other]) expect(await found(caller, "nascosta")).toEqual([]);
});

describe("the functions themselves", () => {
  /** As the app's role with these settings, whatever the server would have set. */
  async function asked(settings: Record<string, string>, statement: string): Promise<string[]> {
    const { database } = await import("@/server/database");
    return database().sql.begin(async (sql) => {
      for (const [name, value] of Object.entries(settings)) await sql`SELECT set_config(${name}, ${value}, true)`;
      const rows = await sql.unsafe(statement);
      return rows.map((row) => String(Object.values(row)[0]));
    });
  }

  const search = `SELECT households_named('${PERUGIA}', ARRAY['%nascosta%'], NULL, 10)`;
  const direct = `SELECT households_with_words('${PERUGIA}', ARRAY['%nascosta%'], NULL, 10, NULL, true, '{}')`;
  const word = `SELECT households_with_word('${PERUGIA}', '%nascosta%', 10)`;

  test.each([
    ["nobody named", {}],
    ["another municipality's manager", { "app.people": TORINO, "app.managed": TORINO }],
    ["who sees places and no people", { "app.places": PERUGIA }],
    ["another organisation", { "app.people": PERUGIA, "app.organisations": "0199f0c4-7b7c-7000-8000-3b8a1c9d0e12" }],
    ["another part of the system", { "app.system": "sign_in" }],
  ])("answer nothing to %s", async (_case, settings) => {
    for (const statement of [search, direct, word]) expect(await asked(settings, statement)).toEqual([]);
  });

  test("answer to whoever may", async () => {
    const allowed: Record<string, string>[] = [{ "app.people": PERUGIA, "app.managed": PERUGIA }, { "app.people": PERUGIA, "app.organisations": ORGANISATION }, { "app.system": "cli" }];
    for (const settings of allowed) {
      for (const statement of [search, direct, word]) expect(await asked(settings, statement)).toHaveLength(1);
    }
  });
});

test("words that thousands of households have, alone or together, are found as rare ones are", async () => {
  await api.owner`
    INSERT INTO household (id, municipality_id, number) SELECT ('01a00000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${TORINO}, n FROM generate_series(1, 9000) n`;
  await api.owner`
    INSERT INTO person (id, municipality_id, given_name, family_name, birth_date, gender)
    SELECT id, municipality_id, CASE WHEN number <= 4500 THEN 'Mariella' ELSE 'Anna' END, CASE WHEN number BETWEEN 4499 AND 8998 THEN 'Bianchetti' ELSE 'Verdi' END, '1990-01-01', 'female' FROM household WHERE municipality_id = ${TORINO}`;
  await api.owner`
    INSERT INTO membership (id, municipality_id, household_id, person_id, role, from_day, position)
    SELECT id, municipality_id, id, id, 'head', '2020-01-01', 1 FROM household WHERE municipality_id = ${TORINO}`;
  const torino = await api.as("manager", TORINO);
  const numbers = async (q: string, more = "") => (await found(torino, q, TORINO, more)).map((id) => Number.parseInt(id.slice(-12), 16));

  expect(await numbers("mariella", "&limit=3")).toEqual([4500, 4499, 4498]);
  expect(await numbers("mariella bianchetti")).toEqual([4500, 4499]);
  expect(await numbers("anna bianchetti", "&limit=2")).toEqual([8998, 8997]);
  await api.owner`UPDATE person SET given_name = 'Rarissima' WHERE municipality_id = ${TORINO} AND birth_date = '1990-01-01' AND family_name = 'Bianchetti' AND given_name = 'Anna' AND right(id::text, 1) = '0'`;
  expect(await numbers("rarissima", "&limit=200")).toEqual(Array.from({ length: 200 }, (_, back) => 8992 - 16 * back));
  expect(await numbers("verdi anna")).toEqual([9000, 8999]);
  expect(await numbers("verdi bianchetti")).toEqual([]);
});
