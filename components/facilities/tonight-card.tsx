"use client";

import type { Facility } from "../http/api-types";
import { Card, CardHead } from "../ui/card";
import { useFormats, useWords } from "../words/words-provider";
import { TonightBar } from "./tonight-summary";

const LOOKS = { free: "bg-positive", occupied: "bg-brand", held: "bg-brand-line", offline: "bg-warning" } as const;

/** Tonight in numbers, and who last said that they are right. */
export function TonightCard({ facility }: { facility: Facility }) {
  const { facilityPage: words, facilities } = useWords();
  const { dayOf } = useFormats();
  const { tonight, today, confirmedAt, confirmedByName } = facility;
  const shares = (Object.keys(LOOKS) as (keyof typeof LOOKS)[]).filter((key) => key !== "held" || tonight.held > 0);
  const others = [["overdue", tonight.overdue], ["arrivals", today.arrivals], ["departures", today.departures]] as const;
  return (
    <Card labelledBy="stanotte" className="mb-4">
      <CardHead id="stanotte" title={words.tonight}>
        <span className="text-sm text-ink-faint sm:ms-auto">{confirmedAt ? words.confirmedBy(dayOf(confirmedAt), confirmedAt, confirmedByName) : words.neverConfirmed}</span>
      </CardHead>
      <div className="px-4 py-3 sm:px-5">
        {tonight.open === 0 ? <p className="text-ink-soft">{facilities.noBeds}</p> : <TonightBar tonight={tonight} />}
        <dl className="mt-1 flex flex-wrap gap-x-8 gap-y-2">
          {shares.map((key) => <Figure key={key} term={words.figure[key]} value={tonight[key]} look={LOOKS[key]} />)}
          {others.filter(([, value]) => value > 0).map(([key, value]) => <Figure key={key} term={words.figure[key]} value={value} isLate={key === "overdue"} />)}
        </dl>
        {tonight.held > 0 && <p className="mt-2 text-sm text-ink-faint">{words.heldHint}</p>}
      </div>
    </Card>
  );
}

function Figure({ term, value, look, isLate = false }: { term: string; value: number; look?: string; isLate?: boolean }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="flex items-center gap-1.5 text-sm text-ink-soft">{look && <span aria-hidden className={`size-2.5 rounded-full ${look}`} />}{term}</dt>
      <dd className={`text-2xl font-bold ${isLate ? "text-negative" : ""}`}>{value}</dd>
    </div>
  );
}
