"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Household, HouseholdCase } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useMay, useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { CaseAgreements } from "./case-agreements";
import { caseMutations } from "./case-mutations";

const ProjectDialog = dynamic(() => import("./project-dialog").then((file) => file.ProjectDialog), { ssr: false });
const ExitPathsDialog = dynamic(() => import("./exit-paths-dialog").then((file) => file.ExitPathsDialog), { ssr: false });
const CloseCaseDialog = dynamic(() => import("./close-case-dialog").then((file) => file.CloseCaseDialog), { ssr: false });

type Props = { household: Household; opened: HouseholdCase };

/** One case: the programme, who follows it, what is agreed, and what came of it. */
export function CaseEntry({ household, opened }: Props) {
  const { householdFile, cases: words } = useWords();
  const today = useToday();
  const { programmeName, from, until, socialWorkerName, outcome, outcomeNote } = opened;
  const isOpen = until === null || until > today;
  return (
    <li className="space-y-2 py-2.5">
      <div>
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {programmeName}
          <Badge tone={isOpen ? "positive" : "neutral"}>{isOpen ? householdFile.caseOpen : householdFile.caseClosed}</Badge>
        </p>
        <p className="text-sm text-ink-faint">{householdFile.caseDays(from, until)}</p>
        <p className="text-sm text-ink-faint">{socialWorkerName ? householdFile.followedBy(socialWorkerName) : householdFile.followedByNobody}</p>
        {outcome && <p className="text-ink-soft">{words.closedWith(words.outcome[outcome])}</p>}
        {outcomeNote && <p className="whitespace-pre-line text-sm text-ink-soft">{outcomeNote}</p>}
      </div>
      <CaseAgreements opened={opened} />
      <CaseSteps household={household} opened={opened} />
    </li>
  );
}

type Step = "project" | "ways_out" | "closure";

function CaseSteps({ household, opened }: Props) {
  const words = useWords().cases;
  const [step, setStep] = useState<Step | null>(null);
  const reopening = useMutation(caseMutations.reopen(useQueryClient()));
  const toast = useToast();
  const close = () => setStep(null);
  if (!useMay("case.write")) return null;
  const button = (to: Step, text: string) => (
    <Button size="small" tone="quiet" aria-haspopup="dialog" aria-label={`${text}: ${opened.programmeName}`} onPress={() => setStep(to)}>{text}</Button>
  );
  return (
    <div data-no-print>
      {reopening.error && <ProblemAlert error={reopening.error} title={words.notReopened} />}
      <div className="-ms-3 flex flex-wrap">
        {opened.until === null ? (
          <>{button("project", words.editProject)}{button("ways_out", words.editWaysOut)}{button("closure", words.close)}</>
        ) : (
          <Button size="small" tone="quiet" aria-label={`${words.reopen}: ${opened.programmeName}`} isPending={reopening.isPending} onPress={() => reopening.mutate(opened, { onSuccess: () => toast(words.reopened) })}>{words.reopen}</Button>
        )}
      </div>
      {step === "project" && <ProjectDialog household={household} opened={opened} onClose={close} />}
      {step === "ways_out" && <ExitPathsDialog opened={opened} onClose={close} />}
      {step === "closure" && <CloseCaseDialog opened={opened} onClose={close} />}
    </div>
  );
}
