"use client";

import { useState } from "react";
import type { Placement } from "../http/api-types";
import { DateField } from "../ui/date-field";
import { useWords } from "../words/words-provider";
import { placementMutations } from "./placement-mutations";
import { StepDialog } from "./step-dialog";
import { useStep } from "./use-step";
import { useTransferInstead } from "../moves/use-transfer-instead";

type Props = {
  placement: Placement;
  /** The exit that stands there first, where it is not the present one. */
  startsWith?: string;
  onClose: () => void;
};

/** Any day can be typed: whether it stands is for the rule to say. */
export function ExitDialog({ placement, startsWith, onClose }: Props) {
  const { placements: words, shell } = useWords();
  const [exit, setExit] = useState<string | null>(startsWith ?? placement.exit);
  const step = useStep(placementMutations.changeExit, placement, (changed) => words.exitChanged(changed.exit), onClose, "exit");
  const instead = useTransferInstead(placement, onClose);

  if (instead.dialog) return instead.dialog;
  return (
    <StepDialog
      title={words.changeExitTitle}
      submitLabel={shell.save}
      isPending={step.isPending}
      error={step.error}
      onUseLatestExit={setExit}
      onTransfer={instead.choose}
      onSubmit={() => exit && step.take({ exit })}
      onClose={onClose}
    >
      <DateField
        label={words.changeExitDate}
        hint={placement.latestExit ? words.changeExitHint(placement.latestExit) : undefined}
        value={exit}
        onChange={setExit}
        isRequired
      />
    </StepDialog>
  );
}
