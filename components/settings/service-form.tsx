"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { inputErrors } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { serviceMutations, type ServiceFields, type ServiceSettings } from "./service-queries";

const EMAIL = /^\S+@\S+\.\S+$/;
const PHONE = /^\+?[\d ().\/-]{3,40}$/;

export function ServiceForm({ kept }: { kept: ServiceSettings }) {
  const { settings, shell } = useWords();
  const words = settings.service;
  const [fields, setFields] = useState<Record<keyof ServiceFields, string>>({
    serviceName: kept.serviceName ?? "", accessibilityEmail: kept.accessibilityEmail ?? "", contactName: kept.contactName ?? "", contactPhone: kept.contactPhone ?? "",
  });
  const saving = useMutation(serviceMutations.save(useQueryClient()));
  const toast = useToast();
  const errors = inputErrors(saving.error, shell.notAccepted);
  const [hasTried, setTried] = useState(false);
  const isEmailWrong = fields.accessibilityEmail.trim() !== "" && !EMAIL.test(fields.accessibilityEmail.trim());
  const isPhoneWrong = fields.contactPhone.trim() !== "" && !PHONE.test(fields.contactPhone.trim());
  const field = (name: keyof ServiceFields) => ({ value: fields[name], onChange: (value: string) => setFields({ ...fields, [name]: value }), error: errors[name] });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (isEmailWrong || isPhoneWrong) return focusFirstInvalid(event.currentTarget);
    const trimmed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim() || null])) as ServiceFields;
    saving.mutate({ ...trimmed, version: kept.version }, { onSuccess: () => toast(settings.saved) });
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
      {saving.error && <ProblemAlert error={saving.error} title={settings.notSaved} />}
      <TextField label={words.serviceName} hint={words.serviceNameHint} maxLength={200} {...field("serviceName")} />
      <TextField
        label={words.email}
        hint={words.emailHint}
        type="email"
        inputMode="email"
        maxLength={320}
        {...field("accessibilityEmail")}
        error={hasTried && isEmailWrong ? settings.users.emailWrong : errors.accessibilityEmail}
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField label={words.contact} maxLength={200} {...field("contactName")} />
        <TextField label={words.phone} type="tel" inputMode="tel" maxLength={40} {...field("contactPhone")} error={hasTried && isPhoneWrong ? words.phoneWrong : errors.contactPhone} />
      </div>
      <Button type="submit" tone="primary" isPending={saving.isPending}>{shell.save}</Button>
    </Form>
  );
}
