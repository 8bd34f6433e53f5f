"use client";

import { EllipsisVertical, Search } from "lucide-react";
import type { Placement } from "../http/api-types";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Menu } from "../ui/menu";
import { useWords } from "../words/words-provider";
import { type StepName, useSteps } from "./use-steps";
import { useStepNames } from "./use-step-names";

type Props = { placement: Placement | null; searchHref: string };

const isStep = (id: string, steps: { name: StepName }[]): id is StepName => steps.some(({ name }) => name === id);

/** What can be done next for a household: in sight what is next, the rarer in a menu; on a phone all but the first are there. */
export function HeaderSteps({ placement, searchHref }: Props) {
  const { placements: words, households } = useWords();
  const names = useStepNames();
  const maySearch = useMay("availability.read");
  const { steps, take, dialog } = useSteps(placement);
  const seeks = maySearch && (placement === null || placement.status === "needs_bed");
  const [first, ...others] = steps;
  const afterFirst = seeks ? steps : others;
  const rare = afterFirst.filter(({ isRare }) => isRare);

  return (
    <div data-no-print className="flex w-full flex-wrap items-center gap-2 sm:w-auto">
      {seeks && (
        <div className="flex max-sm:flex-1 [&>a]:flex-1"><ButtonLink href={searchHref} tone="primary"><Search aria-hidden className="size-4" />{households.findPlace}</ButtonLink></div>
      )}
      {first && !seeks && (
        <div className="flex max-sm:flex-1 [&>button]:flex-1"><Button tone={first.tone} aria-haspopup="dialog" onPress={() => take(first.name)}>{names[first.name]}</Button></div>
      )}
      {afterFirst.filter(({ isRare }) => !isRare).map(({ name, tone }) => (
        <div key={name} className="max-sm:hidden"><Button tone={tone} aria-haspopup="dialog" onPress={() => take(name)}>{names[name]}</Button></div>
      ))}
      {([[afterFirst, "sm:hidden"], [rare, "max-sm:hidden"]] as const).map(([inMenu, where]) => inMenu.length > 0 && (
        <div key={where} className={where}>
          <Menu
            label={words.more}
            trigger={<Button aria-label={words.more}><EllipsisVertical aria-hidden className="size-5" /></Button>}
            entries={inMenu.map(({ name }) => ({ id: name, text: names[name] }))}
            onAction={(id) => isStep(id, steps) && take(id)}
          />
        </div>
      ))}
      {dialog}
    </div>
  );
}
