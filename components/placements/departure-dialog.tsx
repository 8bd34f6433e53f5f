"use client";

import { useState } from "react";
import type { Placement } from "../http/api-types";
import { useToday } from "../session/me";
import { PeopleField } from "../households/people-field";
import { useCompany } from "../moves/use-company";
import { useWords } from "../words/words-provider";
import { DepartureFields, departureOn, toldDeparture } from "./departure-fields";
import { placementMutations } from "./placement-mutations";
import { StepDialog } from "./step-dialog";
import { useStep } from "./use-step";

type Props = { placement: Placement; onClose: () => void };

export function DepartureDialog({ placement, onClose }: Props) {
  const { placements: words, moves } = useWords();
  const [draft, setDraft] = useState(departureOn(useToday()));
  const [hasTried, setTried] = useState(false);
  const company = useCompany(placement, "in_house");
  const { people } = company;
  const [chosen, setChosen] = useState<string[] | null>(null);
  const who = chosen ?? people.map(({ personId }) => personId);
  const isWhole = who.length === people.length;
  const step = useStep(placementMutations.depart, placement, ({ status }) => (status === "in_house" ? moves.partlyLeft : words.departed), onClose);

  function submit() {
    setTried(true);
    if (company.isMissing) return company.readAgain();
    const told = toldDeparture(draft, placement.latestExit);
    if (told && (isWhole || who.length > 0)) step.take({ ...told, ...(!isWhole && { personIds: who }) });
  }

  return (
    <StepDialog
      title={words.departTitle}
      text={words.departText}
      submitLabel={words.depart}
      isPending={step.isPending || company.isReading}
      error={company.error ?? step.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {people.length > 1 && <PeopleField label={moves.whoLeaves} hint={isWhole ? undefined : moves.whoLeavesHint} people={people} value={who} onChange={setChosen} error={hasTried && who.length === 0 ? moves.chooseWho : undefined} />}
      <DepartureFields value={draft} onChange={setDraft} latestExit={placement.latestExit} hasTried={hasTried} />
    </StepDialog>
  );
}
