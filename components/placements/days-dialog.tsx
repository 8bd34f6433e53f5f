"use client";

import { useState } from "react";
import { nightsBetween, type Period } from "@/domain/day";
import type { Placement } from "../http/api-types";
import { DateRangeField } from "../ui/date-range-field";
import { useWords } from "../words/words-provider";
import { placementMutations } from "./placement-mutations";
import { StepDialog } from "./step-dialog";
import { useStep } from "./use-step";

type Props = {
  placement: Placement;
  /** The days that stand there first, where they are not the present ones. */
  startsWith?: Period;
  onClose: () => void;
};

/** Other days for a household that has not come yet, in the same beds. */
export function DaysDialog({ placement, startsWith, onClose }: Props) {
  const { placements: words, shell } = useWords();
  const [days, setDays] = useState<Period>(startsWith ?? { from: placement.arrival, until: placement.exit });
  const step = useStep(placementMutations.changeDays, placement, ({ arrival, exit }) => words.daysChanged(arrival, exit), onClose, "days");
  const count = nightsBetween(days.from, days.until);

  return (
    <StepDialog
      title={words.changeDaysTitle}
      text={words.changeDaysText(`${placement.unitName}, ${placement.facilityName}`)}
      submitLabel={shell.save}
      isPending={step.isPending}
      error={step.error}
      onUseLatestExit={(until) => setDays({ ...days, until })}
      onSubmit={() => step.take({ arrival: days.from, exit: days.until })}
      onClose={onClose}
    >
      <DateRangeField label={words.nights} value={days} onChange={setDays} summary={count > 0 ? words.nightsCount(count) : undefined} isRequired />
    </StepDialog>
  );
}
