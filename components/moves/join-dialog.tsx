"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { assignBeds } from "@/domain/placement";
import { laterOf } from "@/domain/day";
import { availabilityQueries } from "../availability/availability-queries";
import { failedChecks } from "../availability/failed-checks";
import { shortBedName } from "../beds/bed-name";
import type { Member, Placement } from "../http/api-types";
import { placementMutations } from "../placements/placement-mutations";
import { StepDialog } from "../placements/step-dialog";
import { useStep } from "../placements/use-step";
import { useMay, useToday } from "../session/me";
import { Alert } from "../ui/alert";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import { needsOverride } from "./offers";
import { OverrideReason } from "./override-reason";

type Props = { placement: Placement; member: Member; onClose: () => void };

/** A member who has no place yet takes a bed where the others are. */
export function JoinDialog({ placement, member, onClose }: Props) {
  const { moves: words, placements } = useWords();
  const mayOverride = useMay("override");
  const [date, setDate] = useState<string | null>(laterOf(useToday(), placement.arrival));
  const [chosen, setChosen] = useState<string | null>(null);
  const [override, setOverride] = useState("");
  const [hasTried, setTried] = useState(false);
  const name = `${member.givenName} ${member.familyName}`;
  const step = useStep(placementMutations.join, placement, () => words.joined(name), onClose);

  const from = laterOf(date ?? placement.arrival, placement.arrival);
  const search = availabilityQueries.moving({ municipality: placement.municipality, placementId: placement.id, personIds: [member.personId], facilityId: placement.facilityId, nights: { from, until: laterOf(from, placement.exit) } });
  const { data } = useQuery({ ...search, enabled: date !== null });
  const unit = data?.items.find(({ unitId }) => unitId === placement.unitId);
  const failed = unit?.fits === false ? failedChecks(unit) : [];
  const free = unit?.freeBeds ?? [];
  const bedId = free.find(({ id }) => id === chosen)?.id ?? assignBeds([member], free, from)?.[0]?.bedId ?? null;
  const isAgainstConditions = mayOverride && unit !== undefined && needsOverride(unit);
  const isOverrideMissing = isAgainstConditions && override.trim() === "";

  function submit() {
    setTried(true);
    if (date === null || isOverrideMissing) return;
    step.take({ date, personId: member.personId, ...(bedId !== null && { bedId }), ...(isAgainstConditions && { override: { reason: override.trim() } }) });
  }

  return (
    <StepDialog
      title={words.joinTitle(name)} text={words.joinText(words.unit(placement.unitName, placement.facilityName))} submitLabel={words.joinConfirm}
      isPending={step.isPending} error={step.error} onSubmit={submit} onClose={onClose}
    >
      <DateField label={words.joinsOn} value={date} onChange={setDate} isRequired />
      {bedId !== null && <Select<string> label={words.bed} choices={free.map(({ id, name: bed }) => ({ id, text: placements.beds([shortBedName(bed)]) }))} value={bedId} onChange={setChosen} />}
      {failed.length > 0 && (
        <Alert tone="warning" title={words.noBed}>
          <ul className="list-disc space-y-1 ps-5">{failed.map(({ code, detail, remedyDetail }) => <li key={`${code} ${detail}`}>{[detail, remedyDetail].filter(Boolean).join(" ")}</li>)}</ul>
        </Alert>
      )}
      {isAgainstConditions && <OverrideReason value={override} onChange={setOverride} isRequired isMissing={hasTried && isOverrideMissing} />}
      <Alert tone="info" isLive={false}>{words.clockGoesOn(placement.exit, placement.latestExit)}</Alert>
    </StepDialog>
  );
}
