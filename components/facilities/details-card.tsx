"use client";

import type { Facility } from "../http/api-types";
import { Card, CardHead } from "../ui/card";
import { Definition } from "../ui/definition";
import { useFormats, useWords } from "../words/words-provider";
import { useFieldWords } from "./use-field-words";
import { useOrganisationName } from "./use-organisation-name";

export function DetailsCard({ facility }: { facility: Facility }) {
  const { facilities: words, facilityEdit, codes } = useWords();
  const fieldWords = useFieldWords();
  const { day } = useFormats();
  const organisationName = useOrganisationName();
  const address = facility.address ?? (facility.addressProtected ? words.addressHidden : null);
  return (
    <Card labelledBy="dati">
      <CardHead id="dati" title={words.details} />
      <dl className="grid grid-cols-2 gap-3 px-4 py-3 sm:px-5">
        {address && <Definition term={words.address} isWide>{address}</Definition>}
        <Definition term={words.organisation} isWide>{organisationName(facility.organisationId) ?? words.ownManagement}</Definition>
        {facility.programmeId && <Definition term={facilityEdit.field.programmeId} isWide>{fieldWords("programmeId", facility.programmeId)}</Definition>}
        <Definition term={facilityEdit.field.turnaround} isWide>{fieldWords("turnaround", facility.turnaround)}</Definition>
        <Definition term={words.opensOn}>{day(facility.opensOn)}</Definition>
        {facility.closesOn && <Definition term={words.closesOn}>{day(facility.closesOn)}</Definition>}
        {facility.genderPolicy && <Definition term={words.genderPolicy}>{codes.genderPolicy[facility.genderPolicy]}</Definition>}
        {facility.features.length > 0 && (
          <Definition term={words.features} isWide>{facility.features.map((feature) => codes.feature[feature] ?? feature).join(", ")}</Definition>
        )}
      </dl>
    </Card>
  );
}
