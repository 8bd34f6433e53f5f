"use client";

import dynamic from "next/dynamic";
import type { Day, Period } from "@/domain/day";
import type { Placement } from "../../http/api-types";
import type { TransferStart } from "../../moves/use-transfer";
import { stepToExit } from "./landing";

const ExitDialog = dynamic(() => import("../../placements/exit-dialog").then((file) => file.ExitDialog), { ssr: false });
const AskDialog = dynamic(() => import("../../extensions/ask-dialog").then((file) => file.AskDialog), { ssr: false });
const DaysDialog = dynamic(() => import("../../placements/days-dialog").then((file) => file.DaysDialog), { ssr: false });
const TransferDialog = dynamic(() => import("../../moves/transfer-dialog").then((file) => file.TransferDialog), { ssr: false });

/** What is to be done with a bar; a move without a start is still to be told where to. */
export type Way = { kind: "move"; start: TransferStart | null } | { kind: "exit"; exit: Day } | { kind: "days"; days: Period };

type Props = { placement: Placement; way: Way; onClose: () => void };

/** The dialog of the step, as it is elsewhere, with what was shown on the board filled in. */
export function BarDialog({ placement, way, onClose }: Props) {
  if (way.kind === "move") return <TransferDialog placement={placement} startsWith={way.start ?? undefined} onClose={onClose} />;
  if (way.kind === "days") return <DaysDialog placement={placement} startsWith={way.days} onClose={onClose} />;
  const Dialog = stepToExit(placement, way.exit) === "extend" ? AskDialog : ExitDialog;
  return <Dialog placement={placement} startsWith={way.exit} onClose={onClose} />;
}
