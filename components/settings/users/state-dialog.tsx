"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../http/problem-alert";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { useToast } from "../../ui/toast";
import { useWords } from "../../words/words-provider";
import { userMutations, type User } from "./user-queries";

/** Shuts somebody out, or lets them in again. */
export function StateDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { settings: { users: words }, shell } = useWords();
  const queries = useQueryClient();
  const isOut = user.disabledAt !== null;
  const changing = useMutation(isOut ? userMutations.letIn(queries) : userMutations.shutOut(queries));
  const toast = useToast();

  function done() {
    toast(isOut ? words.letInDone(user.name) : words.shutOutDone(user.name));
    onClose();
  }

  return (
    <ConfirmDialog
      title={isOut ? words.letInTitle(user.name) : words.shutOutTitle(user.name)}
      confirmLabel={isOut ? words.letInEntry : words.shutOutEntry}
      cancelLabel={shell.cancel}
      closeLabel={shell.close}
      isHarmless={isOut}
      isPending={changing.isPending}
      onConfirm={() => changing.mutate(user, { onSuccess: done })}
      onClose={onClose}
      refusal={changing.error && <ProblemAlert error={changing.error} title={words.stateFailed} />}
    >
      <p>{isOut ? words.letInText : words.shutOutText}</p>
    </ConfirmDialog>
  );
}
