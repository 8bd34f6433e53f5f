"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Extension, Placement } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useMay, useMe } from "../session/me";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useFormats, useWords } from "../words/words-provider";
import { ExtensionBadge } from "./extension-badge";
import { extensionMutations } from "./extension-queries";

const DecisionDialog = dynamic(() => import("./decision-dialog").then((file) => file.DecisionDialog), { ssr: false });

type Props = { placement: Placement; requests: Extension[] };

/** What was asked for a placement and how it was decided, the latest first; what waits is decided or taken back here. */
export function ExtensionHistory({ placement, requests }: Props) {
  const words = useWords().extensions;
  const [deciding, setDeciding] = useState<Extension | null>(null);
  if (requests.length === 0 && deciding === null) return null;
  return (
    <section aria-label={words.history} className="rounded-md border border-line-soft">
      <h4 className="px-3 pt-2 text-sm font-semibold text-ink-soft">{words.history}</h4>
      <ul className="divide-y divide-line-soft">
        {requests.toReversed().map((request) => <ExtensionLine key={request.id} request={request} onDecide={() => setDeciding(request)} />)}
      </ul>
      {deciding && <DecisionDialog placement={placement} request={deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}

function ExtensionLine({ request, onDecide }: { request: Extension; onDecide: () => void }) {
  const words = useWords().extensions;
  const { dayOf } = useFormats();
  return (
    <li className="space-y-1 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ExtensionBadge status={request.status} />
        <span className="font-semibold">{words.untilDay(request.exit)}</span>
        <span className="inline-block text-ink-soft first-letter:uppercase">{words.reason[request.reason]}</span>
        {request.status === "asked" && <ExtensionActions request={request} onDecide={onDecide} />}
      </div>
      <p className="text-sm text-ink-faint">{words.askedBy} {words.askedOn(request.askedByName, dayOf(request.askedAt))}</p>
      {request.note && <p className="text-sm">{request.note}</p>}
      {request.decidedAt && request.status !== "withdrawn" && <p className="text-sm text-ink-faint">{words.decidedBy(request.decidedByName, dayOf(request.decidedAt))}</p>}
      {request.decisionNote && <p className="text-sm">{request.decisionNote}</p>}
      {request.override && <p className="text-sm font-semibold text-warning">{words.overridden(request.override.reason)}</p>}
    </li>
  );
}

/** Nobody decides on what they asked for themselves. */
function ExtensionActions({ request: { id, version, askedBy }, onDecide }: { request: Extension; onDecide: () => void }) {
  const words = useWords().extensions;
  const [mayDecide, mayWithdraw, me] = [useMay("extension.decide"), useMay("placement.write"), useMe()];
  const toast = useToast();
  const withdrawing = useMutation({ ...extensionMutations.withdraw(useQueryClient()), onSuccess: () => toast(words.withdrawn) });
  return (
    <div data-no-print className="flex flex-wrap gap-2 sm:ms-auto">
      {mayDecide && askedBy !== me.id && <Button size="small" tone="primary" aria-haspopup="dialog" onPress={onDecide}>{words.decide}</Button>}
      {mayWithdraw && <Button size="small" isPending={withdrawing.isPending} onPress={() => withdrawing.mutate({ id, version })}>{words.withdraw}</Button>}
      {withdrawing.error && <ProblemAlert error={withdrawing.error} title={words.notWithdrawn} />}
    </div>
  );
}
