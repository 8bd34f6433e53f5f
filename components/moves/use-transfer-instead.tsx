"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { Placement } from "../http/api-types";

const TransferDialog = dynamic(() => import("./transfer-dialog").then((file) => file.TransferDialog), { ssr: false });

type Instead = { choose: () => void; dialog: ReactNode };

/** Where somebody else has the nights sought, another place may be sought in the dialog's stead. */
export function useTransferInstead(placement: Placement, onClose: () => void): Instead {
  const [isChosen, setChosen] = useState(false);
  return { choose: () => setChosen(true), dialog: isChosen && <TransferDialog placement={placement} onClose={onClose} /> };
}
