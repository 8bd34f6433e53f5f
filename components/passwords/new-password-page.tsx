"use client";

import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { ProblemAlert } from "../http/problem-alert";
import { asProblem } from "../http/problem";
import { AccessFrame } from "../session/access-frame";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { usePublicWords } from "../words/words-provider";
import { NewPasswordFields, useNewPassword } from "./new-password-fields";
import { redeemReset, tokenInAddress } from "./password-requests";

/** Where the link of the message leads. */
export function NewPasswordPage() {
  const words = usePublicWords().passwords;
  const [isSaved, setSaved] = useState(false);
  if (!isSaved) return <AccessFrame title={words.newTitle} intro={words.newIntro}><NewPasswordForm onSaved={() => setSaved(true)} /></AccessFrame>;
  return (
    <AccessFrame title={words.savedTitle}>
      <Alert tone="positive"><p>{words.savedText}</p></Alert>
      <p className="mt-4"><ButtonLink href="/accesso" tone="primary" isWide>{words.toSignIn}</ButtonLink></p>
    </AccessFrame>
  );
}

function NewPasswordForm({ onSaved }: { onSaved: () => void }) {
  const words = usePublicWords().passwords;
  const chosen = useNewPassword();
  const [error, setError] = useState<unknown>(null);
  const [isTokenMissing, setTokenMissing] = useState(false);
  const [state, setState] = useState<"empty" | "tried" | "saving">("empty");

  async function submit(event: FormEvent) {
    event.preventDefault();
    setState("tried");
    const token = tokenInAddress();
    setTokenMissing(token === "");
    if (!chosen.isReady || token === "") return;
    setState("saving");
    const failed: unknown = await redeemReset(token, chosen.password).then(() => null, (reason: unknown) => reason);
    if (failed === null) return onSaved();
    setError(failed);
    setState("tried");
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
      {isTokenMissing && <Alert>{words.noToken}</Alert>}
      {error !== null && (
        <ProblemAlert error={error}>
          {asProblem(error)?.code === "reset_expired" && <ButtonLink href="/accesso/password-dimenticata" size="small">{words.askAgain}</ButtonLink>}
        </ProblemAlert>
      )}
      <NewPasswordFields chosen={chosen} hasTried={state !== "empty"} />
      <Button type="submit" tone="primary" isWide isPending={state === "saving"}>{words.save}</Button>
    </Form>
  );
}
