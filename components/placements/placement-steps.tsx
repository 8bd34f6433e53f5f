"use client";

import type { Placement } from "../http/api-types";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import { useSteps } from "./use-steps";

/** The steps the placement's state allows, the next one first. */
export function PlacementSteps({ placement }: { placement: Placement }) {
  const words = useWords().placements;
  const { steps, take, dialog } = useSteps(placement);
  if (steps.length === 0 && !dialog) return null;

  return (
    <div className="flex flex-wrap gap-2" data-no-print>
      {steps.map(({ name, tone }) => (
        <Button key={name} size="small" tone={tone} aria-haspopup="dialog" onPress={() => take(name)}>{words[name]}</Button>
      ))}
      {dialog}
    </div>
  );
}
