"use client";

import { useState } from "react";
import { nightsOver } from "@/domain/stay-rules";
import type { Placement } from "../http/api-types";
import { useToday } from "../session/me";
import { PeopleField } from "../households/people-field";
import { useCompany } from "../moves/use-company";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { placementMutations } from "./placement-mutations";
import { OverstayFields, type OverstayDraft, toldOverstay } from "./overstay-fields";
import { StepDialog } from "./step-dialog";
import { useStep } from "./use-step";

type Props = { placement: Placement; onClose: () => void };

export function DepartureDialog({ placement, onClose }: Props) {
  const { placements: words, moves, codes } = useWords();
  const [date, setDate] = useState<string | null>(useToday());
  const [reason, setReason] = useState<string | null>(null);
  const [destination, setDestination] = useState<string | null>(null);
  const [overstay, setOverstay] = useState<OverstayDraft>({ authorised: null, note: "" });
  const [hasTried, setTried] = useState(false);
  const company = useCompany(placement, "in_house");
  const [chosen, setChosen] = useState<string[] | null>(null);
  const who = chosen ?? company.map(({ personId }) => personId);
  const over = date === null ? 0 : nightsOver(placement.latestExit, date);
  const isWhole = who.length === company.length;
  const step = useStep(placementMutations.depart, placement, ({ status }) => (status === "in_house" ? moves.partlyLeft : words.departed), onClose);

  function submit() {
    setTried(true);
    const told = over > 0 ? toldOverstay(overstay) : null;
    if (date && reason && destination && (isWhole || who.length > 0) && told !== "half") step.take({ date, reason, destination, ...(!isWhole && { personIds: who }), ...(told && { overstay: told }) });
  }

  return (
    <StepDialog
      title={words.departTitle}
      text={words.departText}
      submitLabel={words.depart}
      isPending={step.isPending}
      error={step.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {company.length > 1 && <PeopleField label={moves.whoLeaves} hint={isWhole ? undefined : moves.whoLeavesHint} people={company} value={who} onChange={setChosen} error={hasTried && who.length === 0 ? moves.chooseWho : undefined} />}
      <DateField label={words.departDate} value={date} onChange={setDate} isRequired />
      <Select<string>
        label={words.departReason}
        choices={choicesOf(codes.departureReason)}
        value={reason}
        onChange={setReason}
        isRequired
        error={hasTried && !reason ? words.chooseReason : undefined}
      />
      <Select<string>
        label={words.destination}
        choices={choicesOf(codes.destination)}
        value={destination}
        onChange={setDestination}
        isRequired
        error={hasTried && !destination ? words.chooseDestination : undefined}
      />
      {over > 0 && <OverstayFields nights={over} value={overstay} onChange={setOverstay} hasTried={hasTried} />}
    </StepDialog>
  );
}
