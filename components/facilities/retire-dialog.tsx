"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { shortBedName } from "../beds/bed-name";
import type { Facility, FacilityBed, FacilityUnit } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useToday } from "../session/me";
import { DateField } from "../ui/date-field";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { facilityMutations } from "./facility-mutations";
import { InTheWay } from "./in-the-way";

type Props = { facility: Facility; unit: FacilityUnit; bed: FacilityBed; onClose: () => void };

/** A bed that is no more; never deleted, so that what was in it can be counted. */
export function RetireDialog({ facility, unit, bed, onClose }: Props) {
  const { facilities, facilityEdit: words, shell } = useWords();
  const [closesOn, setClosesOn] = useState<string | null>(useToday());
  const retiring = useMutation(facilityMutations.changeBed(useQueryClient()));
  const toast = useToast();

  function retire() {
    if (closesOn === null) return;
    retiring.mutate({ id: bed.id, version: bed.version, fields: { closesOn } }, {
      onSuccess: () => {
        toast(words.retired);
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={words.retireTitle(unit.name, shortBedName(bed.name))}
      confirmLabel={words.retire}
      cancelLabel={shell.cancel}
      closeLabel={shell.close}
      isPending={retiring.isPending}
      onConfirm={retire}
      onClose={onClose}
      refusal={retiring.error && <ProblemAlert error={retiring.error} title={words.retireFailed} />}
    >
      <p>{words.retireText}</p>
      <DateField label={words.retireOn} value={closesOn} onChange={setClosesOn} isRequired error={closesOn === null ? facilities.missing : undefined} />
      <InTheWay asked={{ facilityId: facility.id, bedId: bed.id, from: closesOn }} onUse={setClosesOn} />
    </ConfirmDialog>
  );
}
