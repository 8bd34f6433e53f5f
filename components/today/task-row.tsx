"use client";

import Link from "next/link";
import { shortBedName } from "../beds/bed-name";
import { Cell, Row } from "../ui/table";
import { useWords } from "../words/words-provider";
import type { DialogStep } from "./step-dialogs";
import { TaskActions } from "./task-actions";
import { TaskBadge } from "./task-badge";
import { TaskWhen } from "./task-when";
import type { DayTask } from "./today-types";

type Props = { task: DayTask; onStep: (task: DayTask, step: DialogStep) => void; opening: DialogStep | null };

export function TaskRow({ task, onStep, opening }: Props) {
  const { households, placements, today: words } = useWords();
  const { householdId, householdCode, people, facilityId, facilityName, unitName, beds } = task;
  return (
    <Row>
      <Cell><span className="whitespace-nowrap"><TaskBadge task={task} /></span></Cell>
      <Cell>
        {householdId && <Link href={`/nuclei/${householdId}`} className="font-semibold text-brand hover:underline">{householdCode ?? words.openFile}</Link>}
        {people && <span className="block text-sm text-ink-faint xl:whitespace-nowrap">{households.people(people.adults, people.minors)}</span>}
      </Cell>
      <Cell isWide>
        {facilityName && <Link href={`/strutture/${facilityId}`} className="text-ink hover:text-brand hover:underline">{[facilityName, unitName].filter(Boolean).join(" · ")}</Link>}
        {beds.length > 0 && <span className="block text-sm text-ink-faint">{placements.beds(beds.map(shortBedName))}</span>}
      </Cell>
      <Cell isWide><TaskWhen task={task} /></Cell>
      <Cell isWide><TaskActions task={task} onStep={onStep} opening={opening} /></Cell>
    </Row>
  );
}
