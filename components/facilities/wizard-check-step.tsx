"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { Definition } from "../ui/definition";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { type FacilityFields, facilityMutations } from "./facility-mutations";
import { UnitsPreview } from "./units-preview";
import { useFieldWords } from "./use-field-words";
import type { DraftUnit, WizardDraft } from "./wizard-draft";

type Props = { draft: WizardDraft; units: DraftUnit[]; onGo: (step: number) => void; onDone: () => void };

const ALWAYS = ["name", "kind", "organisationId", "opensOn", "genderPolicy"] as const;
const IF_TOLD = ["address", "addressProtected", "closesOn", "programmeId", "turnaround", "features"] as const;

export function WizardCheckStep({ draft: { facility }, units, onGo, onDone }: Props) {
  const { facilityWizard: words, facilityEdit } = useWords();
  const municipality = useMunicipality().code;
  const valueWords = useFieldWords();
  const creating = useMutation(facilityMutations.create(useQueryClient()));
  const [router, toast] = [useRouter(), useToast()];
  const told = [...ALWAYS, ...IF_TOLD.filter((key) => facility[key] !== null && facility[key] !== false && (!Array.isArray(facility[key]) || facility[key].length > 0))];

  function create() {
    const fields = { ...(facility as FacilityFields), name: facility.name.trim() };
    const made = units.map(({ name, flat, letting, beds }) => ({ name: name.trim(), letting, features: [], beds, ...(flat && { flat }) }));
    creating.mutate({ municipality, ...fields, units: made }, {
      onSuccess: ({ id, name }) => {
        onDone();
        toast(words.created(name));
        router.push(`/strutture/${id}`);
      },
    });
  }

  return (
    <div className="space-y-4">
      <Card labelledBy="riepilogo">
        <CardHead id="riepilogo" title={words.checkFacility} action={<Button size="small" onPress={() => onGo(1)}>{words.change}</Button>} />
        <dl className="grid gap-3 px-4 py-3 sm:grid-cols-3 sm:px-5">{told.map((key) => <Definition key={key} term={facilityEdit.field[key]}>{valueWords(key, facility[key])}</Definition>)}</dl>
      </Card>
      {units.length > 0 ? <UnitsPreview units={units} /> : <Card as="div" className="px-4 py-4 text-ink-soft sm:px-5">{words.noUnitsCheck}</Card>}
      {creating.error && <ProblemAlert error={creating.error} title={words.createFailed} />}
      <div className="flex flex-col-reverse gap-2 sm:flex-row">
        <Button onPress={() => onGo(2)}>{words.previous}</Button>
        <Button tone="primary" isPending={creating.isPending} onPress={create}>{words.create}</Button>
      </div>
    </div>
  );
}
