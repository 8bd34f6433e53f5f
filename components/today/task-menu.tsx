"use client";

import { EllipsisVertical } from "lucide-react";
import { useRouter } from "next/navigation";
import type { WorkStep } from "@/domain/day-work";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { useWords } from "../words/words-provider";
import type { DialogStep } from "./step-dialogs";
import type { DayTask } from "./today-types";
import { useMarkDone } from "./use-mark-done";

type Props = { task: DayTask; steps: readonly WorkStep[]; names: Record<DialogStep, string>; opening: DialogStep | null; onStep: (task: DayTask, step: DialogStep) => void };

/** The steps of a line that are not the first, where there are too many for a line. */
export function TaskMenu({ task, steps, names, opening, onStep }: Props) {
  const { letterPage, placements, today: words } = useWords();
  const router = useRouter();
  const marking = useMarkDone(task);
  const texts: Partial<Record<WorkStep, string>> = { ...names, letter: letterPage.write, done: words.markDone };

  function take(id: string) {
    const step = steps.find((each) => each === id);
    if (step === "letter") router.push(`/lettere/${task.placementId}`);
    else if (step === "done") marking.mutate();
    else if (step !== undefined && step in names) onStep(task, step as DialogStep);
  }

  return (
    <>
      <Menu
        label={placements.more}
        trigger={<Button size="small" isPending={marking.isPending || (opening !== null && steps.includes(opening))} aria-label={`${placements.more}, ${task.householdCode}`}><EllipsisVertical aria-hidden className="size-4" /></Button>}
        entries={steps.map((step) => ({ id: step, text: texts[step] ?? step }))}
        onAction={take}
      />
      {marking.error && <ProblemAlert error={marking.error} title={words.notMarked} />}
    </>
  );
}
