"use client";

import type { Placement } from "../http/api-types";
import { Button } from "../ui/button";
import { useStepNames } from "./use-step-names";
import { useSteps } from "./use-steps";

/** The steps the placement's state allows, the next one first. */
export function PlacementSteps({ placement }: { placement: Placement }) {
  const names = useStepNames();
  const { steps, take, dialog } = useSteps(placement);
  if (steps.length === 0 && !dialog) return null;

  return (
    <div className="flex flex-wrap gap-2" data-no-print>
      {steps.map(({ name, tone }) => (
        <Button key={name} size="small" tone={tone} aria-haspopup="dialog" onPress={() => take(name)}>{names[name]}</Button>
      ))}
      {dialog}
    </div>
  );
}
