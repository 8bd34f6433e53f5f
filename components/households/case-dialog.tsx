"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Household } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useMe, useToday } from "../session/me";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogActions } from "../ui/dialog";
import { Select } from "../ui/select";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { caseQueries } from "./case-queries";
import { householdMutations } from "./household-mutations";

const NOBODY = "nobody";

type Props = { household: Household; onClose: () => void };

/** Takes the household in charge in a programme; it needs no bed for that. */
export function CaseDialog({ household, onClose }: Props) {
  const { households, householdFile: words, shell } = useWords();
  const me = useMe();
  const { data: programmes, error: programmesError } = useQuery(caseQueries.programmes(household.municipality));
  const { data: workers } = useQuery(caseQueries.workers(household.municipality));
  const [programmeId, setProgrammeId] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(useToday());
  const [chosen, setChosen] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const opening = useMutation(householdMutations.openCase(useQueryClient()));
  const toast = useToast();
  const mine = workers?.some(({ id }) => id === me.id) ? me.id : NOBODY;
  const worker = chosen ?? mine;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (programmeId === null || from === null) return;
    opening.mutate(
      { id: household.id, body: { programmeId, from, socialWorkerId: worker === NOBODY ? null : worker } },
      {
        onSuccess: () => {
          toast(words.caseOpened);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.openCaseTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {(opening.error ?? programmesError) && <ProblemAlert error={opening.error ?? programmesError} title={words.caseFailed} />}
        {programmes?.length === 0 && <Alert tone="info" isLive={false}>{words.noProgrammes}</Alert>}
        <Select
          label={words.programme}
          choices={(programmes ?? []).map(({ id, name }) => ({ id, text: name }))}
          value={programmeId}
          onChange={setProgrammeId}
          isRequired
          error={hasTried && programmeId === null ? households.missing : undefined}
        />
        <DateField label={words.caseFrom} value={from} onChange={setFrom} isRequired error={hasTried && from === null ? households.missing : undefined} />
        <Select
          label={words.socialWorker}
          choices={[{ id: NOBODY, text: words.nobodyYet }, ...(workers ?? []).map(({ id, name }) => ({ id, text: name }))]}
          value={worker}
          onChange={setChosen}
        />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={opening.isPending}>{words.openCase}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
