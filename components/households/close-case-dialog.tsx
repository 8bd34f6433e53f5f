"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CaseOutcome } from "@/domain/cases";
import type { HouseholdCase } from "../http/api-types";
import { useToday } from "../session/me";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { CaseForm } from "./case-form";
import { caseMutations } from "./case-mutations";

type Props = { opened: HouseholdCase; onClose: () => void };

/** Ends a case with what came of it. */
export function CloseCaseDialog({ opened, onClose }: Props) {
  const words = useWords().cases;
  const [date, setDate] = useState<string | null>(useToday());
  const [outcome, setOutcome] = useState<CaseOutcome | null>(null);
  const [note, setNote] = useState("");
  const [hasTried, setTried] = useState(false);
  const closing = useMutation(caseMutations.close(useQueryClient()));
  const toast = useToast();
  const lacksNote = outcome === "other" && note.trim() === "";

  function close(): boolean {
    setTried(true);
    if (date === null || outcome === null || lacksNote) return false;
    closing.mutate({ id: opened.id, version: opened.version, body: { date, outcome, note: note.trim() || null } }, { onSuccess: () => { toast(words.closed(date)); onClose(); } });
    return true;
  }

  return (
    <CaseForm title={words.closeTitle} submitLabel={words.closeTitle} failed={words.notClosed} error={closing.error} isPending={closing.isPending} onSubmit={close} onClose={onClose}>
      <p className="text-ink-soft">{words.closeText}</p>
      <DateField label={words.closesOn} value={date} onChange={setDate} isRequired error={hasTried && date === null ? words.missing : undefined} />
      <Select label={words.outcomeLabel} choices={choicesOf(words.outcome)} value={outcome} onChange={setOutcome} isRequired error={hasTried && outcome === null ? words.missing : undefined} />
      <TextField label={words.note} value={note} onChange={setNote} maxLength={2000} lines={2} isRequired={outcome === "other"} error={hasTried && lacksNote ? words.missing : undefined} />
    </CaseForm>
  );
}
