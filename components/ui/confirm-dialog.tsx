"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogActions } from "./dialog";

type Props = {
  title: string;
  /** What will follow, said before it does. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  closeLabel: string;
  isPending: boolean;
  isHarmless?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** The refusal, when there was one. */
  refusal?: ReactNode;
};

/** For what cannot be undone. */
export function ConfirmDialog({ title, children, confirmLabel, cancelLabel, closeLabel, isPending, isHarmless = false, onConfirm, onClose, refusal }: Props) {
  return (
    <Dialog title={title} closeLabel={closeLabel} isOpen onClose={onClose}>
      <div className="space-y-4">
        <div className="space-y-2">{children}</div>
        {refusal}
        <DialogActions>
          <Button onPress={onClose}>{cancelLabel}</Button>
          <Button tone={isHarmless ? "primary" : "danger"} isPending={isPending} onPress={onConfirm}>{confirmLabel}</Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
