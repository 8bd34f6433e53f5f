"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../http/problem-alert";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { useWords } from "../../words/words-provider";
import { makeFirstPassword } from "./first-password";
import { HandedOver, type Handed } from "./handed-over";
import { userMutations, type User } from "./user-queries";

type Props = { user: User; isMailSetUp: boolean; onClose: () => void };

export function PasswordDialog({ user, isMailSetUp, onClose }: Props) {
  const { settings: { users: words }, shell } = useWords();
  const [handed, setHanded] = useState<Handed | null>(null);
  const setting = useMutation(userMutations.setPassword(useQueryClient()));
  const sending = useMutation(userMutations.sendLink());
  const error = setting.error ?? sending.error;

  function make() {
    const password = makeFirstPassword();
    setting.mutate({ id: user.id, version: user.version, password }, { onSuccess: () => setHanded({ user, password }) });
  }

  if (handed) return <HandedOver handed={handed} title={words.passwordTitle(user.name)} onClose={onClose} />;
  return (
    <Dialog title={words.passwordTitle(user.name)} closeLabel={shell.close} isOpen onClose={onClose}>
      <div className="space-y-3">
        {isMailSetUp && <p>{words.passwordMailText}</p>}
        <p>{words.passwordText}</p>
        {error && <ProblemAlert error={error} title={words.passwordFailed} />}
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button tone={isMailSetUp ? "secondary" : "primary"} isPending={setting.isPending} onPress={make}>{words.makePassword}</Button>
          {isMailSetUp && (
            <Button tone="primary" isPending={sending.isPending} onPress={() => sending.mutate(user.email, { onSuccess: () => setHanded({ user }) })}>{words.sendLink}</Button>
          )}
        </DialogActions>
      </div>
    </Dialog>
  );
}
