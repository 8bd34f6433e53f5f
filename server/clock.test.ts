import { afterEach, expect, test } from "vitest";
import { today } from "./clock";

const CHOSEN = "1999-12-31";
const NAMES = ["POSTOLETTO_TEST", "POSTOLETTO_EMBEDDED", "POSTOLETTO_TODAY", "TEST_DATABASE_URL", "DATABASE_URL"] as const;
const before = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));

afterEach(() => set(before));

function set(env: Partial<Record<string, string>>): void {
  for (const name of NAMES) {
    if (env[name] === undefined) delete process.env[name];
    else process.env[name] = env[name];
  }
}

const tests = { POSTOLETTO_TEST: "1", POSTOLETTO_TODAY: CHOSEN };
const product = "postgres://app:secret@127.0.0.1:5444/own";

test.each([
  ["the embedded database", { ...tests, POSTOLETTO_EMBEDDED: "1" }],
  ["a database on the tests' server", { ...tests, TEST_DATABASE_URL: "postgres://postgres:x@127.0.0.1:5444/postgres", DATABASE_URL: product }],
  ["the usual port, left out", { ...tests, TEST_DATABASE_URL: "postgres://postgres@db/postgres", DATABASE_URL: "postgres://app@db:5432/own" }],
])("tests choose the day with %s", (_case, env) => {
  set(env);
  expect(today()).toBe(CHOSEN);
});

test.each([
  ["without the test flag", { POSTOLETTO_TODAY: CHOSEN, POSTOLETTO_EMBEDDED: "1", TEST_DATABASE_URL: product, DATABASE_URL: product }],
  ["with a database of somebody's own", { ...tests, DATABASE_URL: product }],
  ["with a database on another port", { ...tests, TEST_DATABASE_URL: "postgres://postgres@127.0.0.1:5445/postgres", DATABASE_URL: product }],
  ["with a database on another machine", { ...tests, TEST_DATABASE_URL: "postgres://postgres@db.comune.example:5444/postgres", DATABASE_URL: product }],
  ["with no database at all", { ...tests, TEST_DATABASE_URL: "", DATABASE_URL: "" }],
  ["with what is no day", { ...tests, POSTOLETTO_TODAY: "1999-13-31", POSTOLETTO_EMBEDDED: "1" }],
])("nobody chooses the day %s", (_case, env) => {
  set(env);
  expect(today()).not.toBe(CHOSEN);
  expect(today()).toMatch(/^20\d\d-\d\d-\d\d$/);
});
