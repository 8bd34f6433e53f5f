"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { addDays } from "@/domain/day";
import { ProblemAlert } from "../../http/problem-alert";
import { useMe } from "../../session/me";
import { Button } from "../../ui/button";
import { CopyField } from "../../ui/copy-field";
import { DateField } from "../../ui/date-field";
import { Dialog, DialogActions } from "../../ui/dialog";
import { focusFirstInvalid } from "../../ui/focus-first-invalid";
import { TextField } from "../../ui/text-field";
import { useWords } from "../../words/words-provider";
import { HolderField } from "./holder-field";
import { tokenMutations } from "./token-queries";

const A_YEAR = 365;

export function AddTokenDialog({ onClose }: { onClose: () => void }) {
  const { settings, shell } = useWords();
  const words = settings.tokens;
  const me = useMe();
  const [name, setName] = useState("");
  const [holder, setHolder] = useState<{ id: string; name: string; email: string } | null>(me);
  const [expires, setExpires] = useState<string | null>(addDays(me.today, A_YEAR));
  const [hasTried, setTried] = useState(false);
  const adding = useMutation(tokenMutations.add(useQueryClient()));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || holder === null) return focusFirstInvalid(event.currentTarget);
    // Late on that day in Rome, summer and winter, and never on the next.
    adding.mutate({ name: name.trim(), userId: holder.id, expiresAt: expires && `${expires}T21:59:59Z` });
  }

  if (adding.data) {
    return (
      <Dialog title={words.addedTitle} closeLabel={shell.close} isOpen onClose={onClose}>
        <div className="space-y-4">
          <p>{words.addedText}</p>
          <CopyField label={words.secret} value={adding.data.token} copyLabel={settings.copy} copiedLabel={settings.copied} />
          <DialogActions><Button tone="primary" onPress={onClose}>{settings.done}</Button></DialogActions>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={words.addTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {adding.error && <ProblemAlert error={adding.error} title={words.notAdded} />}
        <TextField label={words.name} hint={words.nameHint} value={name} onChange={setName} isRequired maxLength={200} error={hasTried && name.trim() === "" ? settings.missing : undefined} />
        <HolderField value={holder} onChange={setHolder} error={hasTried && holder === null ? settings.missing : undefined} />
        <DateField label={words.expires} hint={words.expiresHint} value={expires} onChange={setExpires} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={adding.isPending}>{words.add}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
