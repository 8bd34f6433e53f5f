"use client";

import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";
import type { ImportResult } from "./import-types";
import { ImportTiles } from "./import-tiles";
import { type Preview, previewOf } from "./preview";
import { RejectionsTable } from "./rejections-table";

type Props = { result: ImportResult; onStart: (mode: "whole" | "partial") => void; onAnother: () => void };

/** What the file would come to, and what can be done with it. */
export function PreviewSection({ result, onStart, onAnother }: Props) {
  const words = useWords().importing;
  const preview = previewOf(result);

  return (
    <>
      <Card labelledBy="anteprima">
        <CardHead id="anteprima" title={words.preview}><span className="text-ink-faint">{words.previewText}</span></CardHead>
        <div className="space-y-4 px-4 py-4 sm:px-5">
          {preview.state !== "unreadable" && <ImportTiles result={result} />}
          <Meaning preview={preview} rejected={result.rejectedRows} />
          <div className="flex flex-wrap items-center gap-3">
            {preview.state === "good" && <Button tone="primary" onPress={() => onStart("whole")}>{words.importAll(result.created + result.updated)}</Button>}
            {preview.state === "good" && <span className="text-ink-soft">{words.allOrNothing}</span>}
            {preview.state === "some_good" && <Button onPress={() => onStart("partial")}>{words.importGood(preview.good)}</Button>}
            <Button tone="quiet" onPress={onAnother}>{words.otherFile}</Button>
          </div>
        </div>
      </Card>
      {result.rejected.length > 0 && preview.state !== "unreadable" && <RejectionsTable result={result} />}
    </>
  );
}

function Meaning({ preview, rejected }: { preview: Preview; rejected: number }) {
  const words = useWords().importing;
  switch (preview.state) {
    case "good": return <Alert tone="positive" title={words.goodTitle} />;
    case "nothing_to_do": return <Alert tone="info" title={words.nothingTitle}><p>{words.nothingText}</p></Alert>;
    case "some_good": return <Alert tone="warning" title={words.someTitle(rejected)}><p>{words.someText(preview.good)}</p></Alert>;
    case "all_refused": return <Alert title={words.allRefusedTitle}><p>{words.allRefusedText}</p></Alert>;
    case "unreadable":
      return (
        <Alert title={words.unreadableTitle}>
          <ul className="list-disc space-y-1 ps-5">{preview.reasons.map(({ message }) => <li key={message}>{message}</li>)}</ul>
        </Alert>
      );
  }
}
