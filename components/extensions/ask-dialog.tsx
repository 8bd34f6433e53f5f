"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { EXTENSION_REASONS, type ExtensionReason, furthestExtension } from "@/domain/extensions";
import type { Placement } from "../http/api-types";
import { useTransferInstead } from "../moves/use-transfer-instead";
import { useStepDone } from "../placements/step-done";
import { StepDialog } from "../placements/step-dialog";
import { useMay } from "../session/me";
import { Alert } from "../ui/alert";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { extensionMutations, extensionQueries } from "./extension-queries";
import { OverrideField } from "./override-field";
import { exitThatWorks, needsOverride } from "./ways-out";

type Props = {
  placement: Placement;
  /** Until when it is asked for, where that is known. */
  startsWith?: string;
  onClose: () => void;
};

/** More time than the rule gives. What stands against it is said by the service, with the latest exit that would do. */
export function AskDialog({ placement, startsWith, onClose }: Props) {
  const words = useWords().extensions;
  const mayOverride = useMay("override");
  const toast = useToast();
  const tell = useStepDone();
  const [exit, setExit] = useState<string | null>(startsWith ?? null);
  const [reason, setReason] = useState<ExtensionReason | null>(null);
  const [note, setNote] = useState("");
  const [override, setOverride] = useState("");
  const [hasTried, setTried] = useState(false);
  const instead = useTransferInstead(placement, onClose);
  const asking = useMutation(extensionMutations.ask(useQueryClient()));
  const latestExit = placement.latestExit ?? placement.exit;
  const needsNote = reason === "other" && note.trim() === "";

  function submit() {
    setTried(true);
    if (exit === null || reason === null || needsNote) return;
    const body = { exit, reason, note: note.trim() || null, override: override.trim() ? { reason: override.trim() } : null };
    asking.mutate({ placementId: placement.id, version: placement.version, body }, {
      onSuccess: (extension) => {
        const text = words.asked(extension.exit);
        if (tell) tell(text, { step: "ask", extension });
        else toast(text);
        onClose();
      },
    });
  }

  if (instead.dialog) return instead.dialog;
  return (
    <StepDialog
      title={words.ask} text={words.askText} submitLabel={words.send} isPending={asking.isPending} error={asking.error}
      onUseLatestExit={setExit} exitThatWorks={exitThatWorks(asking.error, latestExit)} onTransfer={instead.choose} onSubmit={submit} onClose={onClose}
    >
      <Standing placement={placement} />
      <DateField label={words.until} hint={words.untilHint(latestExit, furthestExtension(placement))} value={exit} onChange={setExit} isRequired error={hasTried && exit === null ? words.chooseUntil : undefined} />
      <Select<ExtensionReason>
        label={words.reasonLabel} choices={EXTENSION_REASONS.map((id) => ({ id, text: words.reason[id] }))} value={reason} onChange={setReason} isRequired
        error={hasTried && reason === null ? words.chooseReason : undefined}
      />
      <TextField label={words.note} hint={words.noteHint} lines={3} maxLength={2000} isRequired={reason === "other"} value={note} onChange={setNote} error={hasTried && needsNote ? words.noteNeeded : undefined} />
      {mayOverride && (needsOverride(asking.error) || override !== "") && <OverrideField value={override} onChange={setOverride} />}
    </StepDialog>
  );
}

/** What is in the way before anything is asked: a request that waits, or a rule that gives no more. */
function Standing({ placement }: { placement: Placement }) {
  const words = useWords().extensions;
  const { data } = useQuery(extensionQueries.ofPlacement(placement.id));
  const waiting = data?.find(({ status }) => status === "asked");
  const granted = data?.filter(({ status }) => status === "approved").length ?? 0;
  if (waiting) return <Alert tone="warning">{words.waiting(waiting.exit)}</Alert>;
  return data && placement.rule && granted >= placement.rule.maxExtensions ? <Alert tone="warning">{words.noneLeft(granted)}</Alert> : null;
}
