"use client";

import type { ImportKind } from "@/domain/imports";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { useWords } from "../words/words-provider";
import type { ImportResult } from "./import-types";
import { RejectionsTable } from "./rejections-table";

type Props = { kind: ImportKind; result: ImportResult; onAnother: () => void };

const WHERE: Record<ImportKind, string> = { facilities: "/strutture", households: "/nuclei", stays: "/nuclei" };

/** What went in. Somebody may have booked since the preview: then nothing did, and the reasons are told again. */
export function ResultCard({ kind, result, onAnother }: Props) {
  const words = useWords().importing;
  const { created, updated, rejectedRows, rejected } = result;
  const isNothing = created + updated === 0 && rejectedRows > 0;

  return (
    <>
      <Card className="space-y-4 px-4 py-4 sm:px-5">
        <Alert tone={isNothing ? "negative" : "positive"} title={isNothing ? words.doneRefusedTitle : words.doneTitle}>
          {!isNothing && <p>{words.doneText(created, updated)}</p>}
          {rejectedRows > 0 && <p>{words.doneRejected(rejectedRows)}</p>}
          <p>{words.repeatText}</p>
        </Alert>
        <div className="flex flex-wrap gap-3">
          {!isNothing && <ButtonLink href={WHERE[kind]} tone="primary">{words.see[kind]}</ButtonLink>}
          <Button onPress={onAnother}>{words.another}</Button>
        </div>
      </Card>
      {rejected.length > 0 && <RejectionsTable result={result} />}
    </>
  );
}
