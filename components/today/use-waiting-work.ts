"use client";

import { useQuery } from "@tanstack/react-query";
import { useMay, useMunicipality } from "../session/me";
import type { Waiting } from "../shell/places";
import { useHydrated } from "../ui/use-hydrated";
import { useWords } from "../words/words-provider";
import { todayQueries } from "./today-queries";

/** How much is to be done: a manager is told of all, everybody else of what is theirs. */
export function useWaitingWork(): Waiting | null {
  const words = useWords().today;
  const [hasWork, managesAll] = [useMay("task.read"), useMay("facility.write")];
  const { data } = useQuery({ ...todayQueries.waiting(useMunicipality().code), enabled: hasWork });
  // The answer may be there before the navigation hydrates, which the server wrote without a number.
  const isHydrated = useHydrated();
  if (!isHydrated || !data?.people) return null;
  const { tasks, overdue } = data.people;
  const count = managesAll ? tasks.all : tasks.mine;
  return { count, label: words.waiting(count), isUrgent: overdue.households > 0 };
}
