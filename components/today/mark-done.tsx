"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tellApi } from "../http/api";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { todayQueries } from "./today-queries";
import type { DayTask } from "./today-types";

/** For what nothing in the product shows to have been done: somebody says so. */
export function MarkDone({ task: { id, version, kind, householdCode } }: { task: DayTask }) {
  const words = useWords().today;
  const queries = useQueryClient();
  const toast = useToast();
  const marking = useMutation({
    mutationFn: () => tellApi<unknown>("POST", `/tasks/${id}/done`, { version }),
    onSuccess: () => toast(words.markedDone),
    onSettled: () => queries.invalidateQueries({ queryKey: todayQueries.all() }),
  });
  return (
    <div className="space-y-2">
      <Button size="small" tone="quiet" isPending={marking.isPending} aria-label={`${words.markDone}: ${words.kind[kind] ?? words.otherTask}, ${householdCode}`} onPress={() => marking.mutate()}>{words.markDone}</Button>
      {marking.error && <ProblemAlert error={marking.error} title={words.notMarked} />}
    </div>
  );
}
