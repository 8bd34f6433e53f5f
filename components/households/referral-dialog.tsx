"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Household } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useToday } from "../session/me";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogActions } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";
import { ReferralFields } from "./referral-fields";
import { EMPTY_REFERRAL, referralBody } from "./registration";

type Props = { household: Household; onClose: () => void };

export function ReferralDialog({ household, onClose }: Props) {
  const { households, householdFile: words, shell } = useWords();
  const [draft, setDraft] = useState(EMPTY_REFERRAL);
  const [receivedOn, setReceivedOn] = useState<string | null>(useToday());
  const [hasTried, setTried] = useState(false);
  const referring = useMutation(householdMutations.refer(useQueryClient()));
  const toast = useToast();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const body = receivedOn && referralBody(draft, household.id, receivedOn);
    if (!body) return;
    referring.mutate(
      { body },
      {
        onSuccess: () => {
          toast(words.referralAdded);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.addReferralTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {referring.error && <ProblemAlert error={referring.error} title={words.referralFailed} />}
        <ReferralFields draft={draft} onChange={setDraft} showsMissing={hasTried} isRequired />
        <DateField label={words.received} value={receivedOn} onChange={setReceivedOn} isRequired error={hasTried && receivedOn === null ? households.missing : undefined} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={referring.isPending}>{words.addReferral}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
