"use client";

import type { FormEvent, ReactNode } from "react";
import { Form } from "react-aria-components";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { useWords } from "../words/words-provider";

type Props = {
  title: string;
  submitLabel: string;
  failed: string;
  error: Error | null;
  isPending: boolean;
  /** False when something is lacking: whoever sent it is led to it. */
  onSubmit: () => boolean;
  onClose: () => void;
  children: ReactNode;
};

/** What is written down about a case, in a dialog. */
export function CaseForm({ title, submitLabel, failed, error, isPending, onSubmit, onClose, children }: Props) {
  const { shell } = useWords();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!onSubmit()) focusFirstInvalid(event.currentTarget);
  }
  return (
    <Dialog title={title} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {error && <ProblemAlert error={error} title={failed} />}
        {children}
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={isPending}>{submitLabel}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
