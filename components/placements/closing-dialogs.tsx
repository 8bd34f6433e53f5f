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

export function CancellationDialog(props: Props) {
  const words = useWords().placements;
  const said = { title: words.cancelTitle, text: words.cancelText, submitLabel: words.cancelConfirm, keepLabel: words.cancelKeep, done: words.cancelled };
  return <CallOffDialog {...props} {...said} mutation={placementMutations.cancel} />;
}

export function NoShowDialog(props: Props) {
  const words = useWords().placements;
  const said = { title: words.noShowTitle, text: words.noShowText, submitLabel: words.noShowConfirm, done: words.noShowDone };
  return <CallOffDialog {...props} {...said} mutation={placementMutations.noShow} />;
}

type CallOffProps = Props & { title: string; text: string; submitLabel: string; keepLabel?: string; done: string; mutation: typeof placementMutations.cancel | typeof placementMutations.noShow };

/** The household does not come: both ways ask for a reason and free the beds. */
function CallOffDialog({ placement, onClose, done, mutation, ...said }: CallOffProps) {
  const [reason, setReason] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const step = useStep(mutation, placement, () => done, onClose);

  return (
    <StepDialog {...said} tone="danger" isPending={step.isPending} error={step.error} onSubmit={() => (reason ? step.take({ reason }) : setTried(true))} onClose={onClose}>
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
