"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { HouseholdPicker } from "../households/household-picker";
import { householdQueries } from "../households/household-queries";
import { currentPlacement } from "../households/household-words";
import { asProblem } from "../http/problem";
import type { Placement } from "../http/api-types";
import { placementMutations } from "../placements/placement-mutations";
import { StepDialog } from "../placements/step-dialog";
import { useStep } from "../placements/use-step";
import { useMay, useToday } from "../session/me";
import { DateField } from "../ui/date-field";
import { useWords } from "../words/words-provider";
import { OverrideReason } from "./override-reason";
import { SwapSides } from "./swap-sides";

type Props = { placement: Placement; onClose: () => void };

/** Two households exchange their units; what stands against either is read here. */
export function SwapDialog({ placement, onClose }: Props) {
  const words = useWords().moves;
  const today = useToday();
  const mayOverride = useMay("override");
  const [otherId, setOtherId] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(today);
  const [override, setOverride] = useState("");
  const [hasTried, setTried] = useState(false);
  const { data: household } = useQuery(householdQueries.file(placement.householdId));
  const { data: other } = useQuery({ ...householdQueries.file(otherId ?? ""), enabled: otherId !== null });
  const there = other && otherId !== null ? currentPlacement(other) : null;
  const isAnyInHouse = placement.status === "in_house" || there?.status === "in_house";
  const step = useStep(placementMutations.swap, placement, () => words.swapped(placement.householdCode, there?.householdCode ?? ""), onClose);
  const isNotEligible = asProblem(step.error)?.body.refusals?.some(({ code }) => code === "not_eligible") ?? false;

  function submit() {
    setTried(true);
    const date = isAnyInHouse ? day : [placement.arrival, there?.arrival ?? placement.arrival].sort()[0];
    if (!there || !date) return;
    step.take({ date, withPlacementId: there.id, withVersion: there.version, ...(override.trim() !== "" && { override: { reason: override.trim() } }) });
  }

  return (
    <StepDialog
      title={words.swapTitle} text={words.swapText} submitLabel={words.swapConfirm} refusedTitle={words.swapRefused}
      isPending={step.isPending} error={step.error} onSubmit={submit} onClose={onClose}
    >
      {household && other && there ? (
        <SwapSides sides={[{ household, placement, to: there }, { household: other, placement: there, to: placement }]} onChange={() => setOtherId(null)} />
      ) : (
        <HouseholdPicker
          label={words.swapWith}
          municipality={placement.municipality}
          situations={["in_house", "planned"]}
          exceptId={placement.householdId}
          noneFound={words.noOther}
          onChoose={({ id }) => setOtherId(id)}
          error={hasTried && otherId === null ? words.chooseOther : undefined}
        />
      )}
      {isAnyInHouse && <DateField label={words.swapDay} hint={words.swapDayHint} value={day} onChange={setDay} isRequired />}
      {mayOverride && (isNotEligible || override !== "") && <OverrideReason value={override} onChange={setOverride} />}
    </StepDialog>
  );
}
