"use client";

import { Plus } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { type BulkFailure, MOST_BEDS, MOST_UNITS, parseBulkUnits } from "@/domain/bulk-units";
import type { Words } from "@/messages/it";
import { newKey } from "../http/new-key";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import { UnitRowFields } from "./unit-row-fields";
import { UnitsPreview } from "./units-preview";
import { type DraftUnit, faultOf, rowsOf, type UnitRow, type UnitsFault, type WizardDraft } from "./wizard-draft";

type Props = { draft: WizardDraft; set: (some: Partial<WizardDraft>) => void; units: DraftUnit[]; onBack: () => void; onNext: () => void };

export function WizardUnitsStep({ draft, set, units, onBack, onNext }: Props) {
  const words = useWords().facilityWizard;
  const [failure, setFailure] = useState<string | null>(null);
  const fault = faultOf(units);

  function prepare(event: FormEvent) {
    event.preventDefault();
    const parsed = parseBulkUnits(draft.sentence);
    setFailure(parsed.ok ? null : failureWords(parsed.failure, words));
    if (parsed.ok) set({ rows: rowsOf(parsed.value, { newId: newKey, sortName: words.sort }), names: {} });
  }

  const change = (id: string, some: Partial<UnitRow>) => set({ rows: draft.rows.map((row) => (row.id === id ? { ...row, ...some } : row)) });
  const add = () => set({ rows: [...draft.rows, { id: newKey(), pattern: words.sort.room, flat: "", letting: "by_bed", count: 1, beds: 2, cots: 0, sort: "single" }] });

  return (
    <div className="space-y-4">
      <Card as="div" className="px-4 py-4 sm:px-5">
        <Form onSubmit={prepare} validationBehavior="aria" className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <TextField label={words.sentence} hint={words.sentenceHint} value={draft.sentence} onChange={(sentence) => set({ sentence })} error={failure ?? undefined} autoComplete="off" />
          <div className="sm:pt-6"><Button type="submit" isWide>{words.useSentence}</Button></div>
        </Form>
      </Card>
      <Card labelledBy="gruppi">
        <CardHead id="gruppi" title={words.rows} action={<Button size="small" onPress={add}><Plus aria-hidden className="size-4" />{words.addRow}</Button>} />
        {draft.rows.length === 0 && <p className="px-4 py-4 text-ink-soft sm:px-5">{words.noUnits}</p>}
        <ul>
          {draft.rows.map((row, index) => (
            <UnitRowFields key={row.id} row={row} position={index + 1} onChange={(some) => change(row.id, some)} onRemove={() => set({ rows: draft.rows.filter(({ id }) => id !== row.id) })} />
          ))}
        </ul>
      </Card>
      {units.length > 0 && <UnitsPreview units={units} onRename={(key, name) => set({ names: { ...draft.names, [key]: name } })} />}
      {fault && <Alert>{faultWords(fault, words)}</Alert>}
      <div className="flex flex-col-reverse gap-2 sm:flex-row">
        <Button onPress={onBack}>{words.previous}</Button>
        <Button tone="primary" isDisabled={fault !== null} onPress={onNext}>{words.next}</Button>
      </div>
    </div>
  );
}

function failureWords(failure: BulkFailure, { failure: words }: Words["facilityWizard"]): string {
  return (words[failure.code] as (facts: BulkFailure) => string)(failure);
}

function faultWords(fault: UnitsFault, words: Words["facilityWizard"]): string {
  if (fault.code === "namesTwice") return words.namesTwice(fault.name);
  return fault.code === "nameMissing" ? words.nameMissing : words.tooMany(MOST_UNITS, MOST_BEDS);
}
