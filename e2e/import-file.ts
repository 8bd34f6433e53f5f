type Cells = Record<string, string>;

/** A file with the columns of its first row. */
export function csv(rows: readonly Cells[], { delimiter = "," } = {}): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((cells) => `${cells.join(delimiter)}\n`).join("");
}

export function aBedRow(cells: Cells = {}): Cells {
  return {
    facility_id: "CL", facility_name: "Casa Lontana", municipality: "G478", kind: "cohousing", unit_id: "CL-A", unit_name: "Stanza A", letting: "by_bed",
    bed_id: "CL-A-1", bed_name: "1", opens_on: "2026-12-31", closes_on: "", gender_policy: "mixed", features: "", ...cells,
  };
}
