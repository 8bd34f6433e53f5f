"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Grant } from "@/domain/actor";
import { ProblemAlert } from "../../http/problem-alert";
import { useMunicipality } from "../../session/me";
import { Button, IconButton } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { TextField } from "../../ui/text-field";
import { useToast } from "../../ui/toast";
import { useWords } from "../../words/words-provider";
import { GrantFields } from "./grant-fields";
import { useGrantWords } from "./grantable";
import { userMutations, type User } from "./user-queries";

type Props = { user: User; onClose: () => void };
type Held = Grant & { key: number; isNew: boolean };

export function EditUserDialog({ user, onClose }: Props) {
  const { settings, shell } = useWords();
  const words = settings.users;
  const here = useMunicipality().code;
  const grantWords = useGrantWords();
  const [name, setName] = useState(user.name);
  const [held, setHeld] = useState<Held[]>(() => user.grants.map((grant, key) => ({ ...grant, key, isNew: false })));
  const saving = useMutation(userMutations.change(useQueryClient()));
  const toast = useToast();
  const nextKey = Math.max(-1, ...held.map(({ key }) => key)) + 1;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "" || held.length === 0) return;
    const grants = held.map(({ role, municipality, organisationId }) => ({ role, municipality, organisationId }));
    saving.mutate({ id: user.id, version: user.version, name: name.trim(), grants }, { onSuccess: done });
  }

  function done() {
    toast(settings.saved);
    onClose();
  }

  return (
    <Dialog title={words.editTitle(user.name)} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {saving.error && <ProblemAlert error={saving.error} title={settings.notSaved} />}
        <TextField label={words.name} value={name} onChange={setName} isRequired maxLength={200} error={name.trim() === "" ? settings.missing : undefined} />
        <fieldset className="space-y-2">
          <legend className="mb-1 text-sm font-semibold text-ink-soft">{words.roles}</legend>
          {held.map((grant) => (
            <div key={grant.key} className="flex items-start gap-2 rounded-md border border-line px-3 py-2">
              <div className="min-w-0 flex-1">
                {grant.isNew ? (
                  <GrantFields value={grant} onChange={(next) => setHeld(held.map((other) => (other.key === grant.key ? { ...other, ...next } : other)))} />
                ) : (
                  <p className="py-1.5 font-semibold">{grantWords(grant)}</p>
                )}
              </div>
              <IconButton aria-label={words.removeRole(grantWords(grant))} isDisabled={held.length === 1} onPress={() => setHeld(held.filter(({ key }) => key !== grant.key))}>
                <X aria-hidden className="size-4" />
              </IconButton>
            </div>
          ))}
          <Button size="small" tone="quiet" onPress={() => setHeld([...held, { role: "social_worker", municipality: here, organisationId: null, key: nextKey, isNew: true }])}>
            <Plus aria-hidden className="size-4" />
            {words.addRole}
          </Button>
        </fieldset>
        <p className="text-sm text-ink-faint">{words.editHint}</p>
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={saving.isPending}>{shell.save}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
