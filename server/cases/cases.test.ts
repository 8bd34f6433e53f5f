import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/ids";
import { type Answered, type Api, type Caller, PERUGIA, startApi, TORINO } from "@/test/api";
import { aHousehold, type BuiltHousehold } from "@/test/builders";
import type { NamedCase } from "@/db/cases";

const TODAY = "2027-03-10";

let api: Api;
let worker: Caller;
let manager: Caller;
let household: BuiltHousehold;
let opened: NamedCase;
let programmeId: string;

beforeAll(async () => {
  api = await startApi({ today: TODAY });
  [worker, manager] = [await api.as("social_worker"), await api.as("manager")];
  programmeId = (await manager<{ id: string }>("POST", "/programmes", { body: { municipality: PERUGIA, name: "LgNet2" } })).body.id;
});
beforeEach(async () => {
  household = await aHousehold(worker);
  opened = (await worker<NamedCase>("POST", `/households/${household.id}/cases`, { body: { programmeId, from: "2027-01-10" } })).body;
});
afterAll(() => api.close());

const agree = (body: object, by = worker) => by<NamedCase>("PATCH", `/cases/${opened.id}`, { body });
const onFile = async (by = worker) => (await by<{ cases: NamedCase[]; history: { action: string }[] }>("GET", `/households/${household.id}`)).body;
const paths = ({ body }: Answered<unknown>) => (body as { errors: { path: string; code: string }[] }).errors.map(({ path, code }) => `${path} ${code}`);

test("a case begins without goals, ways out or outcome", () => {
  expect(opened).toMatchObject({ version: 1, programmeName: "LgNet2", until: null, goals: [], exitPaths: [], outcome: null, outcomeNote: null });
});

test("goals and ways out are kept in their order, each list as it was last agreed, and stand on the file", async () => {
  const goals = [
    { text: "Certificato di italiano A2", aimedOn: "2027-06-30", reachedOn: "2027-03-01", givenUp: null },
    { text: "Patente", aimedOn: "2027-09-30", reachedOn: null, givenUp: { on: "2027-02-20", reason: "Turni di notte" } },
    { text: "Lavoro", aimedOn: "2027-05-01", reachedOn: null, givenUp: null },
  ];
  const exitPaths = [
    { kind: "social_housing", startedOn: "2027-01-20", expectedOn: "2028-01-01", listName: "Bando ERP 2026", rank: 41, leaseSignedOn: null, note: null },
    { kind: "rent_support", startedOn: null, expectedOn: null, listName: null, rank: null, leaseSignedOn: "2027-03-09", note: "Due camere" },
  ];
  expect((await agree({ goals, exitPaths })).body).toMatchObject({ version: 2, goals, exitPaths });
  const turned = goals.toReversed();
  expect((await agree({ goals: turned })).body).toMatchObject({ version: 3, goals: turned, exitPaths });
  expect((await agree({ exitPaths: [] })).body).toMatchObject({ version: 4, goals: turned, exitPaths: [] });
  const file = await onFile();
  expect(file.cases).toMatchObject([{ id: opened.id, goals: turned, exitPaths: [] }]);
  expect(file.history.filter(({ action }) => action === "case.changed")).toHaveLength(3);
});

test("what is agreed is not written into the audit log, only which fields were", async () => {
  await agree({ goals: [{ text: "Segreto", aimedOn: TODAY }] });
  const [entry] = await api.owner<{ facts: unknown }[]>`SELECT facts FROM audit_entry WHERE action = 'case.changed' AND subject_id = ${household.id}`;
  expect(entry?.facts).toEqual({ caseId: opened.id, fields: ["goals"] });
});

test.each<[string, object, string]>([
  ["a goal that is both reached and given up", { goals: [{ text: "A", aimedOn: TODAY, reachedOn: TODAY, givenUp: { on: TODAY, reason: "B" } }] }, "goals.0.givenUp reached_or_given_up"],
  ["a rank without its list", { exitPaths: [{ kind: "social_housing", rank: 3 }] }, "exitPaths.0.listName list_name_needed"],
  ["a list of social housing elsewhere", { exitPaths: [{ kind: "private_rental", listName: "ERP" }] }, "exitPaths.0.listName only_for_social_housing"],
  ["a lease where none is signed", { exitPaths: [{ kind: "rent_support" }, { kind: "family_or_friends", leaseSignedOn: TODAY }] }, "exitPaths.1.leaseSignedOn no_lease_here"],
  ["another way without a word on it", { exitPaths: [{ kind: "other", note: " " }] }, "exitPaths.0.note note_needed"],
  ["nothing", {}, " nothing_to_change"],
])("%s is malformed, and says where", async (_case, body, expected) => {
  const answer = await agree(body);
  expect([answer.status, paths(answer)]).toEqual([400, [expected]]);
});

