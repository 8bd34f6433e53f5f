import { createReadStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { asActor, type Database } from "@/db/client";
import { driverOf } from "@/db/driver";
import type { Actor } from "@/domain/actor";
import type { ImportKind } from "@/domain/imports";
import { systemActor } from "@/server/actor";
import { runExport } from "@/server/exports/run";
import { type ImportOptions, type ImportResult, runImport } from "@/server/imports/run";
import { columnsOf } from "@/server/imports/columns";
import { PERUGIA } from "./people";

export const TODAY = "2026-06-15";

export type Cells = Record<string, string | undefined>;

/** A file with the columns of its first row, as the API takes it. */
export function csv(rows: readonly Cells[], { delimiter = ",", end = "\n" } = {}): string {
  const columns = Object.keys(rows[0] ?? {});
  const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((cells) => cells.map(quoted).join(delimiter) + end).join("");
}

/** One of the files of real stays. */
export function hotelFile(name: ImportKind | "expected_nights"): Readable {
  return createReadStream(path.resolve(`test/hotel/${name}.csv.gz`)).pipe(createGunzip());
}

export async function textOf(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts).toString("utf8");
}

/** Imports, exports and looks, as the command line unless told otherwise. */
export function dataOf(database: Database, actor: Actor = systemActor("cli")) {
  return {
    import: (kind: ImportKind, file: Readable | Buffer | string, options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
      runImport(database, actor, kind, file instanceof Readable ? file : Readable.from([file]), { partial: false, dryRun: false, today: TODAY, ...options }),
    export: (kind: ImportKind, municipality?: string): Promise<string> => textOf(runExport(database, actor, kind, { municipality })),
  };
}

/** Rows of a query as the command line sees them. */
export function look<Row extends object>(database: Database, query: string): Promise<Row[]> {
  return asActor(database, systemActor("cli"), async (db) => [...(await driverOf(db).unsafe<Row[]>(query))]);
}

/** Everything the imports write, to see that nothing changed. */
export async function everything(database: Database): Promise<unknown[]> {
  const tables = ["facility", "flat", "unit", "bed", "household", "person", "membership", "placement", "stay", "bed_block", "household_counter"];
  return Promise.all(tables.map((table) => look(database, `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest, count(*) FROM ${table} t`)));
}

export function aBedRow(cells: Cells = {}): Cells {
  return {
    facility_id: "S1", facility_name: "Casa del Sole", municipality: PERUGIA, kind: "cohousing", unit_id: "S1-A", unit_name: "Stanza A", letting: "by_bed",
    bed_id: "S1-A-1", bed_name: "1", opens_on: "2026-01-01", closes_on: "", gender_policy: "mixed", features: "", ...cells,
  };
}

export function aPersonRow(cells: Cells = {}): Cells {
  return {
    household_id: "N1", person_id: "P1", municipality: PERUGIA, given_name: "Maria", family_name: "Rossi", birth_date: "1990-05-01", gender: "female",
    role: "head", needs: "", ...cells,
  };
}

export function aStayRow(cells: Cells = {}): Cells {
  return {
    placement_id: "I1", household_id: "N1", person_id: "P1", bed_id: "S1-A-1", arrival: "2026-02-01", exit: "2026-03-01", actual_exit: "2026-03-01",
    exit_reason: "end_of_stay", destination: "private_rental", ...cells,
  };
}

/** A room of two beds, a flat of three let whole, and four people: household A of two, B and C of one. Every id begins with `key`. */
export async function aPlaceWithPeople(data: ReturnType<typeof dataOf>, key: string): Promise<void> {
  const bed = (unit: string, number: number, cells: Cells = {}) => aBedRow({ facility_id: key, unit_id: `${key}-${unit}`, bed_id: `${key}-${unit}${number}`, bed_name: `${number}`, ...cells });
  const whole = { letting: "whole_unit" };
  await data.import("facilities", csv([bed("R", 1), bed("R", 2), bed("W", 1, whole), bed("W", 2, whole), bed("W", 3, whole)]));
  const person = (household: string, number: number, role = "head") => aPersonRow({ household_id: `${key}-${household}`, person_id: `${key}-P${number}`, role });
  await data.import("households", csv([person("A", 1), person("A", 2, "child"), person("B", 3), person("C", 4)]));
}

/** A stay that is over, in that place. */
export function stayAt(key: string) {
  return (placement: string, household: string, person: string, bed: string, arrival: string, exit: string, cells: Cells = {}): Cells =>
    aStayRow({ placement_id: `${key}-${placement}`, household_id: `${key}-${household}`, person_id: `${key}-P${person}`, bed_id: `${key}-${bed}`, arrival, exit, actual_exit: exit, ...cells });
}

/** What a stay does not have yet that is not over. */
export const notOver = { actual_exit: "", exit_reason: "", destination: "" };

/** Row and code of each refusal. */
export const codesOf = ({ rejected }: ImportResult) => rejected.map(({ row, code }) => [row, code]);

/** What a placement blocks, bed by bed. */
export function blocksOfPlacement(database: Database, id: string): Promise<object[]> {
  return look(database, `
    SELECT b.external_id AS bed, k.kind, k.from_day AS from, k.until_day AS until FROM bed_block k JOIN bed b ON b.id = k.bed_id JOIN placement p ON p.id = k.placement_id
    WHERE p.external_id = '${id}' ORDER BY b.external_id, k.from_day`);
}

/** All columns of a kind, in the order of the template. */
export const headerOf = (kind: ImportKind): string => columnsOf(kind).join(",");
