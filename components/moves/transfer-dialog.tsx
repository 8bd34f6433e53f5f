"use client";

import { useState } from "react";
import { PeopleField } from "../households/people-field";
import type { Placement } from "../http/api-types";
import { placementMutations } from "../placements/placement-mutations";
import { StepDialog } from "../placements/step-dialog";
import { useStep } from "../placements/use-step";
import { Alert } from "../ui/alert";
import { DateField } from "../ui/date-field";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { OverrideReason } from "./override-reason";
import { PlaceChoice } from "./place-choice";
import { type TransferStart, useTransfer } from "./use-transfer";

type Props = {
  placement: Placement;
  /** Who moves, and where to, where that is known. */
  startsWith?: TransferStart;
  onClose: () => void;
};

/** Another place for the household or some of it, chosen among those that are free for them; the clock goes on. */
export function TransferDialog({ placement, startsWith, onClose }: Props) {
  const words = useWords().moves;
  const transfer = useTransfer(placement, startsWith);
  const { unit, beds, date, company, movers, isSplit, isAgainstConditions } = transfer;
  const [split, setSplit] = useState("");
  const [override, setOverride] = useState("");
  const [hasTried, setTried] = useState(false);
  const step = useStep(placementMutations.transfer, placement, () => words.transferred(unit ? words.unit(unit.unitName, unit.facilityName) : ""), onClose, "move");
  const [isSplitMissing, isOverrideMissing] = [isSplit && split.trim() === "", isAgainstConditions && override.trim() === ""];

  function submit() {
    setTried(true);
    if (company.isMissing) return company.readAgain();
    if (!unit || !beds || date === null || isSplitMissing || isOverrideMissing) return;
    step.take({ date, unitId: unit.unitId, beds, ...(isSplit && { split: { reason: split.trim() } }), ...(isAgainstConditions && { override: { reason: override.trim() } }) });
  }

  return (
    <StepDialog
      title={words.transferTitle} submitLabel={words.transferConfirm} refusedTitle={words.transferRefused}
      isPending={step.isPending || transfer.isLooking} error={company.error ?? step.error} onSubmit={submit} onClose={onClose}
    >
      {company.people.length > 1 && (
        <PeopleField label={words.who} people={company.people} value={transfer.personIds} onChange={transfer.setPeople} error={hasTried && movers.length === 0 ? words.chooseWho : undefined} />
      )}
      {transfer.isInHouse ? (
        <DateField label={words.movedOn} hint={words.movedOnHint} value={date} onChange={transfer.setDay} isRequired />
      ) : (
        <p className="text-ink-soft">{words.fromArrival(transfer.nights.from)}</p>
      )}
      <PlaceChoice transfer={transfer} isMissing={hasTried && unit === null} />
      {isSplit && <TextField label={words.splitReason} hint={words.splitHint} lines={2} maxLength={2000} isRequired value={split} onChange={setSplit} error={hasTried && isSplitMissing ? words.splitNeeded : undefined} />}
      {isAgainstConditions && <OverrideReason value={override} onChange={setOverride} isRequired isMissing={hasTried && isOverrideMissing} />}
      <Alert tone="info" isLive={false}>{words.clockGoesOn(placement.exit, placement.latestExit)}</Alert>
    </StepDialog>
  );
}
