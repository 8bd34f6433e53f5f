"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
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
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import type { DialogStep } from "./step-dialogs";
import { todayMutations } from "./today-queries";
import type { DayTask } from "./today-types";

const TONES: Partial<Record<WorkStep, ButtonTone>> = { arrival: "primary", departure: "primary", cancellation: "danger", no_show: "quiet" };

type Props = { task: DayTask; onStep: (task: DayTask, step: DialogStep) => void; opening: DialogStep | null };

/** What may be done about a line, where it stands; whoever may do nothing is led to the file. */
export function TaskActions({ task, onStep, opening }: Props) {
  const { placements, today: words } = useWords();
  const names: Record<DialogStep, string> = { arrival: placements.checkIn, no_show: placements.noShow, departure: placements.depart, change: placements.changeExit, cancellation: placements.cancel };

  return (
    <div className="flex flex-wrap gap-2 md:justify-end">
      {task.steps.map((step) => {
        if (step === "confirmation") return <ConfirmFacility key={step} facilityId={task.facilityId ?? ""} facilityName={task.facilityName ?? ""} />;
        if (step === "find_place") return <FindPlace key={step} task={task} />;
        if (step === "decision") return <ButtonLink key={step} size="small" href={`/nuclei/${task.householdId}`}>{words.openFile}</ButtonLink>;
        if (step === "done") return <MarkDone key={step} task={task} />;
        return (
          <Button key={step} size="small" tone={TONES[step]} isPending={opening === step} aria-haspopup="dialog" aria-label={`${names[step]}, ${task.householdCode}`} onPress={() => onStep(task, step)}>
            {names[step]}
          </Button>
        );
      })}
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

/** For what nothing in the product shows to have been done: somebody says so. */
function MarkDone({ task: { id, version, kind, householdCode } }: { task: DayTask }) {
  const words = useWords().today;
  const toast = useToast();
  const marking = useMutation({ ...todayMutations.markDone(useQueryClient()), onSuccess: () => toast(words.markedDone) });
  return (
    <div className="space-y-2">
      <Button size="small" tone="quiet" isPending={marking.isPending} aria-label={`${words.markDone}: ${words.kind[kind] ?? words.otherTask}, ${householdCode}`} onPress={() => marking.mutate({ id, version })}>{words.markDone}</Button>
      {marking.error && <ProblemAlert error={marking.error} title={words.notMarked} />}
    </div>
  );
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
