"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Household, HouseholdCase } from "../http/api-types";
import { Select } from "../ui/select";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { emptyGoal, goalDraft, goalOf } from "./case-draft";
import { CaseForm } from "./case-form";
import { caseMutations } from "./case-mutations";
import { caseQueries } from "./case-queries";
import { DraftList } from "./draft-list";
import { GoalFields } from "./goal-fields";

const NOBODY = "nobody";

type Props = { household: Household; opened: HouseholdCase; onClose: () => void };

/** The individual project: goals with their dates, in order of weight, and who follows them. */
export function ProjectDialog({ household, opened, onClose }: Props) {
  const { cases: words, householdFile, shell } = useWords();
  const { data: workers } = useQuery(caseQueries.workers(household.municipality));
  const [goals, setGoals] = useState(() => opened.goals.map(goalDraft));
  const [worker, setWorker] = useState(opened.socialWorkerId ?? NOBODY);
  const [hasTried, setTried] = useState(false);
  const saving = useMutation(caseMutations.agree(useQueryClient()));
  const toast = useToast();
  // Whoever follows the case stays, also when they could not be chosen any more.
  const others = (workers ?? []).filter(({ id }) => id !== opened.socialWorkerId).map(({ id, name }) => ({ id, text: name }));
  const present = opened.socialWorkerId === null ? [] : [{ id: opened.socialWorkerId, text: opened.socialWorkerName ?? householdFile.socialWorker }];

  function save(): boolean {
    setTried(true);
    const ready = goals.map(goalOf).filter((goal) => goal !== null);
    if (ready.length < goals.length) return false;
    const body = { goals: ready, socialWorkerId: worker === NOBODY ? null : worker };
    saving.mutate({ id: opened.id, version: opened.version, body }, { onSuccess: () => { toast(words.saved); onClose(); } });
    return true;
  }

  return (
    <CaseForm title={words.project} submitLabel={shell.save} failed={words.notSaved} error={saving.error} isPending={saving.isPending} onSubmit={save} onClose={onClose}>
      <Select label={householdFile.socialWorker} choices={[{ id: NOBODY, text: householdFile.nobodyYet }, ...present, ...others]} value={worker} onChange={setWorker} />
      <DraftList drafts={goals} onChange={setGoals} nameOf={words.goal} addLabel={words.addGoal} empty={emptyGoal}>
        {(draft, set) => <GoalFields draft={draft} set={set} showsMissing={hasTried} />}
      </DraftList>
    </CaseForm>
  );
}
