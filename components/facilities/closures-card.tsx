"use client";

import { Ban, CircleCheck, Plus } from "lucide-react";
import { useState } from "react";
import type { Closure, Facility } from "../http/api-types";
import { useMay, useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";
import { ClosureDialog } from "./closure-dialog";
import { closedThing } from "./closed-thing";
import { ReopenDialog } from "./reopen-dialog";

/** What is out of service now or will be; what is over stays in the record only. */
export function ClosuresCard({ facility }: { facility: Facility }) {
  const { facilities: words, codes } = useWords();
  const mayClose = useMay("closure.write");
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  const [reopened, setReopened] = useState<Closure | null>(null);
  const current = facility.closures.filter(({ until }) => until > today).sort((a, b) => a.from.localeCompare(b.from));

  return (
    <Card labelledBy="indisponibilita">
      <CardHead
        id="indisponibilita"
        title={words.closures}
        action={mayClose && <Button size="small" onPress={() => setAdding(true)}><Plus aria-hidden className="size-4" />{words.addClosure}</Button>}
      />
      {current.length === 0 && (
        <p className="flex gap-2 px-4 py-3 text-ink-soft sm:px-5">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
          {words.noClosures}
        </p>
      )}
      <ul>
        {current.map((closure) => {
          const what = closedThing(closure, facility, words);
          return (
            <li key={closure.id} className="border-b border-line-soft px-4 py-3 last:border-b-0 sm:px-5">
              <div className="flex flex-wrap items-center gap-2">
                <p className="font-semibold">{what}</p>
                <Badge tone="warning" icon={Ban}>{closure.from <= today ? words.closureNow : words.closureLater(closure.from)}</Badge>
              </div>
              <p className="text-ink-soft">{codes.closureReason[closure.reason]}: {words.closurePeriod(closure.from, closure.until)}</p>
              {closure.note && <p className="text-sm text-ink-faint">{closure.note}</p>}
              {mayClose && (
                <div className="mt-1 -ms-3">
                  <Button size="small" tone="quiet" aria-label={words.cancelClosureOf(what)} onPress={() => setReopened(closure)}>{words.cancelClosure}</Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {isAdding && <ClosureDialog facility={facility} onClose={() => setAdding(false)} />}
      {reopened && <ReopenDialog closure={reopened} what={closedThing(reopened, facility, words)} onClose={() => setReopened(null)} />}
    </Card>
  );
}
