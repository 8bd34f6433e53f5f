"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { TASK_KINDS, type TaskKind } from "@/domain/task-causes";
import { tellApi } from "../http/api";
import { ProblemAlert } from "../http/problem-alert";
import { Card, CardHead } from "../ui/card";
import { Switch } from "../ui/switch";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { noticeQueries, type Notices } from "./notice-queries";

/** Of which new tasks a mail tells. What was pressed is shown at once, and taken back when it was not kept. */
export function NoticesCard() {
  const words = useWords().profile;
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error } = useQuery(noticeQueries.notices());
  const saving = useMutation({
    mutationFn: (mailedTasks: TaskKind[]) => tellApi<Notices>("PATCH", noticeQueries.noticesPath, { body: { mailedTasks } }),
    onSuccess: ({ mailedTasks }) => {
      queries.setQueryData(noticeQueries.notices().queryKey, { mailedTasks });
      toast(words.noticesSaved);
    },
  });
  const told = (saving.isPending ? saving.variables : data?.mailedTasks) ?? [];
  const change = (kind: TaskKind, isOn: boolean) => saving.mutate(TASK_KINDS.filter((each) => (each === kind ? isOn : told.includes(each))));

  return (
    <Card labelledBy="avvisi">
      <CardHead id="avvisi" title={words.notices} />
      <div className="space-y-1 px-4 py-4 sm:px-5">
        <p className="mb-2 text-sm text-ink-faint">{words.noticesHint}</p>
        {error && <ProblemAlert error={error} />}
        {saving.error && <ProblemAlert error={saving.error} title={words.notSaved} />}
        {data && TASK_KINDS.map((kind) => <Switch key={kind} label={words.notice[kind]} isSelected={told.includes(kind)} onChange={(isOn) => change(kind, isOn)} />)}
      </div>
    </Card>
  );
}
