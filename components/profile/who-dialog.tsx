"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { LANGUAGE_COOKIE, LOCALES, localeFrom } from "@/messages/locale";
import { tellApi } from "../http/api";
import type { Me } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { rememberInCookie } from "../session/cookies";
import { useMe } from "../session/me";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";

export function WhoDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const { profile: words, shell } = useWords();
  const [name, setName] = useState(me.name);
  const [language, setLanguage] = useState(localeFrom(me.language));
  const router = useRouter();
  const toast = useToast();
  const saving = useMutation({ mutationFn: () => tellApi<Me>("PATCH", "/me", { body: { name: name.trim(), language }, version: me.version }) });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== "") saving.mutate(undefined, { onSuccess: done });
  }

  function done() {
    rememberInCookie(LANGUAGE_COOKIE, language);
    router.refresh();
    toast(words.saved);
    onClose();
  }

  return (
    <Dialog title={words.editTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {saving.error && <ProblemAlert error={saving.error} title={words.notSaved} />}
        <TextField label={words.name} value={name} onChange={setName} isRequired maxLength={200} autoComplete="name" error={name.trim() === "" ? words.nameMissing : undefined} />
        <Select label={words.language} hint={words.languageHint} choices={LOCALES.map((id) => ({ id, text: shell.languageNames[id] }))} value={language} onChange={setLanguage} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={saving.isPending}>{shell.save}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
