"use client";

import { useQuery } from "@tanstack/react-query";
import { ASKED_FEATURES } from "../availability/availability-search";
import { useMunicipality } from "../session/me";
import { Checkbox } from "../ui/checkbox";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import type { FacilityFields as Fields } from "./facility-mutations";
import { facilityQueries } from "./facility-queries";
import { TurnaroundField } from "./turnaround-field";

/** What is still being written may lack what must be there. */
export type FacilityDraft = Omit<Fields, "kind" | "opensOn"> & { kind: Fields["kind"] | null; opensOn: string | null };

type Props = { fields: FacilityDraft; set: (some: Partial<FacilityDraft>) => void; errors: Record<string, string | undefined> };

const NONE = "none";

export function FacilityFields({ fields, set, errors }: Props) {
  const { facilities, facilityEdit: words, codes } = useWords();
  const municipality = useMunicipality().code;
  const { data: organisations = [] } = useQuery(facilityQueries.organisations(municipality));
  const { data: programmes = [] } = useQuery(facilityQueries.programmes(municipality));
  const { field } = words;
  const named = (rows: { id: string; name: string }[], none: string) => [{ id: NONE, text: none }, ...rows.map(({ id, name }) => ({ id, text: name }))];
  const orNull = (id: string) => (id === NONE ? null : id);
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField label={field.name} value={fields.name} onChange={(name) => set({ name })} isRequired error={errors.name} autoComplete="off" />
        <Select label={field.kind} choices={choicesOf(codes.kind)} value={fields.kind} onChange={(kind) => set({ kind })} isRequired error={errors.kind} />
        <Select label={field.organisationId} choices={named(organisations, facilities.ownManagement)} value={fields.organisationId ?? NONE} onChange={(id) => set({ organisationId: orNull(id) })} />
        <Select label={field.programmeId} choices={named(programmes, words.noProgramme)} value={fields.programmeId ?? NONE} onChange={(id) => set({ programmeId: orNull(id) })} />
        <TextField label={field.address} value={fields.address ?? ""} onChange={(address) => set({ address: address || null })} error={errors.address} autoComplete="off" />
        <Select label={field.genderPolicy} choices={choicesOf(codes.genderPolicy)} value={fields.genderPolicy} onChange={(genderPolicy) => set({ genderPolicy })} />
        <DateField label={field.opensOn} value={fields.opensOn} onChange={(opensOn) => set({ opensOn })} isRequired error={errors.opensOn} />
        <DateField label={field.closesOn} hint={words.closesHint} value={fields.closesOn} onChange={(closesOn) => set({ closesOn })} error={errors.closesOn} />
        <TurnaroundField value={fields.turnaround} onChange={(turnaround) => set({ turnaround })} />
      </div>
      <Checkbox label={words.addressProtected} isSelected={fields.addressProtected} onChange={(addressProtected) => set({ addressProtected })} />
      <FeatureChips value={fields.features} onChange={(features) => set({ features })} />
    </div>
  );
}

/** Those a search asks for, and those the thing has already. */
export function FeatureChips({ value, onChange }: { value: string[]; onChange: (features: string[]) => void }) {
  const { facilityEdit: words, codes } = useWords();
  const known = [...new Set([...ASKED_FEATURES, ...Object.keys(codes.feature), ...value])];
  return <ToggleChips label={words.field.features} choices={known.map((id) => ({ id, text: codes.feature[id] ?? id }))} value={value} onChange={onChange} />;
}

/** What stands in the way of sending it. */
export function facilityErrors({ name, kind, opensOn, closesOn }: FacilityDraft, words: { missing: string; closesBeforeOpens: string }): Partial<Record<keyof FacilityDraft, string>> {
  return {
    ...(name.trim() === "" && { name: words.missing }),
    ...(kind === null && { kind: words.missing }),
    ...(opensOn === null && { opensOn: words.missing }),
    ...(opensOn !== null && closesOn !== null && closesOn <= opensOn && { closesOn: words.closesBeforeOpens }),
  };
}
