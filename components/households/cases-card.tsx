"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Household } from "../http/api-types";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";
import { CaseEntry } from "./case-entry";

const CaseDialog = dynamic(() => import("./case-dialog").then((file) => file.CaseDialog), { ssr: false });

/** The programmes that have taken the household in charge, and who follows it, with what was agreed and what came of it. */
export function CasesCard({ household }: { household: Household }) {
  const words = useWords().householdFile;
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
          {latestFirst.map((opened) => <CaseEntry key={opened.id} household={household} opened={opened} />)}
        </ul>
      )}
      {isOpening && <CaseDialog household={household} onClose={() => setOpening(false)} />}
    </Card>
  );
}
