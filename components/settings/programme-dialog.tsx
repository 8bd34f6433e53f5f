"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Condition } from "@/domain/conditions";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogActions } from "../ui/dialog";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { ConditionsEditor, isComplete } from "./rules/conditions-editor";
import { programmeMutations, type Programme } from "./organisations-queries";

export function ProgrammeDialog({ programme, onClose }: { programme: Programme | null; onClose: () => void }) {
  const { settings, shell } = useWords();
  const words = settings.programmes;
  const [fields, setFields] = useState({ name: programme?.name ?? "", code: programme?.code ?? "", cup: programme?.cup ?? "", from: programme?.from ?? null, until: programme?.until ?? null });
  const [conditions, setConditions] = useState<Condition[]>(programme?.conditions ?? []);
  const [hasTried, setTried] = useState(false);
  const saving = useMutation(programmeMutations.save(useQueryClient(), useMunicipality().code, programme));
  const toast = useToast();
  const { name, code, cup, from, until } = fields;
  const isBackwards = from !== null && until !== null && until <= from;
  const change = (changed: Partial<typeof fields>) => setFields({ ...fields, ...changed });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || code.trim() === "" || isBackwards || !conditions.every(isComplete)) return focusFirstInvalid(event.currentTarget);
    saving.mutate({ name: name.trim(), code: code.trim(), cup: cup.trim() || null, from, until, conditions }, { onSuccess: done });
  }

  function done() {
    toast(settings.saved);
    onClose();
  }

  return (
    <Dialog title={programme ? words.editTitle : words.addTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {saving.error && <ProblemAlert error={saving.error} title={settings.notSaved} />}
        <TextField label={words.name} value={name} onChange={(next) => change({ name: next })} isRequired maxLength={200} error={hasTried && name.trim() === "" ? settings.missing : undefined} />
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField label={words.code} hint={words.codeHint} value={code} onChange={(next) => change({ code: next })} isRequired maxLength={40} error={hasTried && code.trim() === "" ? settings.missing : undefined} />
          <TextField label={words.cup} hint={words.cupHint} value={cup} onChange={(next) => change({ cup: next })} maxLength={15} />
          <DateField label={words.from} value={from} onChange={(next) => change({ from: next })} />
          <DateField label={words.until} hint={words.untilHint} value={until} onChange={(next) => change({ until: next })} error={isBackwards ? words.untilWrong : undefined} />
        </div>
        <ConditionsEditor value={conditions} onChange={setConditions} hasTried={hasTried} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={saving.isPending}>{shell.save}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
