"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Dialog } from "../ui/dialog";
import { usePublicWords } from "../words/words-provider";
import { SignInForm } from "./sign-in-form";

type Props = { email: string; isOpen: boolean; onClose: () => void };

/** The session ended under somebody's hands: sign in here, and nothing typed is lost. */
export function SignInAgain({ email, isOpen, onClose }: Props) {
  const words = usePublicWords();
  const queries = useQueryClient();

  function goOn() {
    onClose();
    void queries.invalidateQueries();
  }

  return (
    <Dialog title={words.session.expiredTitle} closeLabel={words.shell.close} isOpen={isOpen} onClose={onClose}>
      <p className="mb-4 text-ink-soft">{words.session.expiredText}</p>
      <SignInForm email={email} onSignedIn={goOn} />
    </Dialog>
  );
}
