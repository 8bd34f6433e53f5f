"use client";

import { useQuery } from "@tanstack/react-query";
import { Ban, CircleCheck, Plus } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import type { Closure, Facility } from "../http/api-types";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";
import { closedThing } from "./closed-thing";
import { facilityQueries } from "./facility-queries";
import type { OpenPanel } from "./panel";
import { ReopenDialog } from "./reopen-dialog";
import { useMayAct } from "./use-may-act";

type Props = { facility: Facility; onOpen: OpenPanel };

/** What is out of service now or will be; what is over, on demand. */
export function ClosuresCard({ facility, onOpen }: Props) {
  const { facilities: words, facilityPage } = useWords();
  const mayClose = useMayAct("closure.write")(facility);
  const today = useToday();
  const [reopened, setReopened] = useState<Closure | null>(null);
  const [showsPast, setShowsPast] = useQueryState("passate", parseAsBoolean.withDefault(false));
  const current = facility.closures.filter(({ until }) => until > today).sort((a, b) => a.from.localeCompare(b.from));

  return (
    <Card labelledBy="indisponibilita">
      <CardHead
        id="indisponibilita"
        title={words.closures}
        action={mayClose && <Button size="small" aria-haspopup="dialog" onPress={() => onOpen({ kind: "closure", what: "facility" })}><Plus aria-hidden className="size-4" />{words.addClosure}</Button>}
      />
      {current.length === 0 && (
        <p className="flex gap-2 px-4 py-3 text-ink-soft sm:px-5">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
          {words.noClosures}
        </p>
      )}
      <ul>
        {current.map((closure) => (
          <ClosureLine key={closure.id} facility={facility} closure={closure} badge={<Badge tone="warning" icon={Ban}>{closure.from <= today ? words.closureNow : words.closureLater(closure.from)}</Badge>}>
            {mayClose && (
              <div className="mt-1 -ms-3">
                <Button size="small" tone="quiet" aria-haspopup="dialog" aria-label={words.cancelClosureOf(closedThing(closure, facility, words))} onPress={() => setReopened(closure)}>{words.cancelClosure}</Button>
              </div>
            )}
          </ClosureLine>
        ))}
      </ul>
      <div className="px-2 py-1"><Button size="small" tone="quiet" aria-expanded={showsPast} onPress={() => void setShowsPast(!showsPast)}>{showsPast ? facilityPage.history.hide : facilityPage.history.show}</Button></div>
      {showsPast && <PastClosures facility={facility} />}
      {reopened && <ReopenDialog closure={reopened} what={closedThing(reopened, facility, words)} onClose={() => setReopened(null)} />}
    </Card>
  );
}

function PastClosures({ facility }: { facility: Facility }) {
  const words = useWords().facilityPage.history;
  const today = useToday();
  const { data } = useQuery(facilityQueries.closures(facility.id));
  const past = data?.filter(({ until, cancelledAt }) => until <= today || cancelledAt !== null);
  if (!past) return null;
  if (past.length === 0) return <p className="px-4 pb-3 text-ink-soft sm:px-5">{words.none}</p>;
  return (
    <ul aria-label={words.title} className="border-t border-line-soft">
      {past.map((closure) => <ClosureLine key={closure.id} facility={facility} closure={closure} badge={<Badge>{closure.cancelledAt ? words.cancelled : words.over}</Badge>} />)}
    </ul>
  );
}

type LineProps = { facility: Facility; closure: Closure; badge: React.ReactNode; children?: React.ReactNode };

function ClosureLine({ facility, closure, badge, children }: LineProps) {
  const { facilities: words, codes } = useWords();
  return (
    <li className="border-b border-line-soft px-4 py-3 last:border-b-0 sm:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="font-semibold">{closedThing(closure, facility, words)}</p>
        {badge}
      </div>
      <p className="text-ink-soft">{codes.closureReason[closure.reason]}: {words.closurePeriod(closure.from, closure.until)}</p>
      {closure.note && <p className="text-sm text-ink-faint">{closure.note}</p>}
      {children}
    </li>
  );
}
