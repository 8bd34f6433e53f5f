"use client";

import type { HistoryLine } from "../http/api-types";
import { Card, CardHead } from "../ui/card";
import { useFormats, useWords } from "../words/words-provider";

const SHOWN = 12;

/** Who did what, the latest first. */
export function HistoryCard({ history }: { history: HistoryLine[] }) {
  const words = useWords().households;
  const { dayOf } = useFormats();
  const latest = [...history].sort((a, b) => b.at.localeCompare(a.at)).slice(0, SHOWN);

  return (
    <Card labelledBy="cronologia">
      <CardHead id="cronologia" title={words.history} />
      {latest.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft sm:px-5">{words.historyNone}</p>
      ) : (
        <ol className="space-y-2 px-4 py-3 sm:px-5">
          {latest.map(({ at, action, by }, index) => (
            <li key={`${at}-${index}`}>
              <p>{words.action[action] ?? action}</p>
              <p className="text-sm text-ink-faint"><time dateTime={at}>{words.historyLine(dayOf(at), at)}</time> · {by}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
