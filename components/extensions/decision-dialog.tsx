"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Extension, Placement } from "../http/api-types";
import { useTransferInstead } from "../moves/use-transfer-instead";
import { StepDialog } from "../placements/step-dialog";
import { useMay } from "../session/me";
import { RadioGroup } from "../ui/radio-group";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { extensionMutations } from "./extension-queries";
import { OverrideField } from "./override-field";
import { RequestFacts } from "./request-facts";
import { needsOverride } from "./ways-out";

type Props = { placement: Placement; request: Extension; onClose: () => void };

/** Granted or refused by another person than who asked. What stands in the way by now is said here, since it may have come in between. */
export function DecisionDialog({ placement, request, onClose }: Props) {
  const words = useWords().extensions;
  const mayOverride = useMay("override");
  const toast = useToast();
  const [choice, setChoice] = useState<"grant" | "refuse" | null>(null);
  const [note, setNote] = useState("");
  const [override, setOverride] = useState(request.override?.reason ?? "");
  const [hasTried, setTried] = useState(false);
  const instead = useTransferInstead(placement, onClose);
  const deciding = useMutation(extensionMutations.decide(useQueryClient()));
  const needsNote = choice === "refuse" && note.trim() === "";

  function submit() {
    setTried(true);
    if (choice === null || needsNote) return;
    const approve = choice === "grant";
    const body = { approve, note: note.trim() || null, override: approve && override.trim() ? { reason: override.trim() } : null };
    deciding.mutate({ id: request.id, version: request.version, body }, { onSuccess: () => { toast(approve ? words.granted(request.exit) : words.refused); onClose(); } });
  }

  if (instead.dialog) return instead.dialog;
  return (
    <StepDialog title={words.decideTitle} submitLabel={words.save} isPending={deciding.isPending} error={deciding.error} refusedTitle={words.refusedHere} exitThatWorks={null} onTransfer={instead.choose} onSubmit={submit} onClose={onClose}>
      <RequestFacts placement={placement} request={request} />
      <RadioGroup<"grant" | "refuse">
        label={words.decision} value={choice} onChange={setChoice} isRequired error={hasTried && choice === null ? words.chooseDecision : undefined}
        choices={[{ id: "grant", text: words.grant(request.exit) }, { id: "refuse", text: words.refuse, hint: words.refuseHint }]}
      />
      <TextField label={words.decisionNote} lines={3} maxLength={2000} isRequired={choice === "refuse"} value={note} onChange={setNote} error={hasTried && needsNote ? words.decisionNoteNeeded : undefined} />
      {mayOverride && choice !== "refuse" && (needsOverride(deciding.error) || override !== "" || request.override !== null) && <OverrideField value={override} onChange={setOverride} />}
    </StepDialog>
  );
}
