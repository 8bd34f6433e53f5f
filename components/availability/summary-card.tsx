"use client";

import { useQuery } from "@tanstack/react-query";
import type { Availability } from "../http/api-types";
import { useMe } from "../session/me";
import { Card } from "../ui/card";
import { useWords } from "../words/words-provider";
import { availabilityQueries } from "./availability-queries";
import type { AvailabilitySearch } from "./availability-search";
import { ChangeLine, ElsewhereLine } from "./change-line";
import { useSearchedMunicipality } from "./searched-municipality";
import { smallChanges } from "./small-changes";
import type { SearchChange } from "./use-search";

type Props = { answer: Availability; search: AvailabilitySearch; found: string; onChange: (change: SearchChange) => void };

/** The other municipalities that are named. */
const ELSEWHERE_SHOWN = 3;

export function SummaryCard({ answer, search, found, onChange }: Props) {
  const { availability: words, codes } = useWords();
  const municipality = useSearchedMunicipality(search.municipality);
  const { data: ofAllKinds } = useQuery(availabilityQueries.otherKinds(search));
  const excludedBy = answer.excludedBy.filter(({ units }) => units > 0).sort((a, b) => b.units - a.units);

  return (
    <Card labelledBy="esito" className="px-4 py-4 sm:px-5">
      <h2 id="esito" className="text-lg">{found}</h2>
      <p className="mt-1 text-ink-faint">{words.examined(answer.examined, municipality.name)}</p>
      {excludedBy.length > 0 && (
        <>
          <h3 className="mt-3 mb-1.5 text-base">{words.excludedBy}</h3>
          <dl className="space-y-1.5">
            {excludedBy.map(({ code, units }) => (
              <div key={code} className="flex justify-between gap-4">
                <dt>{codes.check[code] ?? code}</dt>
                <dd className="font-bold">{units}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-xs text-ink-faint">{words.excludedNote}</p>
        </>
      )}
      <Changes changes={smallChanges(answer.items, ofAllKinds?.items ?? [], search)} search={search} onChange={onChange} />
    </Card>
  );
}

type ChangesProps = Pick<Props, "search" | "onChange"> & { changes: ReturnType<typeof smallChanges> };

function Changes({ changes, search, onChange }: ChangesProps) {
  const words = useWords().availability;
  const hasOthers = useMe().municipalities.filter(({ permissions }) => permissions.includes("availability.read")).length > 1;
  const { data: elsewhere = [] } = useQuery({ ...availabilityQueries.elsewhere(search), enabled: hasOthers && search.householdId === null });
  if (changes.length + elsewhere.length === 0) return null;

  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="mb-1 text-base">{words.smallChange}</h3>
      <ul className="space-y-0.5">
        {changes.map((change, index) => <li key={index}><ChangeLine change={change} onChange={onChange} /></li>)}
        {elsewhere.slice(0, ELSEWHERE_SHOWN).map((other) => <li key={other.code}><ElsewhereLine elsewhere={other} onChange={onChange} /></li>)}
      </ul>
    </div>
  );
}
