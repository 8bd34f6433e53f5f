"use client";

import { useState } from "react";
import type { AuditAction } from "@/domain/audit";
import type { HistoryLine } from "../http/api-types";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useFormats, useWords } from "../words/words-provider";

const SHOWN = 8;

/** Who did what and when, the latest first; more on demand. */
export function HistoryCard({ history }: { history: HistoryLine[] }) {
  const { households: words, householdFile, audit } = useWords();
  const { dayOf } = useFormats();
  const [shown, setShown] = useState(SHOWN);
  const latest = history.toSorted((a, b) => b.at.localeCompare(a.at));
  const left = latest.length - shown;

  return (
    <Card labelledBy="cronologia">
      <CardHead id="cronologia" title={words.history} />
      {latest.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft sm:px-5">{words.historyNone}</p>
      ) : (
        <ol className="space-y-2 px-4 py-3 sm:px-5">
          {latest.slice(0, shown).map(({ at, action, by }, index) => (
            <li key={`${at}-${index}`}>
              <p>{audit.actions[action as AuditAction] ?? action}</p>
              <p className="text-sm text-ink-faint"><time dateTime={at}>{words.historyLine(dayOf(at), at)}</time> · {audit.systemActor[by] ?? by}</p>
            </li>
          ))}
        </ol>
      )}
      {left > 0 && (
        <div data-no-print className="px-2 pb-2 sm:px-3">
          <Button size="small" tone="quiet" onPress={() => setShown(shown * 3)}>{householdFile.moreHistory(left)}</Button>
        </div>
      )}
    </Card>
  );
}
