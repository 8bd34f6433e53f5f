"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tellApi } from "../http/api";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { todayQueries } from "./today-queries";
import type { DayTask } from "./today-types";

/** For what nothing in the product shows to have been done: somebody says so. */
export function useMarkDone({ id, version }: DayTask) {
  const words = useWords().today;
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: () => tellApi<unknown>("POST", `/tasks/${id}/done`, { version }),
    onSuccess: () => toast(words.markedDone),
    onSettled: () => queries.invalidateQueries({ queryKey: todayQueries.all() }),
  });
}
