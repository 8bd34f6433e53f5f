"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Form } from "react-aria-components";
import { Button } from "../ui/button";
import type { ButtonTone } from "../ui/button-look";
import { Dialog, DialogActions } from "../ui/dialog";
import { useWords } from "../words/words-provider";
import { Refusal } from "./refusal";

type Props = {
  title: string;
  text?: string;
  submitLabel: string;
  keepLabel?: string;
  tone?: ButtonTone;
  isPending: boolean;
  error: unknown;
  refusedTitle?: string;
  onUseLatestExit?: (exit: string) => void;
  exitThatWorks?: string | null;
  onTransfer?: () => void;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of every step: what will happen, what has to be said, and the refusal in its place. */
export function StepDialog(props: Props) {
  const { placements: words, shell } = useWords();
  const refusal = useRef<HTMLDivElement>(null);

  // Whoever sends a long form stands at its end.
  useEffect(() => {
    // Newer browsers answer a promise, which is nothing an effect may give back.
    refusal.current?.scrollIntoView({ block: "nearest" });
  }, [props.error]);

  function submit(event: FormEvent) {
    event.preventDefault();
    props.onSubmit();
  }

  return (
    <Dialog title={props.title} closeLabel={shell.close} isOpen onClose={props.onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {Boolean(props.error) && <div ref={refusal}><Refusal error={props.error} title={props.refusedTitle ?? words.stepRefused} onUseLatestExit={props.onUseLatestExit} exitThatWorks={props.exitThatWorks} onTransfer={props.onTransfer} /></div>}
        {props.text && <p className="text-ink-soft">{props.text}</p>}
        {props.children}
        <DialogActions>
          <Button onPress={props.onClose}>{props.keepLabel ?? shell.cancel}</Button>
          <Button type="submit" tone={props.tone ?? "primary"} isPending={props.isPending}>{props.submitLabel}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
