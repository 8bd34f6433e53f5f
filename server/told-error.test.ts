import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { type Api, startApi } from "@/test/api";
import { aHousehold } from "@/test/builders";
import { systemActor } from "./actor";
import { toldError } from "./told-error";

let api: Api;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
});
afterAll(() => api.close());

const NAME = "Wilhelmina Musterfrau";
const fails = (statement: ReturnType<typeof sql>) => import("./database").then(({ database }) => asActor(database(), systemActor("cli"), (db) => db.drizzle.execute(statement)).catch((error: unknown) => error));

describe("an error is told to the log without what people entered", () => {
  test("when the values of a statement come with it", async () => {
    const told = toldError(await fails(sql`SELECT ${`${NAME}\nparams: ${NAME}`}::text, 1 / 0`));
    expect(JSON.stringify(told)).not.toContain("Musterfrau");
    expect(told).toMatchObject({ message: expect.stringMatching(/^Failed query: SELECT \$1/), database: { code: "22012" }, stack: expect.stringMatching(/^ +at /) });
  });

  test("when the database quotes the value itself", async () => {
    const error = await fails(sql`SELECT ${NAME}::uuid`);
    expect(String((error as Error).cause)).toContain("Musterfrau");
    expect(JSON.stringify(toldError(error))).not.toContain("Musterfrau");
    expect(JSON.stringify(toldError((error as Error).cause))).not.toContain("Musterfrau");
  });

  test("when a parser quotes it", () => {
    const error = (() => {
      try {
        return JSON.parse(`"name": "${NAME}`) as unknown;
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(JSON.stringify(toldError(error))).not.toContain("Musterfrau");
    expect(JSON.stringify(toldError(new Error("later", { cause: error })))).not.toContain("Musterfrau");
  });

  test("and is told what the code itself says", () => {
    expect(toldError(new TypeError("x is not a function"))).toMatchObject({ name: "TypeError", message: "x is not a function", stack: expect.stringContaining("told-error.test") });
    expect(toldError(NAME)).toEqual({ name: "Error", message: "string", stack: "" });
  });
});

test("a household whose registration fails unexpectedly leaves a line in the log, and no name in it", async () => {
  const manager = await api.as("manager");
  await api.owner`CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stumbled over %', NEW.family_name; END $$`;
  await api.owner`CREATE TRIGGER stumble BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION stumble()`;
  const { lines, stop } = await listenToLog();
  try {
    await expect(aHousehold(manager, [{ givenName: "Wilhelmina", familyName: "Musterfrau" }])).rejects.toThrow("500");
  } finally {
    stop();
    await api.owner`DROP TRIGGER stumble ON person`;
  }
  expect(lines.join("")).toContain("unexpected");
  expect(lines.join("")).toContain("insert into");
  expect(lines.join("")).not.toMatch(/Musterfrau|Wilhelmina/);
});

/** What the log writes from now on. */
async function listenToLog(): Promise<{ lines: string[]; stop: () => void }> {
  const { log } = await import("./log");
  const symbol = Object.getOwnPropertySymbols(log).find((each) => String(each) === "Symbol(pino.stream)");
  const stream = (log as unknown as Record<symbol, { write: (line: string) => void }>)[symbol as symbol];
  if (!stream) throw new Error("the log has no stream");
  const write = stream.write.bind(stream);
  const lines: string[] = [];
  stream.write = (line) => void lines.push(line);
  return { lines, stop: () => void (stream.write = write) };
}
