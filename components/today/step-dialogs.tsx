"use client";

import type { WorkStep } from "@/domain/day-work";
import { AskDialog } from "../extensions/ask-dialog";
import { DecisionDialog } from "../extensions/decision-dialog";
import type { Extension, Placement } from "../http/api-types";
import { ArrivalDialog } from "../placements/arrival-dialog";
import { CancellationDialog, NoShowDialog } from "../placements/closing-dialogs";
import { DepartureDialog } from "../placements/departure-dialog";
import { ExitDialog } from "../placements/exit-dialog";

export type DialogStep = Exclude<WorkStep, "find_place" | "letter" | "confirmation" | "done">;

const DIALOGS = { extension: AskDialog, arrival: ArrivalDialog, departure: DepartureDialog, change: ExitDialog, no_show: NoShowDialog, cancellation: CancellationDialog } satisfies Record<Exclude<DialogStep, "decision">, unknown>;

type Props = { step: DialogStep; placement: Placement; request: Extension | null; onClose: () => void };

/** The same dialogs as in the household's file. */
export function StepDialogs({ step, placement, request, onClose }: Props) {
  if (step === "decision") return request && <DecisionDialog placement={placement} request={request} onClose={onClose} />;
  const Dialog = DIALOGS[step];
  return <Dialog placement={placement} onClose={onClose} />;
}
