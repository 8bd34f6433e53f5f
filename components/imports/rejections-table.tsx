"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { LISTED_REJECTIONS } from "@/domain/imports";
import { Button } from "../ui/button";
import { Pagination } from "../ui/pagination";
import { Cell, HeadCell, Row, TableFrame } from "../ui/table";
import { useFormats, useWords } from "../words/words-provider";
import type { ImportResult } from "./import-types";
import { rejectionsCsv } from "./preview";

const ROWS = 20;

/** The refused rows page by page, so that a thousand of them are as quick as one. */
export function RejectionsTable({ result: { rejected } }: { result: ImportResult }) {
  const words = useWords().importing;
  const { number } = useFormats();
  const [page, setPage] = useState(1);
  const pages = Math.ceil(rejected.length / ROWS);

  function download() {
    const text = rejectionsCsv([words.rowColumn, words.column, words.reason], rejected);
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    Object.assign(document.createElement("a"), { href: address, download: words.rejectionsFile }).click();
    URL.revokeObjectURL(address);
  }

  return (
    <section aria-label={words.rejections}>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-lg">{words.rejections}</h2>
        {rejected.length >= LISTED_REJECTIONS && <p className="text-ink-faint">{words.rejectionsListed(rejected.length)}</p>}
        <div className="ms-auto"><Button size="small" onPress={download}><Download aria-hidden className="size-4" />{words.downloadRejections}</Button></div>
      </div>
      <TableFrame label={words.rejections} head={<><HeadCell>{words.rowColumn}</HeadCell><HeadCell>{words.column}</HeadCell><HeadCell>{words.reason}</HeadCell></>}>
        {rejected.slice((page - 1) * ROWS, page * ROWS).map(({ row, column, message }, index) => (
          <Row key={`${row} ${column} ${index}`}>
            <Cell><span className="font-semibold">{number(row)}</span></Cell>
            <Cell>{column ? <code>{column}</code> : <span className="text-ink-faint">{words.wholeRow}</span>}</Cell>
            <Cell isWide>{message}</Cell>
          </Row>
        ))}
      </TableFrame>
      <Pagination page={page} pages={pages} onChange={setPage} labels={{ navigation: words.pages, previous: words.previous, next: words.next, pageOf: words.pageOf }} />
    </section>
  );
}
