"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Closure } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { facilityMutations } from "./facility-mutations";

type Props = { closure: Closure; what: string; onClose: () => void };

export function ReopenDialog({ closure, what, onClose }: Props) {
  const { facilities: words, shell } = useWords();
  const reopening = useMutation(facilityMutations.reopen(useQueryClient()));
  const toast = useToast();

  function reopen() {
    reopening.mutate(closure, {
      onSuccess: () => {
        toast(words.closureCancelled);
        onClose();
      },
    });
  }

  return (
    <Dialog title={words.cancelClosureTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <div className="space-y-4">
        {reopening.error && <ProblemAlert error={reopening.error} title={words.closureCancelFailed} />}
        <p>{words.cancelClosureText(what)}</p>
        <DialogActions>
          <Button onPress={onClose}>{words.cancelClosureKeep}</Button>
          <Button tone="primary" isPending={reopening.isPending} onPress={reopen}>{words.cancelClosureConfirm}</Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
