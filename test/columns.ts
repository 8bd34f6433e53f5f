/** Records as the board is told them: field by field. */
export type Columns<T> = { [Name in keyof T]: T[Name][] };

/** The fields that `names` says, in the order of the records. */
export function inColumns<T extends object>(records: readonly T[], names: readonly (keyof T)[]): Columns<T> {
  return Object.fromEntries(names.map((name) => [name, records.map((record) => record[name])])) as Columns<T>;
}

/** The records that the columns tell; all columns must be as long as each other. */
export function fromColumns<T extends object>(columns: Columns<T>): T[] {
  const fields = Object.entries(columns) as [string, unknown[]][];
  const [length = 0, ...others] = new Set(fields.map(([, values]) => values.length));
  if (others.length > 0) throw new Error(`columns of different lengths: ${[length, ...others].join(", ")}`);
  return Array.from({ length }, (_, index) => Object.fromEntries(fields.map(([name, values]) => [name, values[index]])) as T);
}
