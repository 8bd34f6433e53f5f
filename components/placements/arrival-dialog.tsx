"use client";

import { useState } from "react";
import type { Placement } from "../http/api-types";
import { useToday } from "../session/me";
import { DateField } from "../ui/date-field";
import { useWords } from "../words/words-provider";
import { placementMutations } from "./placement-mutations";
import { StepDialog } from "./step-dialog";
import { useStep } from "./use-step";

type Props = { placement: Placement; onClose: () => void };

export function ArrivalDialog({ placement, onClose }: Props) {
  const words = useWords().placements;
  const today = useToday();
  const [date, setDate] = useState<string | null>(today);
  const step = useStep(placementMutations.arrive, placement, () => words.checkedIn, onClose);

  return (
    <StepDialog
      title={words.checkInTitle}
      text={words.checkInText(`${placement.unitName}, ${placement.facilityName}`)}
      submitLabel={words.checkIn}
      isPending={step.isPending}
      error={step.error}
      onSubmit={() => date && step.take({ date })}
      onClose={onClose}
    >
      <DateField label={words.checkInDate} value={date} onChange={setDate} isRequired />
    </StepDialog>
  );
}
