"use client";

import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import type { DayTask } from "./today-types";
import { useMarkDone } from "./use-mark-done";

export function MarkDone({ task }: { task: DayTask }) {
  const words = useWords().today;
  const marking = useMarkDone(task);
  return (
    <div className="space-y-2">
      <Button size="small" tone="quiet" isPending={marking.isPending} aria-label={`${words.markDone}: ${words.kind[task.kind] ?? words.otherTask}, ${task.householdCode}`} onPress={() => marking.mutate()}>{words.markDone}</Button>
      {marking.error && <ProblemAlert error={marking.error} title={words.notMarked} />}
    </div>
  );
}
