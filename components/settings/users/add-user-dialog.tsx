"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Grant } from "@/domain/actor";
import { LOCALES, type Locale } from "@/messages/locale";
import { inputErrors } from "../../http/problem";
import { ProblemAlert } from "../../http/problem-alert";
import { useMunicipality } from "../../session/me";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { focusFirstInvalid } from "../../ui/focus-first-invalid";
import { Select } from "../../ui/select";
import { TextField } from "../../ui/text-field";
import { useWords } from "../../words/words-provider";
import { makeFirstPassword } from "./first-password";
import { GrantFields } from "./grant-fields";
import { HandedOver, type Handed } from "./handed-over";
import { userMutations, type User } from "./user-queries";

type Props = { isMailSetUp: boolean; onClose: () => void };

const EMAIL = /^\S+@\S+\.\S+$/;

export function AddUserDialog({ isMailSetUp, onClose }: Props) {
  const { settings, shell } = useWords();
  const words = settings.users;
  const here = useMunicipality().code;
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState<Locale>("it");
  const [grant, setGrant] = useState<Grant>({ role: "operator", municipality: here, organisationId: null });
  const [hasTried, setTried] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);
  const adding = useMutation(userMutations.add(useQueryClient()));
  const sending = useMutation(userMutations.sendLink());
  const errors = inputErrors(adding.error, shell.notAccepted);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || !EMAIL.test(email.trim())) return focusFirstInvalid(event.currentTarget);
    const password = makeFirstPassword();
    adding.mutate({ ...grant, name: name.trim(), email: email.trim(), language, password }, { onSuccess: (user) => handOver(user, password) });
  }

  /** Nobody ever needs the first password where a link arrives; where none goes out after all, it is shown. */
  function handOver(user: User, password: string) {
    if (!isMailSetUp) return setHanded({ user, password });
    sending.mutate(user.email, { onSuccess: () => setHanded({ user }), onError: () => setHanded({ user, password }) });
  }

  if (handed) return <HandedOver handed={handed} title={words.addedTitle(handed.user.name)} onClose={onClose} />;
  return (
    <Dialog title={words.addTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {adding.error && <ProblemAlert error={adding.error} title={words.notAdded} />}
        <TextField label={words.name} value={name} onChange={setName} isRequired maxLength={200} error={hasTried && name.trim() === "" ? settings.missing : errors.name} />
        <TextField
          label={words.email}
          type="email"
          inputMode="email"
          value={email}
          onChange={setEmail}
          isRequired
          error={hasTried && !EMAIL.test(email.trim()) ? words.emailWrong : errors.email}
        />
        <GrantFields value={grant} onChange={setGrant} />
        <Select label={words.language} choices={LOCALES.map((id) => ({ id, text: shell.languageNames[id] }))} value={language} onChange={setLanguage} />
        <p className="text-sm text-ink-faint">{isMailSetUp ? words.mailPassword : words.shownPassword}</p>
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={adding.isPending || sending.isPending}>{words.add}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
