"use client";

import { ProblemAlert } from "../http/problem-alert";
import { BedsField } from "../placements/beds-field";
import { Alert } from "../ui/alert";
import { useWords } from "../words/words-provider";
import { ChosenUnit } from "./chosen-unit";
import { UnitPicker } from "./unit-picker";
import type { Transfer } from "./use-transfer";

type Props = { transfer: Transfer; isMissing: boolean };

/** Where to: the units that would do, then the beds in the one chosen; when none would, what excludes them. */
export function PlaceChoice({ transfer, isMissing }: Props) {
  const { moves: words, codes } = useWords();
  const { offers, unit, beds, people, movers, search, choose, setBeds } = transfer;

  if (search.error) return <ProblemAlert error={search.error} />;
  if (movers.length === 0 || transfer.date === null) return null;
  if (offers === null) return <p role="status" className="text-ink-soft">{words.looking}</p>;
  if (unit) {
    return (
      <>
        <ChosenUnit item={unit} onChange={() => choose(null)} />
        {beds && unit.letting === "by_bed" && <BedsField members={people} free={[...unit.freeBeds, ...unit.beds.filter(({ id, isFree }) => !isFree && beds.some(({ bedId }) => bedId === id))]} value={beds} onChange={setBeds} />}
      </>
    );
  }
  if (offers.length > 0) return <UnitPicker offers={offers} movers={movers} onChoose={choose} error={isMissing ? words.chooseUnit : undefined} />;
  return (
    <Alert tone="warning" title={words.noUnitFits}>
      <p>{words.noUnitFitsText}</p>
      <ul className="list-disc ps-5">{search.excludedBy.map(({ code, units }) => <li key={code}>{words.excluded(units, codes.check[code] ?? code)}</li>)}</ul>
    </Alert>
  );
}
