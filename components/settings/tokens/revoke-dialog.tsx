"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../http/problem-alert";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { useToast } from "../../ui/toast";
import { useWords } from "../../words/words-provider";
import { tokenMutations, type Token } from "./token-queries";

export function RevokeDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const { settings: { tokens: words }, shell } = useWords();
  const revoking = useMutation(tokenMutations.revoke(useQueryClient()));
  const toast = useToast();

  function done() {
    toast(words.revoked);
    onClose();
  }

  return (
    <ConfirmDialog
      title={words.revokeTitle(token.name)}
      confirmLabel={words.revoke}
      cancelLabel={shell.cancel}
      closeLabel={shell.close}
      isPending={revoking.isPending}
      onConfirm={() => revoking.mutate(token.id, { onSuccess: done })}
      onClose={onClose}
      refusal={revoking.error && <ProblemAlert error={revoking.error} title={words.revokeFailed} />}
    >
      <p>{words.revokeText}</p>
    </ConfirmDialog>
  );
}
