"use client";

import { Baby, BedDouble, BedSingle } from "lucide-react";
import { Card, CardHead } from "../ui/card";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";
import type { NewBed } from "./facility-mutations";
import { bedsIn, type DraftUnit } from "./wizard-draft";

/** `onRename`: names can be changed; without it they are only shown. */
type Props = { units: DraftUnit[]; onRename?: (key: string, name: string) => void };

/** Every unit and every bed that will be made. */
export function UnitsPreview({ units, onRename }: Props) {
  const { facilityWizard: words, codes } = useWords();
  return (
    <Card labelledBy="anteprima">
      <CardHead id="anteprima" title={words.preview}><span role="status" className="text-ink-soft">{words.previewCount(units.length, bedsIn(units))}</span></CardHead>
      <ol>
        {units.map(({ key, name, flat, letting, beds }, index) => (
          <li key={key} className="grid items-center gap-x-4 gap-y-2 border-b border-line-soft px-4 py-2.5 last:border-b-0 sm:grid-cols-[220px_minmax(0,1fr)] sm:px-5">
            <div>
              {onRename
                ? <TextField label={words.unitName(index + 1)} isLabelHidden value={name} onChange={(next) => onRename(key, next)} autoComplete="off" />
                : <p className="font-semibold">{name}</p>}
              <p className="text-sm text-ink-faint">{[flat, codes.letting[letting]].filter(Boolean).join(" · ")}</p>
            </div>
            <ul aria-label={name} className="flex flex-wrap gap-1.5">{beds.map((bed) => <BedChip key={bed.name} bed={bed} />)}</ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function BedChip({ bed: { name, kind } }: { bed: NewBed }) {
  const { codes } = useWords();
  const Icon = kind === "cot" ? Baby : kind === "double" ? BedDouble : BedSingle;
  return (
    <li title={codes.bedKind[kind]} className="inline-flex min-h-7 items-center gap-1 rounded-md bg-brand-soft px-2 text-sm font-semibold text-brand-strong">
      <Icon aria-hidden className="size-4" />
      {name}
      <span className="sr-only">{codes.bedKind[kind]}</span>
    </li>
  );
}
