"use client";

import { Check } from "lucide-react";
import { Button } from "react-aria-components";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";

type Props = { names: string[]; step: number; furthest: number; onGo: (step: number) => void };

/** Where somebody is in the wizard; what is done can be gone back to. */
export function WizardSteps({ names, step, furthest, onGo }: Props) {
  const words = useWords().facilityWizard;
  return (
    <nav aria-label={words.stepsLabel} className="mb-4">
      <ol className="flex gap-2 sm:gap-4">
        {names.map((name, index) => {
          const number = index + 1;
          const [isHere, isDone] = [number === step, number < step];
          return (
            <li key={name} className="min-w-0 flex-1" aria-current={isHere ? "step" : undefined}>
              <Button
                isDisabled={number > furthest}
                onPress={() => onGo(number)}
                className={classes(
                  "flex min-h-11 w-full items-center gap-2 border-t-4 pt-2 text-start font-semibold",
                  isHere ? "border-brand text-brand" : isDone ? "border-positive text-ink hover:text-brand" : "border-line text-ink-faint",
                )}
              >
                <span aria-hidden className={classes("grid size-6 shrink-0 place-items-center rounded-full text-xs", isHere ? "bg-fill text-on-fill" : isDone ? "bg-positive-soft text-positive" : "bg-muted text-ink-soft")}>
                  {isDone ? <Check className="size-4" strokeWidth={3} /> : number}
                </span>
                <span className={classes("min-w-0", !isHere && "max-sm:sr-only")}>{name}</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
