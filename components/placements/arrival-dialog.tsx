"use client";

import { useState } from "react";
import type { Placement } from "../http/api-types";
import { useToday } from "../session/me";
import { Checkbox } from "../ui/checkbox";
import { DateField } from "../ui/date-field";
import { useWords } from "../words/words-provider";
import { DepartureFields, departureOn, toldDeparture } from "./departure-fields";
import { placementMutations } from "./placement-mutations";
import { StepDialog } from "./step-dialog";
import { useStep } from "./use-step";

type Props = { placement: Placement; onClose: () => void };

/** An arrival on the day it happened; where that is past, they may have left since, and both are told in one step. */
export function ArrivalDialog({ placement, onClose }: Props) {
  const words = useWords().placements;
  const today = useToday();
  const isOver = placement.exit < today;
  const [date, setDate] = useState<string | null>(isOver ? placement.arrival : today);
  const [hasLeft, setHasLeft] = useState(isOver);
  const [left, setLeft] = useState(departureOn(isOver ? placement.exit : today));
  const [hasTried, setTried] = useState(false);
  const isPast = date !== null && date < today;
  const step = useStep(placementMutations.arrive, placement, ({ status }) => (status === "ended" ? words.cameAndLeft : words.checkedIn), onClose);

  function submit() {
    setTried(true);
    if (!date) return;
    if (!isPast || !hasLeft) return step.take({ date });
    const departure = toldDeparture(left, placement.latestExit);
    if (departure) step.take({ date, departure });
  }

  return (
    <StepDialog
      title={words.checkInTitle}
      text={words.checkInText(`${placement.unitName}, ${placement.facilityName}`)}
      submitLabel={isPast && hasLeft ? words.cameAndLeftSubmit : words.checkIn}
      isPending={step.isPending}
      error={step.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField label={words.checkInDate} value={date} onChange={setDate} isRequired />
      {isPast && <Checkbox label={words.hasLeftSince} isSelected={hasLeft} onChange={setHasLeft} />}
      {isPast && hasLeft && <DepartureFields value={left} onChange={setLeft} latestExit={placement.latestExit} hasTried={hasTried} />}
    </StepDialog>
  );
}
