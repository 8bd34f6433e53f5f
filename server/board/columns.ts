import "server-only";
import { type Day, nightsBetween } from "@/domain/day";

/** Many records of one kind, field by field: names are said once for all of them, and like stands beside like. */
export type Columns<T> = { [Name in keyof T]: T[Name][] };

/** These fields of the rows, each in the order of the rows. */
export function columnsOf<T extends object>(rows: readonly T[], names: readonly (keyof T)[]): Columns<T> {
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as Columns<T>;
}

/** Says days as how many they lie after `first`; negative before it. The same few hundred come again and again. */
export function daysAfter(first: Day): (day: Day) => number {
  const known = new Map<Day, number>();
  return (day) => {
    const found = known.get(day) ?? nightsBetween(first, day);
    known.set(day, found);
    return found;
  };
}

/** Where each of these stands among them, from 0 on. */
export function placesOf(ids: Iterable<string>): Map<string, number> {
  return new Map([...ids].map((id, index) => [id, index]));
}
