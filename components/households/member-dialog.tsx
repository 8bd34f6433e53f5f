"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Household, Member } from "../http/api-types";
import { inputErrors } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { useToday } from "../session/me";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogActions } from "../ui/dialog";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { DuplicateWarning } from "./duplicate-warning";
import { householdMutations } from "./household-mutations";
import { changedBody, draftOf, emptyMember, memberBody, missingIn } from "./member-draft";
import { MemberFields } from "./member-fields";

type Props = { household: Household; member: Member | null; onClose: () => void };

/** Puts a member's details right or, without one, writes down somebody who joins. */
export function MemberDialog({ household, member, onClose }: Props) {
  const { households, householdFile: words, shell } = useWords();
  const [draft, setDraft] = useState(() => (member ? draftOf(member) : joining(household)));
  const [from, setFrom] = useState<string | null>(useToday());
  const [hasTried, setTried] = useState(false);
  const queries = useQueryClient();
  const changing = useMutation(householdMutations.changeMember(queries));
  const adding = useMutation(householdMutations.addMember(queries));
  const toast = useToast();
  const { error, isPending } = member ? changing : adding;
  const isIncomplete = missingIn(draft).length > 0 || from === null;
  const name = `${draft.givenName.trim()} ${draft.familyName.trim()}`;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (isIncomplete) return focusFirstInvalid(event.currentTarget);
    const onSuccess = () => {
      toast(member ? words.memberChanged(name) : words.memberAdded(name));
      onClose();
    };
    const { id, version } = household;
    if (member) changing.mutate({ id, version, personId: member.personId, body: changedBody(draft, member) }, { onSuccess });
    else adding.mutate({ id, version, body: { ...memberBody(draft), from } }, { onSuccess });
  }

  return (
    <Dialog title={member ? words.editMemberTitle : words.addMemberTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {error && <ProblemAlert error={error} title={words.memberFailed} />}
        <MemberFields draft={draft} onChange={setDraft} showsMissing={hasTried} errors={inputErrors(error, shell.notAccepted)} withRole={member?.role !== "head"} />
        {!member && <DateField label={words.joinsOn} value={from} onChange={setFrom} isRequired error={hasTried && from === null ? households.missing : undefined} />}
        {!member && <DuplicateWarning draft={draft} />}
        {hasTried && isIncomplete && <Alert>{households.fillIn}</Alert>}
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={isPending}>{member ? shell.save : words.addMember}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function joining({ members }: Household) {
  const head = members.find(({ role }) => role === "head");
  return emptyMember("child", { familyName: head?.familyName ?? "", citizenship: head?.citizenship ?? null });
}
