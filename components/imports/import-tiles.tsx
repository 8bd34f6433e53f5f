"use client";

import { StatTile } from "../ui/stat-tile";
import { useFormats, useWords } from "../words/words-provider";
import type { ImportResult } from "./import-types";

export function ImportTiles({ result }: { result: ImportResult }) {
  const words = useWords().importing;
  const { number } = useFormats();
  const { rows, created, updated, rejectedRows } = result;
  const same = Math.max(0, rows - created - updated - rejectedRows);

  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-5">
      <StatTile label={words.rowsTile} value={number(rows)} />
      <StatTile label={words.createdTile} value={number(created)} />
      <StatTile label={words.updatedTile} value={number(updated)} />
      <StatTile label={words.sameTile} value={number(same)} />
      <div className="max-md:col-span-2"><StatTile label={words.rejectedTile} value={number(rejectedRows)} tone={rejectedRows > 0 ? "negative" : "plain"} /></div>
    </div>
  );
}
