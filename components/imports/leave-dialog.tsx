"use client";

import { ConfirmDialog } from "../ui/confirm-dialog";
import { useWords } from "../words/words-provider";

export function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const { importing: words, shell } = useWords();
  return (
    <ConfirmDialog
      title={words.leaveTitle}
      confirmLabel={words.leave}
      cancelLabel={words.stay}
      closeLabel={shell.close}
      isPending={false}
      onConfirm={onLeave}
      onClose={onStay}
    >
      <p>{words.leaveText}</p>
    </ConfirmDialog>
  );
}
