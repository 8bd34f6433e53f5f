"use client";

import { signIn } from "next-auth/react";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { usePublicWords } from "../words/words-provider";

type Failure = "refused" | "tooMany" | "unreachable";

type Props = { onSignedIn: () => void; email?: string };

export function SignInForm({ onSignedIn, email: knownEmail = "" }: Props) {
  const words = usePublicWords().session;
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);
  const [hasTried, setTried] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (email.trim() === "" || password === "") return;
    setPending(true);
    const failed = await failureOf(email, password);
    setFailure(failed);
    setPending(false);
    if (failed === null) onSignedIn();
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
      {failure && <Alert>{words[failure]}</Alert>}
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        isRequired
        error={hasTried && email.trim() === "" ? words.emailMissing : undefined}
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
        error={hasTried && password === "" ? words.passwordMissing : undefined}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" tone="primary" isWide isPending={isPending}>{words.submit}</Button>
    </Form>
  );
}

async function failureOf(email: string, password: string): Promise<Failure | null> {
  try {
    const answer = await signIn("credentials", { redirect: false, email, password });
    if (answer?.ok && !answer.error) return null;
    if (answer && answer.status >= 500) return "unreachable";
    return answer?.status === 429 || answer?.error === "too_many_attempts" ? "tooMany" : "refused";
  } catch {
    return "unreachable";
  }
}
