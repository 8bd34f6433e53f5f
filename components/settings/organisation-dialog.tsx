"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Organisation } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { organisationMutations } from "./organisations-queries";

export function OrganisationDialog({ organisation, onClose }: { organisation: Organisation | null; onClose: () => void }) {
  const { settings, shell } = useWords();
  const words = settings.organisations;
  const [name, setName] = useState(organisation?.name ?? "");
  const [hasTried, setTried] = useState(false);
  const saving = useMutation(organisationMutations.save(useQueryClient(), useMunicipality().code, organisation));
  const toast = useToast();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "") return focusFirstInvalid(event.currentTarget);
    saving.mutate(name.trim(), { onSuccess: done });
  }

  function done() {
    toast(settings.saved);
    onClose();
  }

  return (
    <Dialog title={organisation ? words.editTitle : words.addTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {saving.error && <ProblemAlert error={saving.error} title={settings.notSaved} />}
        <TextField label={words.name} value={name} onChange={setName} isRequired maxLength={200} error={hasTried && name.trim() === "" ? settings.missing : undefined} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={saving.isPending}>{shell.save}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
