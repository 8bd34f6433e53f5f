"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { GenderPolicy, Letting } from "@/domain/housing";
import { ASKED_FEATURES } from "../availability/availability-search";
import { inputErrors } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { choicesOf } from "../ui/choices";
import { Dialog, DialogActions } from "../ui/dialog";
import { NumberField } from "../ui/number-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { facilityMutations } from "./facility-mutations";

type Props = { facilityId: string; onClose: () => void };

export function UnitDialog({ facilityId, onClose }: Props) {
  const { facilities: words, codes, shell } = useWords();
  const [name, setName] = useState("");
  const [flat, setFlat] = useState("");
  const [letting, setLetting] = useState<Letting>("whole_unit");
  const [policy, setPolicy] = useState<GenderPolicy | "inherit">("inherit");
  const [features, setFeatures] = useState<string[]>([]);
  const [counts, setCounts] = useState({ beds: 2, cots: 0 });
  const [hasTried, setTried] = useState(false);
  const adding = useMutation(facilityMutations.addUnit(useQueryClient(), facilityId));
  const toast = useToast();
  const errors = inputErrors(adding.error, shell.notAccepted);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "") return;
    const beds = Array.from({ length: counts.beds }, (_, index) => ({ name: String(index + 1) }));
    const cots = Array.from({ length: counts.cots }, (_, index) => ({ name: words.cotName(index + 1), kind: "cot" as const }));
    adding.mutate(
      {
        name: name.trim(),
        letting,
        features,
        beds: [...beds, ...cots],
        ...(flat.trim() && { flat: flat.trim() }),
        ...(policy !== "inherit" && { genderPolicy: policy }),
      },
      {
        onSuccess: () => {
          toast(words.unitAdded(name.trim()));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.addUnitTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {adding.error && <ProblemAlert error={adding.error} title={words.unitFailed} />}
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField label={words.unitName} hint={words.unitNameHint} value={name} onChange={setName} isRequired error={hasTried && name.trim() === "" ? words.missing : errors.name} />
          <TextField label={words.flat} hint={words.flatHint} value={flat} onChange={setFlat} error={errors.flat} />
          <Select label={words.letting} choices={choicesOf(codes.letting)} value={letting} onChange={setLetting} />
          <Select
            label={words.genderPolicy}
            choices={[{ id: "inherit", text: words.asFacility }, ...choicesOf(codes.genderPolicy)]}
            value={policy}
            onChange={setPolicy}
          />
          <NumberField label={words.bedCount} value={counts.beds} minValue={1} maxValue={60} onChange={(beds) => Number.isFinite(beds) && setCounts({ ...counts, beds })} />
          <NumberField label={words.cotCount} value={counts.cots} minValue={0} maxValue={10} onChange={(cots) => Number.isFinite(cots) && setCounts({ ...counts, cots })} />
        </div>
        <ToggleChips label={words.features} choices={ASKED_FEATURES.map((id) => ({ id: id as string, text: codes.feature[id] ?? id }))} value={features} onChange={setFeatures} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={adding.isPending}>{words.addUnit}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
