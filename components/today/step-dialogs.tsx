"use client";

import type { WorkStep } from "@/domain/day-work";
import type { Placement } from "../http/api-types";
import { ArrivalDialog } from "../placements/arrival-dialog";
import { CancellationDialog, NoShowDialog } from "../placements/closing-dialogs";
import { DepartureDialog } from "../placements/departure-dialog";
import { ExitDialog } from "../placements/exit-dialog";

export type DialogStep = Exclude<WorkStep, "find_place" | "decision" | "confirmation" | "done">;

const DIALOGS = { arrival: ArrivalDialog, departure: DepartureDialog, change: ExitDialog, no_show: NoShowDialog, cancellation: CancellationDialog } satisfies Record<DialogStep, unknown>;

type Props = { step: DialogStep; placement: Placement; onClose: () => void };

/** The same dialogs as in the household's file. */
export function StepDialogs({ step, placement, onClose }: Props) {
  const Dialog = DIALOGS[step];
  return <Dialog placement={placement} onClose={onClose} />;
}
