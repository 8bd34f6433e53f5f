"use client";

import { EllipsisVertical } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { WorkStep } from "@/domain/day-work";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { useWords } from "../words/words-provider";
import type { DialogStep } from "./step-dialogs";
import type { DayTask } from "./today-types";
import { useMarkDone } from "./use-mark-done";

type Props = { task: DayTask; steps: readonly WorkStep[]; names: Record<DialogStep, string>; opening: DialogStep | null; onStep: (task: DayTask, step: DialogStep) => void; children: ReactNode };

/** Beside what is in sight of a line, the steps that would make it too tall. */
export function TaskMenu({ task, steps, names, opening, onStep, children }: Props) {
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
    <div className="space-y-2">
      <div className="flex gap-2 md:justify-end">
        {children}
        <Menu
          label={placements.more}
          trigger={<Button size="small" isPending={marking.isPending || (opening !== null && steps.includes(opening))} aria-label={`${placements.more}, ${task.householdCode}`}><EllipsisVertical aria-hidden className="size-4" /></Button>}
          entries={steps.map((step) => ({ id: step, text: texts[step] ?? step }))}
          onAction={take}
        />
      </div>
      {marking.error && <ProblemAlert error={marking.error} title={words.notMarked} />}
    </div>
  );
}
