"use client";

import type { Facility } from "../http/api-types";
import { Card, CardHead } from "../ui/card";
import { Definition } from "../ui/definition";
import { useFormats, useWords } from "../words/words-provider";

export function DetailsCard({ facility }: { facility: Facility }) {
  const { facilities: words, codes } = useWords();
  const { day } = useFormats();
  return (
    <Card labelledBy="dati">
      <CardHead id="dati" title={words.details} />
      <dl className="grid grid-cols-2 gap-3 px-4 py-3 sm:px-5">
        <div className="col-span-2">
          <Definition term={words.address}>{facility.address ?? (facility.addressProtected ? words.addressHidden : "–")}</Definition>
        </div>
        <div className="col-span-2">
          <Definition term={words.organisation}>{facility.organisationName ?? words.ownManagement}</Definition>
        </div>
        <Definition term={words.opensOn}>{day(facility.opensOn)}</Definition>
        {facility.closesOn && <Definition term={words.closesOn}>{day(facility.closesOn)}</Definition>}
        {facility.genderPolicy && <Definition term={words.genderPolicy}>{codes.genderPolicy[facility.genderPolicy]}</Definition>}
        {facility.features.length > 0 && (
          <div className="col-span-2">
            <Definition term={words.features}>{facility.features.map((feature) => codes.feature[feature] ?? feature).join(", ")}</Definition>
          </div>
        )}
      </dl>
    </Card>
  );
}
