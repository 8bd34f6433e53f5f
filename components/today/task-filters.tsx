"use client";

import { WORK_KINDS, type WorkKind } from "@/domain/day-work";
import { Select } from "../ui/select";
import { useWords } from "../words/words-provider";
import type { DayTask } from "./today-types";

type Filters = { kind: WorkKind | null; facility: string | null };
type Props = { tasks: readonly DayTask[]; filters: Filters; onChange: (change: Partial<Filters>) => void };

const EVERY = "every";

/** By what is to be done, and by facility; only what occurs can be chosen, and what was chosen. */
export function TaskFilters({ tasks, filters, onChange }: Props) {
  const words = useWords().today;
  const kinds = WORK_KINDS.filter((kind) => kind === filters.kind || tasks.some((task) => task.kind === kind));
  const facilities = new Map(tasks.flatMap(({ facilityId, facilityName }) => (facilityId && facilityName ? [[facilityId, facilityName] as const] : [])));
  const named = [...facilities].map(([id, text]) => ({ id, text })).sort((a, b) => a.text.localeCompare(b.text));

  return (
    <div className="flex flex-wrap gap-2">
      <div className="w-44">
        <Select
          label={words.kindFilter}
          isLabelHidden
          choices={[{ id: EVERY, text: words.everyKind }, ...kinds.map((kind) => ({ id: kind, text: words.kind[kind] ?? kind }))]}
          value={filters.kind ?? EVERY}
          onChange={(kind) => onChange({ kind: WORK_KINDS.find((each) => each === kind) ?? null })}
        />
      </div>
      <div className="w-52">
        <Select
          label={words.facility}
          isLabelHidden
          choices={[{ id: EVERY, text: words.everyFacility }, ...named]}
          value={filters.facility ?? EVERY}
          onChange={(facility) => onChange({ facility: facility === EVERY ? null : facility })}
        />
      </div>
    </div>
  );
}
