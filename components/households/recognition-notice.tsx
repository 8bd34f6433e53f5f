"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../http/problem-alert";
import { useMay } from "../session/me";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useFormats, useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";
import type { Recognition } from "./household-types";

type Props = { householdId: string; name: string; recognition: Recognition };

/** Whether somebody in the network with this name and birth date is the same person: the question, or what was answered and how to take it back. */
export function RecognitionNotice({ householdId, name, recognition: { personId, same, decidedAt, decidedByName, isCounted, version } }: Props) {
  const { householdFile: words } = useWords();
  const { dayOf, shortDay } = useFormats();
  const toast = useToast();
  const mayWrite = useMay("household.write");
  const deciding = useMutation(householdMutations.recognise(useQueryClient()));
  const decide = (answer: boolean | null) => deciding.mutate({ id: householdId, personId, version, body: { same: answer } }, { onSuccess: () => toast(words.recognitionKept) });

  const title = same === null ? (isCounted ? words.recognisedElsewhere(name) : words.recognisable(name)) : same ? words.isSamePerson(name) : words.isAnotherPerson(name);
  const text = same === null ? (isCounted ? words.recognisedElsewhereText : words.recognisableText) : same ? (isCounted ? words.nightsCount : words.nightsNone) : words.nightsDoNotCount;
  return (
    <Alert tone={same === null ? "warning" : "info"} isLive={false} title={title}>
      <p>{text}</p>
      {decidedAt !== null && <p className="text-sm text-ink-soft">{words.recognitionBy(decidedByName ?? words.colleague, shortDay(dayOf(decidedAt)))}</p>}
      {deciding.error && <ProblemAlert error={deciding.error} title={words.recognitionFailed} />}
      {mayWrite && (
        <div data-no-print className="flex flex-wrap gap-2 pt-1">
          {same === null ? (
            <>
              <Button size="small" isPending={deciding.isPending && deciding.variables.body.same === true} isDisabled={deciding.isPending && deciding.variables.body.same === false} onPress={() => decide(true)}>{words.samePerson}</Button>
              <Button size="small" isPending={deciding.isPending && deciding.variables.body.same === false} isDisabled={deciding.isPending && deciding.variables.body.same === true} onPress={() => decide(false)}>{words.anotherPerson}</Button>
            </>
          ) : (
            <Button size="small" tone="quiet" isPending={deciding.isPending} onPress={() => decide(null)}>{words.takeBackRecognition}</Button>
          )}
        </div>
      )}
    </Alert>
  );
}
