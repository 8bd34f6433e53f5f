"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Household } from "../http/api-types";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useFormats, useWords } from "../words/words-provider";
import { UrgencyBadge } from "./urgency-badge";

const ReferralDialog = dynamic(() => import("./referral-dialog").then((file) => file.ReferralDialog), { ssr: false });

/** How the household came to be known, the latest first. */
export function ReferralsCard({ household }: { household: Household }) {
  const words = useWords().householdFile;
  const { day } = useFormats();
  const mayWrite = useMay("case.write");
  const [isAdding, setAdding] = useState(false);
  const latestFirst = household.referrals.toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1));

  return (
    <Card labelledBy="segnalazioni">
      <CardHead
        id="segnalazioni"
        title={words.referrals}
        action={mayWrite && <div data-no-print className="-me-3"><Button size="small" tone="quiet" aria-haspopup="dialog" onPress={() => setAdding(true)}>{words.addReferral}</Button></div>}
      />
      {latestFirst.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft sm:px-5">{words.referralsNone}</p>
      ) : (
        <ul className="divide-y divide-line-soft px-4 sm:px-5">
          {latestFirst.map(({ id, source, urgency, receivedOn, note }) => (
            <li key={id} className="py-2.5">
              <p className="flex flex-wrap items-center gap-2 font-semibold"><span className="first-letter:uppercase">{words.source[source]}</span><UrgencyBadge urgency={urgency} /></p>
              <p className="text-sm text-ink-faint">{words.receivedOn(day(receivedOn))}</p>
              {note && <p className="whitespace-pre-line text-ink-soft">{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {isAdding && <ReferralDialog household={household} onClose={() => setAdding(false)} />}
    </Card>
  );
}
