"use client";

import { CheckCheck } from "lucide-react";
import { addDays } from "@/domain/day";
import type { WorkStep } from "@/domain/day-work";
import { useConfirming } from "../facilities/use-confirming";
import { withParameters } from "../http/api";
import { ProblemAlert } from "../http/problem-alert";
import { useToday } from "../session/me";
import { Button } from "../ui/button";
import type { ButtonTone } from "../ui/button-look";
import { ButtonLink } from "../ui/button-link";
import { useWords } from "../words/words-provider";
import { MarkDone } from "./mark-done";
import type { DialogStep } from "./step-dialogs";
import { TaskMenu } from "./task-menu";
import type { DayTask } from "./today-types";

const TONES: Partial<Record<WorkStep, ButtonTone>> = { arrival: "primary", departure: "primary", decision: "primary", cancellation: "danger", no_show: "quiet" };

/** More than these would make the line taller than what it says. */
const MOST_IN_SIGHT = 2;

type Props = { task: DayTask; onStep: (task: DayTask, step: DialogStep) => void; opening: DialogStep | null };

/** What may be done about a line, where it stands; whoever may do nothing is led to the file. */
export function TaskActions({ task, onStep, opening }: Props) {
  const { extensions, letterPage, placements, today: words } = useWords();
  const names: Record<DialogStep, string> = { arrival: placements.checkIn, no_show: placements.noShow, departure: placements.depart, change: placements.changeExit, cancellation: placements.cancel, extension: placements.extend, decision: extensions.decide };
  const inSight = task.steps.length > MOST_IN_SIGHT ? task.steps.slice(0, 1) : task.steps;
  const inMenu = task.steps.slice(inSight.length);

  const buttons = inSight.map((step) => {
    if (step === "confirmation") return <ConfirmFacility key={step} facilityId={task.facilityId ?? ""} facilityName={task.facilityName ?? ""} />;
    if (step === "find_place") return <FindPlace key={step} task={task} />;
    if (step === "letter") return <ButtonLink key={step} size="small" href={`/lettere/${task.placementId}`}>{letterPage.write}</ButtonLink>;
    if (step === "done") return <MarkDone key={step} task={task} />;
    return (
      <Button key={step} size="small" tone={TONES[step]} isPending={opening === step} aria-haspopup="dialog" aria-label={`${names[step]}, ${task.householdCode}`} onPress={() => onStep(task, step)}>
        {names[step]}
      </Button>
    );
  });

  if (inMenu.length > 0) return <TaskMenu task={task} steps={inMenu} names={names} opening={opening} onStep={onStep}>{buttons}</TaskMenu>;
  return (
    <div className="flex flex-wrap gap-2 md:flex-col md:items-end">
      {buttons}
      {task.steps.length === 0 && task.householdId && <ButtonLink size="small" href={`/nuclei/${task.householdId}`}>{words.openFile}</ButtonLink>}
      {task.steps.length === 0 && !task.householdId && task.facilityId && <ButtonLink size="small" href={`/strutture/${task.facilityId}`}>{words.facility}</ButtonLink>}
    </div>
  );
}

function FindPlace({ task: { householdId, day, exit } }: { task: DayTask }) {
  const words = useWords().today;
  const today = useToday();
  const from = day !== null && day > today ? day : today;
  const until = exit !== null && exit > from ? exit : addDays(from, 1);
  return <ButtonLink size="small" tone="primary" href={withParameters("/disponibilita", { householdId, from, until })}>{words.findPlace}</ButtonLink>;
}

function ConfirmFacility({ facilityId, facilityName }: { facilityId: string; facilityName: string }) {
  const words = useWords().facilities;
  const confirming = useConfirming(facilityId);
  return (
    <div className="space-y-2">
      <Button size="small" isPending={confirming.isPending} aria-label={`${words.confirm}: ${facilityName}`} onPress={() => confirming.mutate()}>
        <CheckCheck aria-hidden className="size-4" />
        {words.confirm}
      </Button>
      {confirming.error && <ProblemAlert error={confirming.error} title={words.confirmFailed} />}
    </div>
  );
}
