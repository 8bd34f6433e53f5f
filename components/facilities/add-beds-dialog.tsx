"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { FacilityUnit } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { useToast } from "../ui/toast";
import { useFormats, useWords } from "../words/words-provider";
import { BED_SORTS, type BedSort, newBeds } from "./bed-names";
import { facilityMutations } from "./facility-mutations";

type Props = { unit: FacilityUnit; onClose: () => void };

/** Several beds at once, all or none; their names go on where the unit's end. */
export function AddBedsDialog({ unit, onClose }: Props) {
  const { facilities, facilityEdit: words, facilityWizard, shell } = useWords();
  const { list } = useFormats();
  const [counts, setCounts] = useState({ beds: 1, cots: 0 });
  const [sort, setSort] = useState<BedSort>("single");
  const adding = useMutation(facilityMutations.addBeds(useQueryClient(), unit.id));
  const toast = useToast();
  const beds = newBeds({ ...counts, sort, cotName: facilities.cotName, taken: unit.beds.map(({ name }) => name) });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (beds.length === 0) return;
    adding.mutate(beds, {
      onSuccess: () => {
        toast(words.bedsAdded(beds.length));
        onClose();
      },
    });
  }

  return (
    <Dialog title={words.bedsTitle(unit.name)} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {adding.error && <ProblemAlert error={adding.error} title={words.bedsFailed} />}
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
          <NumberField label={facilities.bedCount} value={counts.beds} minValue={0} maxValue={50} onChange={(count) => Number.isFinite(count) && setCounts({ ...counts, beds: count })} />
          <NumberField label={facilities.cotCount} value={counts.cots} minValue={0} maxValue={10} onChange={(cots) => Number.isFinite(cots) && setCounts({ ...counts, cots })} />
          <Select label={facilityWizard.bedKind} choices={BED_SORTS.map((id) => ({ id, text: facilityWizard.bedKinds[id] }))} value={sort} onChange={setSort} />
        </div>
        <p role="status" className="text-ink-soft">{words.bedsPreview(list(beds.map(({ name }) => name)))}</p>
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={adding.isPending} isDisabled={beds.length === 0}>{words.addBeds}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
