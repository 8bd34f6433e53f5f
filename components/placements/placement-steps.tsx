"use client";

import { useState } from "react";
import type { Placement } from "../http/api-types";
import { useMay, useToday } from "../session/me";
import { Button } from "../ui/button";
import type { ButtonTone } from "../ui/button-look";
import { useWords } from "../words/words-provider";
import { ArrivalDialog } from "./arrival-dialog";
import { CancellationDialog, NoShowDialog } from "./closing-dialogs";
import { DepartureDialog } from "./departure-dialog";
import { ExitDialog } from "./exit-dialog";

type StepName = "checkIn" | "depart" | "changeExit" | "noShow" | "cancel";

const DIALOGS = { checkIn: ArrivalDialog, depart: DepartureDialog, changeExit: ExitDialog, noShow: NoShowDialog, cancel: CancellationDialog };

/** The steps the placement's state allows, the next one first. */
export function PlacementSteps({ placement }: { placement: Placement }) {
  const words = useWords().placements;
  const today = useToday();
  const mayPlace = useMay("placement.write");
  const [open, setOpen] = useState<StepName | null>(null);
  const steps = mayPlace ? stepsOf(placement, today) : [];
  const Dialog = open && DIALOGS[open];
  if (steps.length === 0 && !Dialog) return null;

  return (
    <div className="flex flex-wrap gap-2" data-no-print>
      {steps.map(({ name, tone }) => (
        <Button key={name} size="small" tone={tone} aria-haspopup="dialog" onPress={() => setOpen(name)}>{words[name]}</Button>
      ))}
      {Dialog && <Dialog placement={placement} onClose={() => setOpen(null)} />}
    </div>
  );
}

function stepsOf({ status, arrival }: Placement, today: string): { name: StepName; tone: ButtonTone }[] {
  const isDue = arrival <= today;
  switch (status) {
    case "planned":
      return [
        { name: "checkIn", tone: isDue ? "primary" : "secondary" },
        { name: "changeExit", tone: "secondary" },
        ...(isDue ? [{ name: "noShow", tone: "quiet" } as const] : []),
        { name: "cancel", tone: "danger" },
      ];
    case "in_house":
      return [{ name: "depart", tone: "primary" }, { name: "changeExit", tone: "secondary" }];
    case "needs_bed":
      return [{ name: "cancel", tone: "danger" }];
    default:
      return [];
  }
}
