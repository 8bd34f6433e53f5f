"use client";

import dynamic from "next/dynamic";
import { useState, type ReactNode } from "react";
import type { Placement } from "../http/api-types";
import { useMay, useToday } from "../session/me";
import type { ButtonTone } from "../ui/button-look";

export type StepName = "checkIn" | "transfer" | "rebed" | "swap" | "depart" | "changeExit" | "changeDays" | "extend" | "noShow" | "cancel" | "correct" | "moveRule";

/** `isRare`: where there is little room it stands in a menu. */
type Step = { name: StepName; tone: ButtonTone; isRare?: true };

const DIALOGS = {
  checkIn: dynamic(() => import("./arrival-dialog").then((file) => file.ArrivalDialog), { ssr: false }),
  depart: dynamic(() => import("./departure-dialog").then((file) => file.DepartureDialog), { ssr: false }),
  changeExit: dynamic(() => import("./exit-dialog").then((file) => file.ExitDialog), { ssr: false }),
  changeDays: dynamic(() => import("./days-dialog").then((file) => file.DaysDialog), { ssr: false }),
  extend: dynamic(() => import("../extensions/ask-dialog").then((file) => file.AskDialog), { ssr: false }),
  noShow: dynamic(() => import("./closing-dialogs").then((file) => file.NoShowDialog), { ssr: false }),
  transfer: dynamic(() => import("../moves/transfer-dialog").then((file) => file.TransferDialog), { ssr: false }),
  rebed: dynamic(() => import("../moves/transfer-dialog").then((file) => file.TransferDialog), { ssr: false }),
  swap: dynamic(() => import("../moves/swap-dialog").then((file) => file.SwapDialog), { ssr: false }),
  correct: dynamic(() => import("../amending/correction-dialog").then((file) => file.CorrectionDialog), { ssr: false }),
  moveRule: dynamic(() => import("../amending/rule-dialog").then((file) => file.RuleDialog), { ssr: false }),
  cancel: dynamic(() => import("./closing-dialogs").then((file) => file.CancellationDialog), { ssr: false }),
};

type Steps = { steps: Step[]; take: (name: StepName) => void; dialog: ReactNode };

/** The steps the placement's state and the person's role allow, the next one first, and the dialog of the one being taken. */
export function useSteps(placement: Placement | null): Steps {
  const today = useToday();
  const mayPlace = useMay("placement.write");
  const [open, setOpen] = useState<{ name: StepName; placement: Placement } | null>(null);
  const mayMoveRule = useMay("stay_rule.write");
  const steps = mayPlace && placement ? stepsOf(placement, today).filter(({ name }) => name !== "moveRule" || mayMoveRule) : [];
  const Dialog = open && DIALOGS[open.name];
  return {
    steps,
    take: (name) => placement && setOpen({ name, placement }),
    // What changes while it is open must not take it away: a refusal is read in it.
    dialog: Dialog && <Dialog placement={placement?.id === open.placement.id ? placement : open.placement} onClose={() => setOpen(null)} />,
  };
}

function stepsOf({ status, arrival, latestExit }: Placement, today: string): Step[] {
  const extend: Step[] = latestExit === null ? [] : [{ name: "extend", tone: "secondary" }];
  const isDue = arrival <= today;
  switch (status) {
    case "planned":
      return [
        { name: "checkIn", tone: isDue ? "primary" : "secondary" },
        { name: "changeExit", tone: "secondary" },
        ...extend,
        ...(isDue ? [{ name: "noShow", tone: "secondary" } as const] : []),
        { name: "cancel", tone: "danger" },
        { name: "changeDays", tone: "secondary", isRare: true },
        { name: "transfer", tone: "secondary", isRare: true },
        { name: "swap", tone: "secondary", isRare: true },
        { name: "moveRule", tone: "secondary", isRare: true },
      ];
    case "in_house":
      return [
        { name: "depart", tone: "primary" },
        { name: "transfer", tone: "secondary" },
        { name: "changeExit", tone: "secondary" },
        ...extend,
        { name: "swap", tone: "secondary", isRare: true },
        { name: "correct", tone: "secondary", isRare: true },
        { name: "moveRule", tone: "secondary", isRare: true },
      ];
    case "needs_bed":
      return [{ name: "rebed", tone: "secondary" }, { name: "cancel", tone: "danger" }];
    case "ended":
      return [{ name: "correct", tone: "quiet" }];
    default:
      return [];
  }
}
