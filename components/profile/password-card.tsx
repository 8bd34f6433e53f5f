"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { ProblemAlert } from "../http/problem-alert";
import { NewPasswordFields, useNewPassword } from "../passwords/new-password-fields";
import { useMe } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { sessionMutations } from "./session-queries";

export function PasswordCard() {
  const { profile: words, passwords } = useWords();
  const { email } = useMe();
  const [current, setCurrent] = useState("");
  const [hasTried, setTried] = useState(false);
  const chosen = useNewPassword();
  const changing = useMutation(sessionMutations.changePassword(useQueryClient()));
  const toast = useToast();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (current === "" || !chosen.isReady) return focusFirstInvalid(event.currentTarget);
    changing.mutate({ currentPassword: current, password: chosen.password }, { onSuccess: done });
  }

  function done() {
    setCurrent("");
    chosen.forget();
    setTried(false);
    toast(words.changed);
  }

  return (
    <Card labelledBy="password">
      <CardHead id="password" title={words.password} />
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4 px-4 py-4 sm:max-w-md sm:px-5">
        <p className="text-sm text-ink-faint">{words.passwordHint}</p>
        {changing.error && <ProblemAlert error={changing.error} title={words.changeFailed} />}
        {/* So that a keeper of passwords knows whose it is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={passwords.current}
          name="current"
          type="password"
          autoComplete="current-password"
          isRequired
          error={hasTried && current === "" ? passwords.currentMissing : undefined}
          value={current}
          onChange={setCurrent}
        />
        <NewPasswordFields chosen={chosen} hasTried={hasTried} />
        <Button type="submit" tone="primary" isPending={changing.isPending}>{words.change}</Button>
      </Form>
    </Card>
  );
}
