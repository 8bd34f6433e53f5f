"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { askApi } from "../http/api";
import type { Extension, Placement } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { HeadCell } from "../ui/table";
import { Tabs } from "../ui/tabs";
import { TableSkeleton } from "../ui/table-skeleton";
import { useKeptFocus } from "../ui/use-kept-focus";
import { useWords } from "../words/words-provider";
import { type DialogStep, StepDialogs } from "./step-dialogs";
import { TaskFilters } from "./task-filters";
import { TaskRow } from "./task-row";
import { todayQueries } from "./today-queries";
import type { DayTask } from "./today-types";
import { TASKS_ANCHOR, useTaskFilters } from "./use-task-filters";

type Opened = { step: DialogStep; placement: Placement; request: Extension | null };

/** The day's work. A dialog belongs to the card and not to its line, which may be gone when the step is done. */
export function TasksCard() {
  const { today: words, shell } = useWords();
  const { data, error } = useQuery(todayQueries.tasks(useMunicipality().code));
  const { filters, setFilters, all, mine, shown, isFiltered } = useTaskFilters(data?.items ?? []);
  const [opened, setOpened] = useState<Opened | null>(null);
  const opening = useMutation({
    mutationFn: openStep,
    onSuccess: setOpened,
  });
  const list = useKeptFocus<HTMLDivElement>(shown.map(({ kind, id }) => `${kind} ${id}`).join(), opened !== null);
  const openingIn = (task: DayTask) => (opening.isPending && opening.variables.task.id === task.id ? opening.variables.step : null);

  return (
    <Card labelledBy={TASKS_ANCHOR} className="scroll-mt-16">
      <CardHead id={TASKS_ANCHOR} title={words.toDo} action={<TaskFilters tasks={data?.items ?? []} filters={filters} onChange={(change) => void setFilters({ ...change, days: null })} />} />
      {error && <div className="p-4"><ProblemAlert error={error} title={words.failed} /></div>}
      {opening.error && <div className="p-4"><ProblemAlert error={opening.error} title={words.stepFailed} /></div>}
      {!data && !error && <TableSkeleton label={shell.loading} />}
      {data && <div {...list} className="outline-none">
        <Tabs label={words.whose} tabs={[{ id: "all", text: words.all, count: all.length }, { id: "mine", text: words.mine, count: mine.length }]} selected={filters.tasks} onSelect={(tasks) => void setFilters({ tasks })}>
          {shown.length > 0 ? (
            <TaskTable tasks={shown} onStep={(task, step) => opening.mutate({ task, step })} openingIn={openingIn} />
          ) : (
            <EmptyState
              icon={CircleCheck}
              title={words.nothing}
              action={(isFiltered || filters.tasks === "mine") && data.items.length > 0 && <Button onPress={() => void setFilters({ tasks: null, kind: null, facility: null, days: null })}>{words.showAll}</Button>}
            >
              {data.items.length > 0 ? words.nothingHere : words.nothingText}
            </EmptyState>
          )}
        </Tabs>
      </div>}
      {opened && <StepDialogs {...opened} onClose={() => setOpened(null)} />}
    </Card>
  );
}

async function openStep({ task: { placementId, extensionId }, step }: { task: DayTask; step: DialogStep }): Promise<Opened> {
  const [placement, requests] = await Promise.all([
    askApi<Placement>(`/placements/${placementId}`), step === "decision" ? askApi<{ items: Extension[] }>(`/placements/${placementId}/extensions`) : { items: [] },
  ]);
  return { step, placement, request: requests.items.find(({ id }) => id === extensionId) ?? null };
}

type TableProps = { tasks: DayTask[]; onStep: (task: DayTask, step: DialogStep) => void; openingIn: (task: DayTask) => DialogStep | null };

function TaskTable({ tasks, onStep, openingIn }: TableProps) {
  const words = useWords().today;
  const { column } = words;
  return (
    <table role="table" aria-label={words.toDo} className="w-full border-collapse max-md:block">
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          <HeadCell>{column.what}</HeadCell><HeadCell>{column.household}</HeadCell><HeadCell>{column.where}</HeadCell><HeadCell>{column.when}</HeadCell>
          <HeadCell><span className="sr-only">{column.actions}</span></HeadCell>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {tasks.map((task) => <TaskRow key={`${task.kind} ${task.id}`} task={task} onStep={onStep} opening={openingIn(task)} />)}
      </tbody>
    </table>
  );
}
