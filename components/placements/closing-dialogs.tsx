"use client";

import { useState } from "react";
import type { Placement } from "../http/api-types";
import { choicesOf } from "../ui/choices";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { placementMutations } from "./placement-mutations";
import { StepDialog } from "./step-dialog";
import { useStep } from "./use-step";

type Props = { placement: Placement; onClose: () => void };

export function CancellationDialog({ placement, onClose }: Props) {
  const words = useWords().placements;
  const [reason, setReason] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const step = useStep(placementMutations.cancel, placement, () => words.cancelled, onClose);

  return (
    <StepDialog
      title={words.cancelTitle}
      text={words.cancelText}
      submitLabel={words.cancelConfirm}
      keepLabel={words.cancelKeep}
      tone="danger"
      isPending={step.isPending}
      error={step.error}
      onSubmit={() => (reason ? step.take({ reason }) : setTried(true))}
      onClose={onClose}
    >
      <ReasonSelect value={reason} onChange={setReason} isMissing={hasTried && !reason} />
    </StepDialog>
  );
}

export function NoShowDialog({ placement, onClose }: Props) {
  const { placements: words } = useWords();
  const [reason, setReason] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const step = useStep(placementMutations.noShow, placement, () => words.noShowDone, onClose);

  return (
    <StepDialog
      title={words.noShowTitle}
      text={words.noShowText}
      submitLabel={words.noShowConfirm}
      tone="danger"
      isPending={step.isPending}
      error={step.error}
      onSubmit={() => (reason ? step.take({ reason }) : setTried(true))}
      onClose={onClose}
    >
      <ReasonSelect value={reason} onChange={setReason} isMissing={hasTried && !reason} />
    </StepDialog>
  );
}

type ReasonProps = { value: string | null; onChange: (reason: string) => void; isMissing: boolean };

function ReasonSelect({ value, onChange, isMissing }: ReasonProps) {
  const { placements: words, codes } = useWords();
  return (
    <Select<string>
      label={words.cancelReason}
      choices={choicesOf(codes.cancellationReason)}
      value={value}
      onChange={onChange}
      isRequired
      error={isMissing ? words.chooseReason : undefined}
    />
  );
}
