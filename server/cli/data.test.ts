import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { aBedRow, csv, headerOf } from "@/test/import-files";
import { runHere } from "@/test/run-here";

let fresh: FreshDatabase;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "postoletto-import-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await fresh.drop();
});

const cli = (...words: string[]) => runHere(words, { DATABASE_URL: fresh.appUrl });

async function aFile(rows: Parameters<typeof csv>[0]): Promise<string> {
  const file = path.join(folder, "file.csv");
  await writeFile(file, csv(rows));
  return file;
}

test("import answers JSON, says how far it is, and imports for every municipality", async () => {
  const file = await aFile([aBedRow(), aBedRow({ municipality: "A944" })]);
  const tried = await cli("import", "facilities", file, "--dry-run");
  expect(tried).toMatchObject({ code: 0, err: expect.stringContaining("nothing was kept") });

  const { code, out, err } = await cli("import", "facilities", file);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ rows: 2, created: 2, updated: 0, rejected: [], rejectedRows: 0 });
  expect(err).toBe("2 rows read, checking\n2 rows written\n");
});

test("import names refused rows in words, ends with 1 and imports nothing; with --partial the rest", async () => {
  const file = await aFile([aBedRow({ bed_id: "S1-A-2", bed_name: "2" }), aBedRow({ bed_id: "S1-A-3", bed_name: "3", opens_on: "31/12/2026" })]);
  const refused = await cli("import", "facilities", file);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("row 3, opens_on: La data non esiste o non è scritta come 2027-03-31. (invalid_date)\n1 row was refused; nothing was imported.");
  expect(JSON.parse(refused.out)).toMatchObject({ created: 0, rejected: [{ row: 3, column: "opens_on", code: "invalid_date" }] });
  expect(await cli("import", "facilities", file, "--partial", "--language", "en")).toMatchObject({ code: 1, err: expect.stringContaining("1 row was refused; the others were imported.") });
});

test("export writes the file that was imported", async () => {
  const { code, out } = await cli("export", "facilities", "--municipality", "a944");
  expect(code).toBe(0);
  expect(out).toBe(`${headerOf("facilities")}\r\nS1,Casa del Sole,A944,cohousing,S1-A,Stanza A,by_bed,S1-A-1,1,2026-01-01,,mixed,,,single\r\n`);
});

test.each([
  ["a file that is not there", ["import", "stays", "/nowhere.csv"], 1, "cannot be read"],
  ["a kind nobody knows", ["import", "letti", "file.csv"], 2, "must be one of facilities, households, stays"],
  ["no file", ["import", "stays"], 2, "Usage: npm run cli -- import"],
  ["an option nobody knows", ["export", "stays", "--everything"], 2, "Usage: npm run cli -- export"],
])("%s is told", async (_case, words, code, sentence) => {
  expect(await cli(...words)).toMatchObject({ code, out: "", err: expect.stringContaining(sentence) });
});
