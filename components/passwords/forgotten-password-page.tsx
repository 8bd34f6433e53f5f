"use client";

import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { ProblemAlert } from "../http/problem-alert";
import { AccessFrame } from "../session/access-frame";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { TextField } from "../ui/text-field";
import { usePublicWords } from "../words/words-provider";
import { askForReset } from "./password-requests";

export function ForgottenPasswordPage({ isMailSetUp }: { isMailSetUp: boolean }) {
  const words = usePublicWords().passwords;
  const back = <p className="mt-4"><ButtonLink href="/accesso">{words.toSignIn}</ButtonLink></p>;
  return (
    <AccessFrame title={words.forgottenTitle} intro={isMailSetUp ? words.forgottenIntro : undefined} below={back}>
      {isMailSetUp ? <AskForm /> : <Alert tone="info" title={words.noMailTitle} isLive={false}><p>{words.noMailText}</p></Alert>}
    </AccessFrame>
  );
}

/** Says the same whoever asks: the answer must not tell who is a user. */
function AskForm() {
  const { passwords: words, session } = usePublicWords();
  const [email, setEmail] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [state, setState] = useState<"empty" | "tried" | "sending" | "sent">("empty");

  async function submit(event: FormEvent) {
    event.preventDefault();
    setState("tried");
    if (!isEmail(email)) return;
    setState("sending");
    const failed: unknown = await askForReset(email.trim()).then(() => null, (reason: unknown) => reason);
    setError(failed);
    setState(failed === null ? "sent" : "tried");
  }

  if (state === "sent") return <Alert tone="positive" title={words.sentTitle}><p>{words.sentText}</p></Alert>;
  return (
    <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
      {error !== null && <ProblemAlert error={error} />}
      <TextField
        label={session.email}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        isRequired
        error={state === "tried" && !isEmail(email) ? session.emailMissing : undefined}
        value={email}
        onChange={setEmail}
      />
      <Button type="submit" tone="primary" isWide isPending={state === "sending"}>{words.send}</Button>
    </Form>
  );
}

function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}