test("the database refuses what the rules refuse", async () => {
  const goal = (fields: string, values: string) => api.owner.unsafe(`INSERT INTO case_goal (id, municipality_id, case_id, position, text, aimed_on, ${fields}) VALUES ('${newId()}', '${PERUGIA}', '${opened.id}', 0, 'A', '2027-06-01', ${values})`);
  const path = (fields: string, values: string) => api.owner.unsafe(`INSERT INTO case_exit_path (id, municipality_id, case_id, position, ${fields}) VALUES ('${newId()}', '${PERUGIA}', '${opened.id}', 0, ${values})`);
  await expect(goal("reached_on, given_up_on, given_up_reason", "'2027-03-01', '2027-03-01', 'B'")).rejects.toThrow("case_goal_one_end");
  await expect(goal("given_up_on", "'2027-03-01'")).rejects.toThrow("case_goal_one_end");
  await expect(path("kind, rank", "'social_housing', 3")).rejects.toThrow("case_exit_path_list");
  await expect(path("kind, lease_signed_on", "'other', '2027-03-01'")).rejects.toThrow("case_exit_path_lease");
  await expect(api.owner`UPDATE household_case SET outcome = 'family' WHERE id = ${opened.id}`).rejects.toThrow("household_case_outcome");
  await expect(api.owner`UPDATE household_case SET until_day = '2027-02-01', outcome = 'anything' WHERE id = ${opened.id}`).rejects.toThrow("household_case_outcome");
  await expect(api.owner`UPDATE household_case SET until_day = '2027-01-09' WHERE id = ${opened.id}`).rejects.toThrow("household_case_in_order");
});

test("the reference social worker changes, to somebody of the municipality or to nobody", async () => {
  const me = (await worker<{ id: string }>("GET", "/me")).body.id;
  const stranger = (await (await api.as("social_worker", TORINO))<{ id: string }>("GET", "/me")).body.id;
  expect((await agree({ socialWorkerId: me })).body).toMatchObject({ socialWorkerId: me, socialWorkerName: "social_worker" });
  expect((await agree({ socialWorkerId: stranger })).status).toBe(404);
  expect((await agree({ socialWorkerId: null })).body).toMatchObject({ socialWorkerId: null, socialWorkerName: null });
});

describe("a case that is closed", () => {
  const close = (body: object) => worker<NamedCase>("POST", `/cases/${opened.id}/closure`, { body });

  test("tells its outcome and keeps what was agreed, is not changed any more, and can be taken up again", async () => {
    const goals = [{ text: "Casa", aimedOn: "2027-09-01", reachedOn: null, givenUp: null }];
    await agree({ goals });
    expect((await close({ date: TODAY, outcome: "other", note: "" })).status).toBe(400);
    expect((await close({ date: "2027-03-05", outcome: "social_housing", note: "Via Elce 3" })).body).toMatchObject({ until: "2027-03-05", outcome: "social_housing", outcomeNote: "Via Elce 3", goals, version: 3 });
    expect(await agree({ goals: [] })).toMatchObject({ status: 409, body: { code: "wrong_state", presentStatus: "closed", detail: expect.stringContaining("riaprila") } });
    expect((await onFile()).cases).toMatchObject([{ outcome: "social_housing", goals }]);

    expect((await worker<NamedCase>("POST", `/cases/${opened.id}/reopening`)).body).toMatchObject({ until: null, outcome: null, outcomeNote: null, goals, version: 4 });
    expect((await onFile()).history.map(({ action }) => action)).toEqual(expect.arrayContaining(["case.closed", "case.reopened"]));
  });

  test("is closed once, by whoever was first of two", async () => {
    const answers = await Promise.all([close({ date: TODAY, outcome: "family" }), close({ date: TODAY, outcome: "withdrawn" })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

test("a household that is hidden hides what was agreed with it, from another municipality everything", async () => {
  await agree({ goals: [{ text: "Casa", aimedOn: TODAY }] });
  const organisation = (await manager<{ id: string }>("POST", "/organisations", { body: { municipality: PERUGIA, name: "Casa Rosa" } })).body.id;
  const strange = await api.as("manager", TORINO);
  expect((await agree({ goals: [] }, strange)).status).toBe(404);
  for (const table of ["household", "household_case"]) await api.owner.unsafe(`UPDATE ${table} SET protected_for = '${organisation}' WHERE ${table === "household" ? "id" : "household_id"} = '${household.id}'`);
  expect((await agree({ goals: [] })).status).toBe(404);
  expect((await agree({}, manager)).status).toBe(400);
  expect((await onFile(manager)).cases).toMatchObject([{ goals: [{ text: "Casa" }] }]);
});
