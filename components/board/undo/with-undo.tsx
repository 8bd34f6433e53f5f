"use client";

import { type ReactNode, useState } from "react";
import { ProblemAlert } from "../../http/problem-alert";
import { type StepDone, StepDoneProvider } from "../../placements/step-done";
import { Dialog } from "../../ui/dialog";
import { useToast } from "../../ui/toast";
import { useWords } from "../../words/words-provider";
import { useTakeBack } from "./use-take-back";

/** Steps that are taken in here are told with a way to take them back for some seconds; a no to that is told as well. */
export function WithUndo({ children }: { children: ReactNode }) {
  const { board: { undo: words }, shell } = useWords();
  const toast = useToast();
  const takeBack = useTakeBack();
  const [refused, setRefused] = useState<unknown>(null);

  function tell(text: string, done: StepDone) {
    const undo = takeBack(done);
    if (!undo) return toast(text);
    toast(text, { label: words.undo, keyWords: words.key, onPress: () => void undo().then(() => toast(words.undone), setRefused) });
  }

  return (
    <StepDoneProvider value={tell}>
      {children}
      {refused !== null && (
        <Dialog title={words.refused} closeLabel={shell.close} isOpen isDismissable onClose={() => setRefused(null)}><ProblemAlert error={refused} /></Dialog>
      )}
    </StepDoneProvider>
  );
}
