"use client";

import { Ellipsis } from "lucide-react";
import type { Placement } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useStepNames } from "../placements/use-step-names";
import type { StepName, useSteps } from "../placements/use-steps";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { SkeletonLine } from "../ui/skeleton";
import { useWords } from "../words/words-provider";

type Steps = ReturnType<typeof useSteps>["steps"];
type Props = { placement: Placement | null; error: unknown; steps: Steps; onTake: (step: StepName) => void };

/** As many as stand in one line or two. */
const IN_SIGHT = 3;

/** What can be done next with the placement: in sight what is next, the others in a menu. */
export function CardSteps({ placement, error, steps, onTake }: Props) {
  const { placements: words, board, today } = useWords();
  const names = useStepNames();
  const mayPlace = useMay("placement.write");
  if (error) return <ProblemAlert error={error} title={today.stepFailed} />;
  if (!mayPlace) return null;
  if (placement === null) return <div role="status" aria-label={board.card.loading}><SkeletonLine className="h-8 w-64" /></div>;

  const ordered = [...steps.filter(({ isRare }) => !isRare), ...steps.filter(({ isRare }) => isRare)];
  const rest = ordered.slice(IN_SIGHT);
  const isStep = (id: string): id is StepName => steps.some(({ name }) => name === id);
  return (
    <div className="flex flex-wrap gap-2">
      {ordered.slice(0, IN_SIGHT).map(({ name, tone }) => (
        <Button key={name} size="small" tone={tone} aria-haspopup="dialog" onPress={() => onTake(name)}>{names[name]}</Button>
      ))}
      {rest.length > 0 && (
        <Menu
          label={words.more}
          trigger={<Button size="small" aria-label={words.more}><Ellipsis aria-hidden className="size-5" /></Button>}
          entries={rest.map(({ name }) => ({ id: name, text: names[name] }))}
          onAction={(id) => isStep(id) && onTake(id)}
        />
      )}
    </div>
  );
}
