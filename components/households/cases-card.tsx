"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Household } from "../http/api-types";
import { useMay, useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";

const CaseDialog = dynamic(() => import("./case-dialog").then((file) => file.CaseDialog), { ssr: false });

/** The programmes that have taken the household in charge, and who follows it. */
export function CasesCard({ household }: { household: Household }) {
  const words = useWords().householdFile;
  const today = useToday();
  const mayWrite = useMay("case.write");
  const [isOpening, setOpening] = useState(false);
  const latestFirst = household.cases.toSorted((a, b) => (a.from < b.from ? 1 : -1));

  return (
    <Card labelledBy="prese-in-carico">
      <CardHead
        id="prese-in-carico"
        title={words.cases}
        action={mayWrite && <div data-no-print className="-me-3"><Button size="small" tone="quiet" aria-haspopup="dialog" onPress={() => setOpening(true)}>{words.openCase}</Button></div>}
      />
      {latestFirst.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft sm:px-5">{words.casesNone}</p>
      ) : (
        <ul className="divide-y divide-line-soft px-4 sm:px-5">
          {latestFirst.map(({ id, programmeName, from, until, socialWorkerName }) => (
            <li key={id} className="py-2.5">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {programmeName}
                <Badge tone={until === null || until > today ? "positive" : "neutral"}>{until === null || until > today ? words.caseOpen : words.caseClosed}</Badge>
              </p>
              <p className="text-sm text-ink-faint">{words.caseDays(from, until)}</p>
              <p className="text-sm text-ink-faint">{socialWorkerName ? words.followedBy(socialWorkerName) : words.followedByNobody}</p>
            </li>
          ))}
        </ul>
      )}
      {isOpening && <CaseDialog household={household} onClose={() => setOpening(false)} />}
    </Card>
  );
}
