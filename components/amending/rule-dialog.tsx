"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Placement } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { OverrideReason } from "../moves/override-reason";
import { placementMutations } from "../placements/placement-mutations";
import { placementQueries, type RuleChoice } from "../placements/placement-queries";
import { StepDialog } from "../placements/step-dialog";
import { useStep } from "../placements/use-step";
import { useScopeWords, useSpanWords } from "../settings/rules/rule-words";
import { DateField } from "../ui/date-field";
import { RadioGroup } from "../ui/radio-group";
import { useWords } from "../words/words-provider";

type Props = { placement: Placement; onClose: () => void };

/** Another version of the rule for one placement: what the limit would be is said before it is decided. */
export function RuleDialog({ placement, onClose }: Props) {
  const words = useWords().amending;
  const { data: choices, error, isPending } = useQuery(placementQueries.rules(placement.id));
  const [ruleId, setRuleId] = useState<string | null>(null);
  const [exit, setExit] = useState<string | null>(placement.exit);
  const [override, setOverride] = useState("");
  const [hasTried, setTried] = useState(false);
  const toChoice = useChoice(placement.exit);
  const chosen = choices?.find(({ rule }) => rule.id === ruleId);
  const step = useStep(placementMutations.moveRule, placement, ({ latestExit }) => words.ruleMoved(latestExit), onClose);

  function submit() {
    setTried(true);
    if (!chosen || exit === null) return;
    step.take({ ruleId: chosen.rule.id, ...(exit !== placement.exit && { exit }), ...(override.trim() && { override: { reason: override.trim() } }) });
  }

  return (
    <StepDialog title={words.moveRuleTitle} text={words.moveRuleText} submitLabel={words.moveRule} isPending={step.isPending} error={step.error} refusedTitle={words.moveRuleRefused} onUseLatestExit={setExit} onSubmit={submit} onClose={onClose}>
      {isPending && <p role="status" className="text-ink-soft">{words.looking}</p>}
      {error && <ProblemAlert error={error} title={words.moveRuleRefused} />}
      {choices?.length === 0 && <p className="text-ink-soft">{words.noRules}</p>}
      {choices && choices.length > 0 && (
        <RadioGroup<string> label={words.rule} isRequired choices={choices.map(toChoice)} value={ruleId} onChange={setRuleId} error={hasTried && !chosen ? words.chooseRule : undefined} />
      )}
      {chosen && (chosen.isBeyond || exit !== placement.exit) && <DateField label={words.newExit} hint={words.newExitHint} value={exit} onChange={setExit} isRequired />}
      {(chosen?.isBeyond || Boolean(step.error)) && <OverrideReason value={override} onChange={setOverride} />}
    </StepDialog>
  );
}

function useChoice(exit: string): (choice: RuleChoice) => { id: string; text: string; hint: string } {
  const words = useWords().amending;
  const [scope, span] = [useScopeWords(), useSpanWords()];
  return ({ rule, isPresent, latestExit, isBeyond }) => ({
    id: rule.id,
    text: `${scope(rule)}: ${span(rule.maxStay)}${isPresent ? ` (${words.present})` : ""}`,
    hint: [words.ruleDays(rule.validFrom, rule.validUntil), words.until(latestExit), isBeyond && words.isBeyond(exit)].filter(Boolean).join(" · "),
  });
}
